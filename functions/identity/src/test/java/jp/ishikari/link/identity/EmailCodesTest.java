package jp.ishikari.link.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoAccountStore;
import jp.ishikari.link.aws.DynamoContactEmails;
import jp.ishikari.link.aws.DynamoEmailCodeStore;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.aws.KmsIdentityKeys;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.identity.Account;
import jp.ishikari.link.domain.identity.EmailAllowance;
import jp.ishikari.link.domain.identity.EmailCode;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.Inbox;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/** Signing in by a code that was mailed, and the contact address that is confirmed by one. */
@ExtendWith(Engines.class)
class EmailCodesTest {
  private static final Pattern CODE = Pattern.compile("確認番号　(\\d{4}) (\\d{4})");

  private static TestCloud cloud;
  private static EntryFunction entry;
  private static Inbox inbox;

  private final String address = "hanako-" + UUID.randomUUID() + "@example.jp";

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new IdentityWiring().wire(Entry.IDENTITY_RESIDENT, cloud);
    inbox = new Inbox(cloud);
  }

  private static String latest(String to) {
    Matcher code = CODE.matcher(inbox.to(to).getLast().path("text").stringValue());
    assertTrue(code.find(), "a code for " + to);
    return code.group(1) + code.group(2);
  }

  private static String wrong(String right) {
    return (right.startsWith("0") ? "1" : "0") + right.substring(1);
  }

  private static String error(GatewayAnswer answer) {
    return answer.json().at("/errors/0/code").asString("") + "@" + answer.status();
  }

  private static Map<String, AttributeValue> key(String holder) {
    return Map.of("holder", AttributeValue.fromS(holder));
  }

  private static String table() {
    return cloud.environment().nameOf(Table.EMAIL_CODES);
  }

  private String mailbox() {
    return new KmsIdentityKeys(cloud).identityOf("email", address);
  }

  /** As if nothing had been sent to the address of late. */
  private void forgetMailbox() {
    cloud.dynamoDb().deleteItem(r -> r.tableName(table()).key(key(mailbox())));
  }

  /** As if what a browser and the address were sent had been sent so much earlier. */
  private void earlier(EmailBrowser browser, Duration by) {
    for (String holder : List.of(browser.id(), mailbox())) {
      Map<String, AttributeValue> row =
          new HashMap<>(
              cloud.dynamoDb().getItem(r -> r.tableName(table()).key(key(holder))).item());
      for (String at : List.of("since", "last")) {
        Instant moved = Instant.parse(row.get(at).s()).minus(by);
        row.put(at, AttributeValue.fromS(moved.toString()));
      }
      row.computeIfPresent(
          "codeEndsAt",
          (name, at) ->
              AttributeValue.fromN(Long.toString(Long.parseLong(at.n()) - by.toSeconds())));
      cloud.dynamoDb().putItem(r -> r.tableName(table()).item(row));
    }
  }

  private static Optional<Session> sessionOf(GatewayAnswer answer) {
    return EmailBrowser.cookie(answer, "session")
        .flatMap(secret -> new DynamoSessionStore(cloud).find(Secrets.hash(secret)));
  }

  private static Caller.Resident resident(Session session) {
    return new Caller.Resident(session.principalId(), session.id(), session.proven());
  }

  private Session signedIn() {
    EmailBrowser browser = new EmailBrowser(entry);
    browser.ask(address, false);
    return sessionOf(browser.enter(latest(address))).orElseThrow();
  }

  private static JsonNode profile(Caller.Resident resident) {
    return GatewayCall.of(Route.READ_PROFILE).as(resident).sentTo(entry).json();
  }

  @Nested
  class SignedIn {
    @Test
    void whoEntersTheCodeGetsASessionThatProofsNothingAndTheAddressToFillIn() {
      EmailBrowser browser = new EmailBrowser(entry);
      assertEquals(200, browser.ask(address, false).status());
      GatewayAnswer entered = browser.enter(latest(address));
      assertEquals(200, entered.status(), entered.body());
      Session session = sessionOf(entered).orElseThrow();
      assertFalse(session.proven());
      JsonNode profile = profile(resident(session));
      assertEquals(address, profile.at("/values/email").stringValue());
      assertEquals("メールアドレスの確認", profile.at("/origins/email/source").stringValue());
      assertFalse(profile.at("/origins/email/asOf").stringValue().isEmpty());
    }

    @Test
    void oneMailboxIsOneAccountHoweverItIsTyped() {
      String account = signedIn().principalId();
      EmailBrowser other = new EmailBrowser(entry);
      // The pause is the mailbox's, not the spelling's.
      assertEquals(429, other.ask(address.toUpperCase(), false).status());
      forgetMailbox();
      other.ask("ｈ" + address.substring(1).toUpperCase(), false);
      assertEquals(
          account,
          sessionOf(other.enter(latest("h" + address.substring(1).toUpperCase())))
              .orElseThrow()
              .principalId());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCodeMayBeTypedWithSpacesOrInFullWidthDigits(boolean spaces) {
      EmailBrowser browser = new EmailBrowser(entry);
      browser.ask(address, false);
      String code = latest(address);
      String typed =
          spaces
              ? code.substring(0, 4) + "　" + code.substring(4)
              : code.chars()
                  .mapToObj(c -> Character.toString(c - '0' + '０'))
                  .reduce("", String::concat);
      assertEquals(200, browser.enter(typed).status());
    }

    @Test
    void aNewCodeTakesThePlaceOfTheOldOne() {
      EmailBrowser browser = new EmailBrowser(entry);
      browser.ask(address, false);
      String old = latest(address);
      earlier(browser, EmailAllowance.PAUSE);
      assertEquals(200, browser.ask(address, false).status());
      assertEquals("wrong@400", error(browser.enter(old)));
      assertEquals(200, browser.enter(latest(address)).status());
    }
  }

  @Nested
  class Refused {
    @Test
    void theAnswerIsTheSameForAnAddressThatHasAnAccountAndOneThatHasNone() {
      signedIn();
      forgetMailbox();
      GatewayAnswer known = new EmailBrowser(entry).ask(address, false);
      GatewayAnswer unknown = new EmailBrowser(entry).ask("new-" + address, false);
      assertEquals(known.status(), unknown.status());
      assertEquals(known.body(), unknown.body());
    }

    @Test
    void anotherBrowserCannotUseTheCode() {
      EmailBrowser browser = new EmailBrowser(entry);
      browser.ask(address, false);
      EmailBrowser thief = new EmailBrowser(entry);
      assertEquals("expired@400", error(thief.enter(latest(address))));
      thief.ask("thief-" + address, false);
      assertEquals("wrong@400", error(thief.enter(latest(address))));
      assertEquals(200, browser.enter(latest(address)).status());
    }

    @Test
    void theFifthWrongCodeEndsItAndTheRightOneComesTooLate() {
      EmailBrowser browser = new EmailBrowser(entry);
      browser.ask(address, false);
      String right = latest(address);
      for (int i = 1; i < EmailCode.TRIES; i++) {
        assertEquals("wrong@400", error(browser.enter(wrong(right))));
      }
      assertEquals("spent@400", error(browser.enter(wrong(right))));
      GatewayAnswer late = browser.enter(right);
      assertEquals("spent@400", error(late));
      assertTrue(sessionOf(late).isEmpty());
    }

    @Test
    void manyGuessesAtOnceAreFiveAtMost() {
      EmailBrowser browser = new EmailBrowser(entry);
      browser.ask(address, false);
      String right = latest(address);
      long looked =
          IntStream.range(0, 20)
              .parallel()
              .mapToObj(i -> error(browser.enter(wrong(right))))
              .filter(e -> !e.endsWith("@429"))
              .filter(e -> e.startsWith("wrong"))
              .count();
      assertTrue(looked < EmailCode.TRIES, looked + " guesses were looked at");
    }

    @Test
    void aCodeCountsOnceAlsoWhenItIsEnteredTwiceAtOnce() {
      EmailBrowser browser = new EmailBrowser(entry);
      browser.ask(address, false);
      String right = latest(address);
      long sessions =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(i -> sessionOf(browser.enter(right)))
              .filter(Optional::isPresent)
              .count();
      assertEquals(1, sessions);
      assertEquals("expired@400", error(browser.enter(right)));
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
      EmailBrowser browser = new EmailBrowser(entry);
      browser.ask(address, false);
      earlier(browser, EmailCode.LIFE);
      assertEquals("expired@400", error(browser.enter(latest(address))));
    }

    @Test
    void anotherMailIsSentAfterAPauseAndSixTimesAnHour() {
      EmailBrowser browser = new EmailBrowser(entry);
      assertEquals(200, browser.ask(address, false).status());
      assertEquals(429, browser.ask(address, false).status());
      for (int i = 1; i < EmailAllowance.IN_AN_HOUR; i++) {
        earlier(browser, EmailAllowance.PAUSE);
        assertEquals(200, browser.ask(address, false).status());
      }
      earlier(browser, EmailAllowance.PAUSE);
      assertEquals(429, browser.ask(address, false).status());
      assertEquals(EmailAllowance.IN_AN_HOUR, inbox.to(address).size());
      earlier(browser, Duration.ofHours(1));
      assertEquals(200, browser.ask(address, false).status());
    }

    @Test
    void neitherAnotherBrowserNorAnotherAddressGetsRoundThePause() {
      EmailBrowser browser = new EmailBrowser(entry);
      browser.ask(address, false);
      assertEquals(429, new EmailBrowser(entry).ask(address, false).status());
      assertEquals(429, browser.ask("other-" + address, false).status());
      assertEquals(0, inbox.to("other-" + address).size());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"hanako", "hanako@", "花子@example.jp", "a@b@example.jp", "a b@example.jp"})
    void whatNoMailCanGoToIsToldByField(String typed) {
      GatewayAnswer answer = new EmailBrowser(entry).ask(typed, false);
      assertEquals("email@400", error(answer));
      assertEquals("address", answer.json().at("/errors/0/path").stringValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "123456789", "abcdefgh"})
    void aSlipOfTheKeyboardIsNoTry(String typed) {
      EmailBrowser browser = new EmailBrowser(entry);
      browser.ask(address, false);
      for (int i = 0; i < EmailCode.TRIES; i++) {
        assertEquals("format@400", error(browser.enter(typed)));
      }
      assertEquals(200, browser.enter(latest(address)).status());
    }

    @Test
    void wrongTypesAndUnknownFieldsAreToldByField() {
      GatewayAnswer sent =
          GatewayCall.of(Route.SEND_EMAIL_CODE)
              .body("{\"address\":1,\"contact\":\"yes\",\"name\":\"x\"}")
              .sentTo(entry);
      assertEquals(400, sent.status());
      assertEquals(3, sent.json().get("errors").size(), sent.body());
      assertEquals(
          "required@400", error(GatewayCall.of(Route.ENTER_EMAIL_CODE).body("{}").sentTo(entry)));
    }

    @Test
    void aCityThatDoesNotOfferItSendsNothing() {
      EntryFunction without =
          new IdentityWiring()
              .wire(Entry.IDENTITY_RESIDENT, cloud.with(Setting.EMAIL_SIGN_IN, "no"));
      GatewayAnswer answer =
          GatewayCall.of(Route.SEND_EMAIL_CODE)
              .change(body -> body.put("address", address))
              .sentTo(without);
      assertEquals(404, answer.status());
      assertEquals(0, inbox.to(address).size());
    }
  }

  @Nested
  class Mailed {
    @Test
    void theMailHoldsTheCodeWhatItIsForAndWhatToDoAndNobodysAddress() {
      new EmailBrowser(entry).ask(address, false);
      JsonNode mail = inbox.to(address).getLast();
      String text = mail.path("text").stringValue();
      assertTrue(text.contains("ログイン") && text.contains("心当たりがないとき"), text);
      assertFalse(text.contains(address), text);
    }

    @Test
    void noStoreHoldsTheCodeItself() {
      EmailBrowser browser = new EmailBrowser(entry);
      browser.ask(address, false);
      EmailCode kept = new DynamoEmailCodeStore(cloud).find(browser.id()).orElseThrow();
      assertFalse(kept.toString().contains(latest(address)), kept.toString());
      assertNotEquals(Secrets.hash(latest(address)), kept.code());
    }
  }

  @Nested
  class Contact {
    private final Account card =
        new DynamoAccountStore(cloud)
            .signIn("card#" + UUID.randomUUID(), Map.of("name", "石狩　花子"), "card", Instant.now());
    private final EmailBrowser browser = new EmailBrowser(entry);

    {
      browser.caller = new Caller.Resident(card.accountId(), "session-of-the-card", true);
    }

    @Test
    void anAccountWithACardConfirmsAnAddressAndItIsFilledInBesideTheCardsData() {
      assertEquals(200, browser.ask(address, true).status());
      GatewayAnswer entered = browser.enter(latest(address));
      assertEquals("CONTACT", entered.json().get("purpose").stringValue(), entered.body());
      assertTrue(sessionOf(entered).isEmpty(), "the session stays");
      JsonNode profile = profile((Caller.Resident) browser.caller);
      assertEquals(address, profile.at("/values/email").stringValue());
      assertEquals("マイナンバーカード", profile.at("/origins/fullName/source").stringValue());
    }

    @Test
    void theOldAddressIsToldThatItWasReplaced() {
      browser.ask(address, true);
      browser.enter(latest(address));
      String next = "next-" + address;
      earlier(browser, EmailAllowance.PAUSE);
      browser.ask(next, true);
      assertEquals(200, browser.enter(latest(next)).status());
      JsonNode told = inbox.to(address).getLast();
      assertTrue(told.path("subject").stringValue().contains("変更"), told.toString());
      assertFalse(told.path("text").stringValue().contains(next), told.toString());
    }

    @Test
    void aContactAddressIsNoWayIntoTheAccount() {
      browser.ask(address, true);
      browser.enter(latest(address));
      forgetMailbox();
      assertNotEquals(card.accountId(), signedIn().principalId());
    }

    @Test
    void aGuestHasNoContactAddressAndAnotherAccountCannotTakeTheCode() {
      assertEquals(401, new EmailBrowser(entry).ask(address, true).status());
      browser.ask(address, true);
      browser.caller = new Caller.Resident("account-" + UUID.randomUUID(), "session-2", true);
      assertEquals(401, browser.enter(latest(address)).status());
      browser.caller = new Caller.Guest();
      assertEquals(401, browser.enter(latest(address)).status());
      assertTrue(new DynamoContactEmails(cloud).of(card.accountId()).isEmpty());
    }

    @Test
    void aSignInByMailLeavesWhatTheCardSaid() {
      String identity = "email#" + UUID.randomUUID();
      DynamoAccountStore accounts = new DynamoAccountStore(cloud);
      Instant now = Instant.now();
      accounts.signIn(identity, Map.of("name", "石狩　花子"), "card", now);
      accounts.signIn(identity, Map.of(), "email", now.plusSeconds(5));
      Account after = accounts.find(accounts.accountOf(identity).orElseThrow()).orElseThrow();
      assertEquals("石狩　花子", after.claims().get("name"));
      assertEquals("card", after.source());
    }
  }
}
