package jp.ishikari.link.identity.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.testkit.AtOnce;
import org.junit.jupiter.api.Test;

/** What a store of sign-ins under way promises. */
public abstract class SignInStoreContract {
  protected abstract SignInStore store();

  private SignIn saved(SignIn.Signing signing, SignIn.Attaching attaching, String other) {
    SignIn signIn =
        new SignIn(
            "state-" + UUID.randomUUID(),
            "nonce",
            "verifier",
            "browser",
            "/apply/",
            Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(600),
            other,
            signing,
            attaching,
            other);
    store().save(signIn);
    return signIn;
  }

  @Test
  void givesOutWhatWasSavedOnceAndThenKnowsNothingOfIt() {
    for (SignIn signIn :
        List.of(
            saved(null, null, null),
            saved(
                new SignIn.Signing("account", "matter", "request", "transaction"),
                new SignIn.Attaching("account", "session"),
                "other"))) {
      assertEquals(Optional.of(signIn), store().take(signIn.id()));
      assertEquals(Optional.empty(), store().take(signIn.id()));
    }
    assertEquals(Optional.empty(), store().take("none"));
  }

  @Test
  void ofManyAtOnceExactlyOneTakesIt() {
    for (int round = 0; round < 20; round++) {
      SignIn signIn = saved(null, null, null);
      List<SignIn> taken =
          AtOnce.each(12, i -> store().take(signIn.id())).stream()
              .flatMap(Optional::stream)
              .toList();
      assertEquals(List.of(signIn), taken);
    }
  }
}
