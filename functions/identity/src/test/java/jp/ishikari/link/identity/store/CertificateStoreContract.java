package jp.ishikari.link.identity.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.identity.store.KnownCertificate.Finding;
import jp.ishikari.link.identity.store.KnownCertificate.Trial;
import org.junit.jupiter.api.Test;

/** What a store of known certificates promises. */
public abstract class CertificateStoreContract {
  private static final Map<String, String> BEFORE =
      Map.of("name", "石狩　花子", "address", "北海道石狩市花川北６条１丁目３０－２");

  private final String identity = "identity-" + UUID.randomUUID();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  protected abstract AccountStore accounts();

  protected abstract CertificateStore store();

  @Test
  void knowsTheLastSignatureThatWasTriedAlsoAfterAnotherSignIn() {
    String account = accounts().signIn(identity, BEFORE, "card", now).accountId();
    assertEquals(new KnownCertificate(null, null), store().find(account));
    store().note(account, new Trial(Finding.REVOKED, null, now));
    Trial usable = new Trial(Finding.USABLE, LocalDate.of(2030, 1, 7), now.plusSeconds(60));
    store().note(account, usable);
    accounts().signIn(identity, BEFORE, "card", now.plusSeconds(120));
    assertEquals(new KnownCertificate(usable, null), store().find(account));
    assertEquals(BEFORE, accounts().find(account).orElseThrow().claims());
  }

  @Test
  void knowsTheSignInAtWhichNameOrAddressHadBecomeOthers() {
    accounts().signIn(identity, BEFORE, "card", now);
    Map<String, String> after = Map.of("name", "石狩　花子", "address", "北海道札幌市中央区北１条西２丁目");
    String account = accounts().signIn(identity, after, "card", now.plusSeconds(60)).accountId();
    assertEquals(Reception.today(now.plusSeconds(60)), store().find(account).changedOn());
    accounts().signIn(identity, after, "card", now.plusSeconds(120));
    assertEquals(
        Reception.today(now.plusSeconds(60)), store().find(account).changedOn(), "still known");
  }
}
