package jp.ishikari.link.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.Curve;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.aws.DynamoVisitStore;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.AtTerminal;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes a terminal, and what begins a visit there. */
class TerminalsTest extends TerminalSteps {
  private static Visit visitOf(GatewayAnswer begun) {
    return new DynamoVisitStore(cloud)
        .find(Secrets.hash(PretendTerminal.cookie(begun, Cookies.VISIT)))
        .orElseThrow();
  }

  private static boolean stands(Visit visit) {
    return new DynamoVisitStore(cloud).find(visit.visitId()).isPresent();
  }

  @Nested
  class Registered {
    @Test
    void aCodeIsToldOnceAndKeptAsAHashOnly() {
      GatewayCall call = registering();
      GatewayAnswer first = ok(201, call.sentTo(console));
      GatewayAnswer again = ok(201, call.sentTo(console));
      assertEquals(first.text("terminalId"), again.text("terminalId"));
      assertTrue(first.text("code").matches("[0-9A-Z]{12}"), first.body());
      assertFalse(again.json().has("code"), again.body());
      String rows =
          cloud.dynamoDb().scan(r -> r.tableName(Names.physical(Table.TERMINALS))).toString()
              + cloud.dynamoDb().scan(r -> r.tableName(Names.physical(Table.TOKENS)));
      assertFalse(rows.contains(first.text("code")));
      assertTrue(rows.contains(SpokenCode.hash("terminal", first.text("code")).orElseThrow()));
    }

    @Test
    void noTwoTerminalsInUseReadAlike() {
      String name = "１番" + UUID.randomUUID();
      String id = ok(201, named("　" + name + "　").sentTo(console)).text("terminalId");
      assertEquals(name, stored(id).name());
      GatewayAnswer again = named("1 番" + name.substring(2)).sentTo(console);
      assertEquals("taken", again.json().at("/errors/0/code").stringValue(), again.body());
      GatewayAnswer unseen = named("番\u3164" + UUID.randomUUID()).sentTo(console);
      assertEquals("characters", unseen.json().at("/errors/0/code").stringValue(), unseen.body());
      ok(200, step(Route.REVOKE_TERMINAL, id, 1));
      ok(201, named(name).sentTo(console));
    }

    private static GatewayCall named(String name) {
      return registering().change(body -> body.put("name", name));
    }

    @Test
    void theListShowsWhereItStandsWhenItWasSeenAndWhoDidWhat() {
      String id = enrolled();
      ok(201, browser.begin(id));
      ok(200, step(Route.REVOKE_TERMINAL, id, 2));
      var line =
          GatewayCall.of(Route.LIST_TERMINALS)
              .as(ADMINISTRATOR)
              .sentTo(console)
              .json()
              .get("terminals")
              .valueStream()
              .filter(t -> t.get("terminalId").stringValue().equals(id))
              .findFirst()
              .orElseThrow();
      assertEquals("REVOKED", line.get("state").stringValue());
      assertTrue(line.has("lastSeenAt"));
      assertEquals(
          List.of("REVOKED", "ENROLLED", "REGISTERED"),
          line.get("history").valueStream().map(c -> c.get("what").stringValue()).toList());
      assertEquals("吉田　恵子", line.at("/history/0/byName").stringValue());
      assertFalse(line.at("/history/1").has("byName"));
    }

    @Test
    void theCodeAsPeopleTypeItMakesABrowserTheTerminalAndTheSameAgainIsAnsweredTheSame() {
      GatewayAnswer told = registered();
      String typed = told.text("code").toLowerCase().replaceAll("(.{4})(?=.)", "$1 - ");
      GatewayAnswer first = ok(201, browser.enrol(typed));
      GatewayAnswer again = ok(201, browser.enrol(typed));
      assertEquals(first.body(), again.body());
      assertEquals(Terminal.State.IN_USE, stored(told.text("terminalId")).state());
      assertFalse(stored(told.text("terminalId")).publicKey().contains("\"d\""));
    }

    @Test
    void ofManyBrowsersWithOneCodeOneBecomesTheTerminal() {
      String code = registered().text("code");
      long taken =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(i -> browser.with(PretendTerminal.key(Curve.P_256)).enrol(code))
              .filter(answer -> answer.status() == 201)
              .count();
      assertEquals(1, taken);
    }

    @Test
    void aRenewedCodeEndsTheKeyFromBefore() {
      String id = enrolled();
      String code = ok(200, step(Route.RENEW_TERMINAL, id, 2)).text("code");
      assertEquals(403, browser.begin(id).status());
      PretendTerminal anew = browser.with(PretendTerminal.key(Curve.P_256));
      ok(201, anew.enrol(code));
      ok(201, anew.begin(id));
      assertEquals(403, browser.begin(id).status());
    }
  }

  @Nested
  class AVisit {
    @Test
    void beginsWithAProofUnderACookieThatIsKeptAsAHash() {
      String id = enrolled();
      GatewayAnswer begun = ok(201, browser.begin(id));
      Visit visit = visitOf(begun);
      assertEquals(id, visit.terminalId());
      assertNotEquals(PretendTerminal.cookie(begun, Cookies.VISIT), visit.visitId());
      AtTerminal at = new AtTerminal(visit.visitId(), id);
      GatewayAnswer read =
          GatewayCall.of(Route.READ_VISIT).as(new Caller.Guest(), at).sentTo(browser.entry());
      assertEquals(stored(id).name(), ok(200, read).text("terminalName"));
    }

    @Test
    void endsOnTheServerWithTheSessionInItAndTakesEveryCookieBack() {
      GatewayAnswer begun = ok(201, browser.begin(enrolled()));
      Visit visit = visitOf(begun);
      String session = "hash-" + UUID.randomUUID();
      Instant now = Instant.now();
      DynamoSessionStore.ofResidents(cloud)
          .start(
              new Session(
                  session,
                  Session.Kind.KIOSK,
                  "account",
                  true,
                  "窓口の端末",
                  now,
                  now,
                  now.plusSeconds(600)));
      assertTrue(new DynamoVisitStore(cloud).signedIn(visit.visitId(), session));
      GatewayCall ending =
          GatewayCall.of(Route.END_VISIT)
              .as(new Caller.Guest())
              .header(
                  "Cookie",
                  Cookies.VISIT + "=" + PretendTerminal.cookie(begun, Cookies.VISIT),
                  "kiosk-session=a; sign-in-card=b; sign-in-xid=c; signing=d; other=e");
      GatewayAnswer ended = ok(204, ending.sentTo(browser.entry()));
      ok(204, ending.sentTo(browser.entry()));
      assertFalse(stands(visit));
      assertTrue(DynamoSessionStore.ofResidents(cloud).find(session).isEmpty());
      for (String cookie :
          List.of(Cookies.VISIT, Cookies.KIOSK_SESSION, "sign-in-card", "sign-in-xid", "signing")) {
        assertEquals("", PretendTerminal.cookie(ended, cookie));
      }
      assertFalse(new DynamoVisitStore(cloud).signedIn(visit.visitId(), session));
    }

    @Test
    void endsTheOneBeforeItInTheSameBrowser() {
      String id = enrolled();
      GatewayAnswer first = ok(201, browser.begin(id));
      ok(
          201,
          browser
              .beginning(id, browser.proof())
              .header("Cookie", Cookies.VISIT + "=" + PretendTerminal.cookie(first, Cookies.VISIT))
              .sentTo(browser.entry()));
      assertTrue(
          new DynamoVisitStore(cloud)
              .find(Secrets.hash(PretendTerminal.cookie(first, Cookies.VISIT)))
              .isEmpty());
    }
  }
}
