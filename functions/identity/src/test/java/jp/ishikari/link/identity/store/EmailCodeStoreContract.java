package jp.ishikari.link.identity.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.testkit.AtOnce;
import org.junit.jupiter.api.Test;

/** What a store of codes sent by mail promises. */
public abstract class EmailCodeStoreContract {
  protected final String browser = "browser-" + UUID.randomUUID();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Instant later = now.plusSeconds(60);

  protected abstract EmailCodeStore store();

  private EmailCode code(String forBrowser, Instant at) {
    return new EmailCode(
        forBrowser,
        "hash-" + UUID.randomUUID(),
        "hanako@example.jp",
        EmailCode.Purpose.SIGN_IN,
        null,
        0,
        at.plus(EmailCode.LIFE));
  }

  protected EmailCode issued() {
    EmailCode code = code(browser, now);
    store().keep(code);
    return code;
  }

  @Test
  void keepsTheCodeABrowserWasLastSentWhetherItIsStillGoodOrNot() {
    EmailCode old = code(browser, now.minus(EmailCode.LIFE.multipliedBy(2)));
    store().keep(old);
    assertEquals(Optional.of(old), store().find(browser));
    EmailCode contact =
        new EmailCode(
            browser, "hash", "hanako@example.jp", EmailCode.Purpose.CONTACT, "account", 0, later);
    store().keep(contact);
    assertEquals(Optional.of(contact), store().find(browser));
    assertEquals(Optional.empty(), store().find("none"));
  }

  @Test
  void countsATryOverTheOneThatWasReadAndSoOneOfManyAtOnce() {
    EmailCode read = issued();
    List<Optional<EmailCode>> tried = AtOnce.each(12, i -> store().tryOnce(read));
    assertEquals(List.of(read.tried()), tried.stream().flatMap(Optional::stream).toList());
    assertEquals(Optional.of(read.tried()), store().find(browser));
  }

  @Test
  void isNeitherTriedNorTakenOnceItWasReplaced() {
    EmailCode old = issued();
    EmailCode next = code(browser, later);
    store().keep(next);
    assertEquals(Optional.empty(), store().tryOnce(old));
    assertFalse(store().take(old));
    assertEquals(Optional.of(next), store().find(browser));
  }

  @Test
  void isTakenByOneOfManyAtOnceAndThenGone() {
    EmailCode code = issued();
    List<Boolean> taken = AtOnce.each(12, i -> store().take(code));
    assertEquals(1, Collections.frequency(taken, true), taken.toString());
    assertEquals(Optional.empty(), store().find(browser));
    assertEquals(Optional.empty(), store().tryOnce(code));
  }
}
