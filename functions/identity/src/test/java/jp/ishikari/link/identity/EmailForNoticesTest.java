package jp.ishikari.link.identity;

import static jp.ishikari.link.identity.store.EmailCode.Purpose.ATTACH;
import static jp.ishikari.link.identity.store.EmailCode.Purpose.CONTACT;
import static jp.ishikari.link.identity.store.EmailCode.Purpose.NOTICES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoConfirmedAddresses;
import jp.ishikari.link.aws.DynamoContactEmails;
import jp.ishikari.link.aws.DynamoStoppedAddresses;
import jp.ishikari.link.domain.StoppedAddresses;
import jp.ishikari.link.domain.UndeliveredNotice.Why;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.AtTerminal;
import jp.ishikari.link.edge.MailProof;
import jp.ishikari.link.forms.EmailAddress;
import jp.ishikari.link.identity.store.EmailCode.Purpose;
import jp.ishikari.link.testkit.GatewayAnswer;
import org.junit.jupiter.api.Test;

/** An address that somebody confirms, account or none, to be told there about an application. */
class EmailForNoticesTest extends EmailCodeSteps {
  private final EmailBrowser browser = new EmailBrowser(entry);

  /** What the city hall keeps of what the answer lets the browser keep. */
  private Optional<String> kept(GatewayAnswer answer, String visitId, String typed) {
    return EmailBrowser.cookie(answer, "confirmed-mail")
        .flatMap(
            secret ->
                new DynamoConfirmedAddresses(cloud)
                    .find(
                        new MailProof(secret, visitId).name(new EmailAddress(typed)),
                        Instant.now()));
  }

  @Test
  void whoEntersTheCodeHasConfirmedTheMailboxInThisBrowserAndIsStillAGuest() {
    assertEquals(200, browser.ask(address, NOTICES).status());
    assertTrue(inbox.to(address).getLast().path("text").stringValue().contains("申請のお知らせ"));
    GatewayAnswer entered = browser.enter(latest(address));
    assertEquals("NOTICES", entered.text("purpose"), entered.body());
    assertTrue(sessionOf(entered).isEmpty());
    assertEquals(Optional.of(address), kept(entered, "", address));
    assertEquals(
        Optional.of(address), kept(entered, "", address.toUpperCase().replace("@", "+city@")));
    assertEquals(Optional.empty(), kept(entered, "", "x" + address));
    Instant until = Instant.parse(entered.text("until"));
    assertTrue(until.isAfter(Instant.now()) && until.isBefore(Instant.now().plus(MailProof.LIFE)));
  }

  @Test
  void aWrongCodeALateOneAndThatOfAnotherBrowserConfirmNothing() {
    browser.ask(address, NOTICES);
    String code = latest(address);
    GatewayAnswer wrong = browser.enter(wrong(code));
    assertEquals("wrong@400", error(wrong));
    assertTrue(kept(wrong, "", address).isEmpty());
    EmailBrowser other = new EmailBrowser(entry);
    other.ask("taro-" + address, NOTICES);
    GatewayAnswer elsewhere = other.enter(code);
    assertEquals("wrong@400", error(elsewhere));
    assertTrue(kept(elsewhere, "", address).isEmpty());
    earlier(browser, Duration.ofMinutes(11));
    GatewayAnswer late = browser.enter(code);
    assertEquals("expired@400", error(late));
    assertTrue(kept(late, "", address).isEmpty());
  }

  @Test
  void aCodeConfirmsOnce() {
    browser.ask(address, NOTICES);
    String code = latest(address);
    assertEquals(200, browser.enter(code).status());
    assertEquals("expired@400", error(browser.enter(code)));
  }

  @Test
  void oneBrowserMayConfirmTwoAddressesOneAfterTheOther() {
    browser.ask(address, NOTICES);
    GatewayAnswer first = browser.enter(latest(address));
    String second = "taro-" + address;
    browser.keep(first, "confirmed-mail");
    browser.ask(second, NOTICES);
    GatewayAnswer then = browser.enter(latest(second));
    assertEquals(Optional.of(address), kept(then, "", address));
    assertEquals(Optional.of(second), kept(then, "", second));
  }

  @Test
  void atATerminalTheConfirmationIsTheVisitors() {
    String visitId = "visit-" + UUID.randomUUID();
    browser.visit = Optional.of(new AtTerminal(visitId, "t-1"));
    assertEquals(200, browser.ask(address, NOTICES).status());
    GatewayAnswer entered = browser.enter(latest(address));
    assertEquals(Optional.of(address), kept(entered, visitId, address));
    assertEquals(Optional.empty(), kept(entered, "", address));
  }

  @Test
  void anAccountsContactAddressStaysWhatItIs() {
    Session session = signedIn();
    browser.caller = resident(session);
    String other = "other-" + address;
    browser.ask(other, NOTICES);
    GatewayAnswer entered = browser.enter(latest(other));
    assertEquals(Optional.of(other), kept(entered, "", other));
    assertEquals(
        address, new DynamoContactEmails(cloud).of(session.principalId()).orElseThrow().address());
  }

  /** Otherwise an address could be kept from its codes without a single mail. */
  @Test
  void whatOnlyAnOwnerMayAskForCountsAgainstNoAddressWhenAGuestAsks() {
    for (Purpose purpose : List.of(CONTACT, ATTACH)) {
      assertEquals(401, new EmailBrowser(entry).ask(address, purpose).status());
    }
    assertEquals(200, browser.ask(address, NOTICES).status());
  }

  @Test
  void whoReadsTheCodeIsToldAgainAfterABounce() {
    StoppedAddresses stopped = new DynamoStoppedAddresses(cloud);
    stopped.stop(address, Why.NO_SUCH_ADDRESS, Instant.now());
    browser.ask(address, NOTICES);
    GatewayAnswer entered = browser.enter(latest(address));
    assertEquals(Optional.of(address), kept(entered, "", address), entered.body());
    assertFalse(stopped.isStopped(address));
  }

  @Test
  void whoComplainedOfOurMailIsToldThatNoneComes() {
    StoppedAddresses stopped = new DynamoStoppedAddresses(cloud);
    stopped.stop(address, Why.UNWANTED, Instant.now());
    browser.ask(address, NOTICES);
    GatewayAnswer entered = browser.enter(latest(address));
    assertEquals("rule-violated", entered.code(), entered.body());
    assertTrue(entered.text("detail").contains("お知らせを送れません"), entered.body());
    assertEquals(Optional.empty(), kept(entered, "", address));
    assertTrue(stopped.isStopped(address));
  }

  @Test
  void anAddressIsSentAsFewCodesForThisAsForSigningIn() {
    assertEquals(200, browser.ask(address, NOTICES).status());
    assertEquals(429, new EmailBrowser(entry).ask(address.replace("@", "+a@"), NOTICES).status());
  }
}
