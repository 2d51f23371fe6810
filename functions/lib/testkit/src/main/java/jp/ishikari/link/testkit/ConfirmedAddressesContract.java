package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.domain.identity.ConfirmedAddresses;
import org.junit.jupiter.api.Test;

/** What a store of confirmed addresses promises. */
public abstract class ConfirmedAddressesContract {
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Instant until = now.plusSeconds(60);
  private final String proof = "proof-" + UUID.randomUUID();

  protected abstract ConfirmedAddresses store();

  @Test
  void tellsTheAddressToWhoeverHasTheProofUntilItEnds() {
    assertEquals(Optional.empty(), store().find(proof, now));
    store().confirm(proof, "hanako@example.jp", until);
    assertEquals(Optional.of("hanako@example.jp"), store().find(proof, now));
    assertEquals(Optional.empty(), store().find("other-" + proof, now));
    assertEquals(Optional.empty(), store().find(proof, until));
  }

  @Test
  void goesOnWithTheSpellingThatWasConfirmedLast() {
    store().confirm(proof, "hanako@example.jp", until);
    store().confirm(proof, "Hanako+city@example.jp", until.plusSeconds(60));
    assertEquals(Optional.of("Hanako+city@example.jp"), store().find(proof, until));
  }
}
