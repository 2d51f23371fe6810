package jp.ishikari.link.identity.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  private final String mailbox = "mailbox-" + UUID.randomUUID();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Instant afterThePause = now.plus(EmailAllowance.PAUSE);

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
    assertTrue(store().issue(code, mailbox, now));
    return code;
  }

  @Test
  void keepsTheCodeABrowserWasLastSentWhetherItIsStillGoodOrNot() {
    EmailCode old = code(browser, now.minus(EmailCode.LIFE.multipliedBy(2)));
    assertTrue(store().issue(old, mailbox, now));
    assertEquals(Optional.of(old), store().find(browser));
    EmailCode contact =
        new EmailCode(
            browser,
            "hash",
            "hanako@example.jp",
            EmailCode.Purpose.CONTACT,
            "account",
            0,
            afterThePause);
    assertTrue(store().issue(contact, mailbox, afterThePause));
    assertEquals(Optional.of(contact), store().find(browser));
    assertEquals(Optional.empty(), store().find("none"));
  }

  @Test
  void countsByAddressAndByBrowserAndKeepsNothingWhenEitherHadOneJustNow() {
    EmailCode first = issued();
    String other = browser + "-other";
    Instant soon = afterThePause.minusSeconds(1);
    assertFalse(store().issue(code(other, soon), mailbox, soon));
    assertEquals(Optional.empty(), store().find(other));
    assertFalse(store().issue(code(browser, soon), mailbox + "-other", soon));
    assertEquals(Optional.of(first), store().find(browser));
    assertTrue(store().issue(code(other, soon), mailbox + "-other", soon), "none was counted");
  }

  @Test
  void sendsSoManyInAnHourAndBeginsAnewThoughNothingDeletedTheOneBefore() {
    Instant at = now;
    for (int i = 0; i < EmailAllowance.IN_AN_HOUR; i++) {
      assertTrue(store().issue(code(browser, at), mailbox, at));
      at = at.plus(EmailAllowance.PAUSE);
    }
    assertFalse(store().issue(code(browser, at), mailbox, at));
    Instant nextHour = now.plus(1, ChronoUnit.HOURS);
    assertTrue(store().issue(code(browser, nextHour), mailbox, nextHour));
  }

  @Test
  void ofManyBrowsersThatAskForOneAddressAtOnceOneIsSentACode() {
    List<Boolean> sent =
        AtOnce.each(12, i -> store().issue(code(browser + "-" + i, now), mailbox, now));
    assertEquals(1, Collections.frequency(sent, true), sent.toString());
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
    EmailCode next = code(browser, afterThePause);
    assertTrue(store().issue(next, mailbox, afterThePause));
    assertEquals(Optional.empty(), store().tryOnce(old));
    assertFalse(store().take(old));
    assertEquals(Optional.of(next), store().find(browser));
  }

  @Test
  void isTakenByOneOfManyAtOnceAndThenGoneButStillCounted() {
    EmailCode code = issued();
    List<Boolean> taken = AtOnce.each(12, i -> store().take(code));
    assertEquals(1, Collections.frequency(taken, true), taken.toString());
    assertEquals(Optional.empty(), store().find(browser));
    assertEquals(Optional.empty(), store().tryOnce(code));
    assertFalse(store().issue(code(browser, now), mailbox, now));
  }
}
