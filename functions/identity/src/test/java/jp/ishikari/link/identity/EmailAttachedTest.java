package jp.ishikari.link.identity;

import static jp.ishikari.link.identity.store.EmailCode.Purpose.ATTACH;
import static jp.ishikari.link.identity.store.EmailCode.Purpose.CONTACT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoContactEmails;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.AtTerminal;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.identity.store.AttachedWay;
import jp.ishikari.link.identity.store.DynamoAccountStore;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A mail address that becomes a further way to sign in to an account with a card. */
class EmailAttachedTest extends EmailCodeSteps {
  private final DynamoAccountStore accounts = new DynamoAccountStore(cloud);
  private final String card = "card#" + UUID.randomUUID();
  private final String account =
      accounts.signIn(card, Map.of("name", "石狩　花子"), "card", Instant.now()).accountId();
  private final DynamoContactEmails contacts = new DynamoContactEmails(cloud);
  private final EmailBrowser browser = new EmailBrowser(entry);

  {
    browser.caller = session(true, 0);
  }

  /** Signed in to the account {@code seconds} ago. */
  private Caller.Resident session(boolean proven, long ago) {
    String id = "session-" + UUID.randomUUID();
    Instant now = Instant.now();
    DynamoSessionStore.ofResidents(cloud)
        .start(
            new Session(
                id,
                Session.Kind.RESIDENT,
                account,
                proven,
                "Linux・Firefox",
                now.minusSeconds(ago),
                now,
                now.plusSeconds(3600)));
    return new Caller.Resident(account, id, proven);
  }

  private void attach() {
    browser.ask(address, ATTACH);
    assertEquals(200, browser.enter(latest(address)).status());
    forgetMailbox();
  }

  private List<String> ways() {
    return accounts.ways(account).stream().map(AttachedWay::way).sorted().toList();
  }

  private GatewayAnswer detach(Caller.Resident caller, String identity) {
    return GatewayCall.of(Route.DETACH_WAY)
        .as(caller)
        .change(body -> body.put("identity", identity))
        .sentTo(entry);
  }

  @Test
  void anAddressOpensTheAccountOfTheCardAndThatItWasAttachedStandsInItsHistory() {
    assertEquals(200, browser.ask(address, ATTACH).status());
    String mail = inbox.to(address).getLast().path("text").stringValue();
    assertTrue(mail.contains("ログインの方法の追加"), mail);
    GatewayAnswer entered = browser.enter(latest(address));
    assertEquals("ATTACH", entered.text("purpose"), entered.body());
    assertTrue(sessionOf(entered).isEmpty(), "the session stays");
    assertEquals(List.of("card", "email"), ways());
    JsonNode shown = GatewayCall.of(Route.LIST_SIGN_INS).as(browser.caller).sentTo(entry).json();
    assertEquals("ATTACHED", shown.at("/past/0/what").stringValue());
    assertEquals("メールアドレス", shown.at("/past/0/label").stringValue());
    forgetMailbox();
    assertEquals(account, signedIn().principalId());
  }

  @Test
  void aSessionByMailIsToldNothingThatTheCardSaid() {
    attach();
    Session mailed = signedIn();
    assertFalse(mailed.proven());
    assertTrue(profile(resident(mailed)).at("/values/fullName").isMissingNode());
    GatewayAnswer session = GatewayCall.of(Route.READ_SESSION).as(resident(mailed)).sentTo(entry);
    assertEquals("signed-in", session.text("level"));
    assertFalse(session.body().contains("石狩"), session.body());
  }

  @Test
  void aMailboxIsNotEnoughToTakeTheCardOffOrToAttachAnythingElse() {
    attach();
    Caller.Resident mailed = resident(signedIn());
    assertEquals("proof-required", detach(mailed, card).code());
    EmailBrowser other = new EmailBrowser(entry);
    other.caller = mailed;
    assertEquals("proof-required", other.ask("other-" + address, ATTACH).code());
    assertEquals(List.of("card", "email"), ways());
  }

  @Test
  void aMailboxIsNotEnoughToChangeWhereTheAccountIsWrittenTo() {
    attach();
    EmailBrowser other = new EmailBrowser(entry);
    other.caller = resident(signedIn());
    GatewayAnswer asked = other.ask("other-" + address, CONTACT);
    assertEquals(403, asked.status(), asked.body());
    assertEquals("proof-required", asked.code());
    assertTrue(inbox.to("other-" + address).isEmpty());
    assertEquals(address, contacts.of(account).orElseThrow().address());
  }

  @Test
  void norWhenTheCodeWasAskedForWithTheCardAndIsEnteredWithoutIt() {
    attach();
    browser.ask("other-" + address, CONTACT);
    browser.caller = resident(signedIn());
    GatewayAnswer entered = browser.enter(latest("other-" + address));
    assertEquals(403, entered.status(), entered.body());
    assertEquals("proof-required", entered.code());
    assertEquals(address, contacts.of(account).orElseThrow().address());
  }

  @Test
  void anAddressIsTakenOffAndOpensTheAccountNoMore() {
    attach();
    assertEquals(204, detach((Caller.Resident) browser.caller, mailbox()).status());
    assertEquals(List.of("card"), ways());
    assertEquals("last-way", detach((Caller.Resident) browser.caller, card).code());
    assertNotEquals(account, signedIn().principalId());
  }

  @Test
  void whatOpensAnotherAccountIsToldToWhoReadsTheAddressAndToNobodyBefore() {
    signedIn();
    forgetMailbox();
    GatewayAnswer known = browser.ask(address, ATTACH);
    EmailBrowser second = new EmailBrowser(entry);
    second.caller = browser.caller;
    GatewayAnswer unknown = second.ask("new-" + address, ATTACH);
    assertEquals(known.status(), unknown.status());
    assertEquals(known.body(), unknown.body());
    assertEquals("wrong@400", error(browser.enter(wrong(latest(address)))));
    GatewayAnswer entered = browser.enter(latest(address));
    assertEquals(409, entered.status(), entered.body());
    assertEquals("way-taken", entered.code());
    assertEquals(List.of("card"), ways());
  }

  @Test
  void notLongAfterSigningInNorByAGuestNorAtTheCounter() {
    browser.caller = session(true, 660);
    assertEquals("recent-sign-in-required", browser.ask(address, ATTACH).code());
    // What is refused is counted, too.
    forgetMailbox();
    assertEquals(401, new EmailBrowser(entry).ask(address, ATTACH).status());
    forgetMailbox();
    GatewayAnswer counter =
        GatewayCall.of(Route.SEND_EMAIL_CODE)
            .as(session(true, 0), new AtTerminal("visit", "terminal"))
            .change(body -> body.put("address", address).put("purpose", ATTACH.name()))
            .sentTo(entry);
    assertEquals(404, counter.status());
    assertEquals(0, inbox.to(address).size());
  }

  @Test
  void aMailThatTakesItsTimeIsInTimeAndACodeInAnotherAccountsHandsIsNone() {
    browser.caller = session(true, 590);
    browser.ask(address, ATTACH);
    browser.caller = new Caller.Resident("account-" + UUID.randomUUID(), "session-2", true);
    assertEquals(401, browser.enter(latest(address)).status());
    earlier(browser, Duration.ofMinutes(5));
    browser.caller = session(true, 890);
    assertEquals(200, browser.enter(latest(address)).status());
    assertEquals(List.of("card", "email"), ways());
  }
}
