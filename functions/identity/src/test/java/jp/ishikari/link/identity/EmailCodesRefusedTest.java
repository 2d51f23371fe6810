package jp.ishikari.link.identity;

import static jp.ishikari.link.identity.store.EmailCode.Purpose.SIGN_IN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.identity.store.EmailCode;
import jp.ishikari.link.testkit.AtOnce;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes by mail that are not sent, or not taken. */
class EmailCodesRefusedTest extends EmailCodeSteps {
  @Test
  void theAnswerIsTheSameForAnAddressThatHasAnAccountAndOneThatHasNone() {
    signedIn();
    forgetMailbox();
    GatewayAnswer known = new EmailBrowser(entry).ask(address, SIGN_IN);
    GatewayAnswer unknown = new EmailBrowser(entry).ask("new-" + address, SIGN_IN);
    assertEquals(known.status(), unknown.status());
    assertEquals(known.body(), unknown.body());
  }

  @Test
  void anotherBrowserCannotUseTheCode() {
    EmailBrowser browser = new EmailBrowser(entry);
    browser.ask(address, SIGN_IN);
    EmailBrowser thief = new EmailBrowser(entry);
    assertEquals("expired@400", error(thief.enter(latest(address))));
    thief.ask("thief-" + address, SIGN_IN);
    assertEquals("wrong@400", error(thief.enter(latest(address))));
    assertEquals(200, browser.enter(latest(address)).status());
  }

  @Test
  void theFifthWrongCodeEndsItAndTheRightOneComesTooLate() {
    EmailBrowser browser = new EmailBrowser(entry);
    browser.ask(address, SIGN_IN);
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
    browser.ask(address, SIGN_IN);
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
    browser.ask(address, SIGN_IN);
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
    browser.ask(address, SIGN_IN);
    earlier(browser, EmailCode.LIFE);
    assertEquals("expired@400", error(browser.enter(latest(address))));
  }

  @Test
  void oneMailboxIsSentOneCodeAMinuteInHoweverManyWaysItIsWrittenAndFromHoweverManyBrowsers() {
    List<String> spellings =
        List.of(address, address.toUpperCase(), address.replace("@", "+a@"), "  " + address);
    List<GatewayAnswer> answers =
        AtOnce.each(
            20, i -> new EmailBrowser(entry).ask(spellings.get(i % spellings.size()), SIGN_IN));
    long sent = answers.stream().filter(a -> a.status() == 200).count();
    // Two where a minute ended meanwhile.
    assertTrue(sent >= 1 && sent <= 2, sent + " mails");
    GatewayAnswer refused = answers.stream().filter(a -> a.status() == 429).findFirst().get();
    assertTrue(refused.text("detail").contains("1分に1回、1時間に6回"), refused.body());
    assertFalse(refused.headers().at("/Retry-After/0").asString("").isEmpty());
  }

  @Test
  void whoeverAsksTooOftenIsSentNothingAtAnyAddressAndUsesUpNobodysMailbox() {
    EntryFunction strict =
        new IdentityWiring().wire(Entry.IDENTITY_RESIDENT, cloud.with(Setting.BUDGET_SCALE, "1"));
    int limit = Route.SEND_EMAIL_CODE.budgets().getFirst().limit();
    String viewer = UUID.randomUUID().toString();
    List<Integer> told =
        AtOnce.each(2 * limit + 10, i -> asking(i + "-" + address, viewer).sentTo(strict).status());
    long sent = told.stream().filter(status -> status == 200).count();
    // Twice as many where a window ended meanwhile.
    assertTrue(sent >= limit && sent <= 2 * limit, sent + " mails");
    assertEquals(200, asking("last-" + address, viewer + "-other").sentTo(strict).status());
  }

  private static GatewayCall asking(String address, String viewer) {
    return GatewayCall.of(Route.SEND_EMAIL_CODE)
        .header(Api.VIEWER_HEADER, viewer)
        .change(body -> body.put("address", address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hanako", "hanako@", "花子@example.jp", "a@b@example.jp"})
  void whatNoMailCanGoToIsToldByField(String typed) {
    GatewayAnswer answer = new EmailBrowser(entry).ask(typed, SIGN_IN);
    assertEquals("email@400", error(answer));
    assertEquals("address", answer.json().at("/errors/0/path").stringValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567", "123456789", "abcdefgh"})
  void aSlipOfTheKeyboardIsNoTry(String typed) {
    EmailBrowser browser = new EmailBrowser(entry);
    browser.ask(address, SIGN_IN);
    for (int i = 0; i < EmailCode.TRIES; i++) {
      assertEquals("format@400", error(browser.enter(typed)));
    }
    assertEquals(200, browser.enter(latest(address)).status());
  }

  @Test
  void wrongTypesAndUnknownFieldsAreToldByField() {
    GatewayAnswer sent =
        GatewayCall.of(Route.SEND_EMAIL_CODE)
            .body("{\"address\":1,\"purpose\":\"yes\",\"name\":\"x\"}")
            .sentTo(entry);
    assertEquals(400, sent.status());
    assertEquals(3, sent.json().get("errors").size(), sent.body());
    assertEquals(
        "required@400", error(GatewayCall.of(Route.ENTER_EMAIL_CODE).body("{}").sentTo(entry)));
  }

  @Test
  void aCityThatDoesNotOfferItSendsNothing() {
    EntryFunction without =
        new IdentityWiring().wire(Entry.IDENTITY_RESIDENT, cloud.with(Setting.EMAIL_SIGN_IN, "no"));
    GatewayAnswer answer =
        GatewayCall.of(Route.SEND_EMAIL_CODE)
            .change(body -> body.put("address", address))
            .sentTo(without);
    assertEquals(404, answer.status());
    assertEquals(0, inbox.to(address).size());
  }
}
