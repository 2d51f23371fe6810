package jp.ishikari.link.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoChallengeStore;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.aws.DynamoTerminalStore;
import jp.ishikari.link.aws.DynamoVisitStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.AtTerminal;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes a terminal, what begins a visit there, and what does not. */
@ExtendWith(Engines.class)
class TerminalsTest {
  private static final String DIVISION = "d-" + UUID.randomUUID();
  private static final Caller ADMINISTRATOR =
      new Caller.Staff(
          "s-admin", "吉田　恵子", Set.of(Role.SYSTEM_ADMINISTRATOR), Set.of(), true, "session");

  private static TestCloud cloud;
  private static EntryFunction console;

  private final PretendTerminal browser = PretendTerminal.over(cloud);

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    console = new CounterWiring().wire(Entry.COUNTER_STAFF, cloud);
    new DynamoDivisionStore(cloud).save(new Division(DIVISION, "市民課", "0133", "1番", false));
  }

  private static GatewayCall registering() {
    return GatewayCall.of(Route.REGISTER_TERMINAL)
        .as(ADMINISTRATOR)
        .change(body -> body.putArray("divisions").add(DIVISION));
  }

  private static GatewayAnswer registered() {
    return ok(201, registering().sentTo(console));
  }

  private static GatewayAnswer step(Route route, String terminalId, int revision) {
    return GatewayCall.of(route)
        .as(ADMINISTRATOR)
        .path("terminalId", terminalId)
        .change(body -> body.put("revision", revision))
        .sentTo(console);
  }

  private static GatewayAnswer ok(int status, GatewayAnswer answer) {
    assertEquals(status, answer.status(), answer.body());
    return answer;
  }

  /** A terminal in use; its id. */
  private String enrolled() {
    return ok(201, browser.enrol(registered().text("code"))).text("terminalId");
  }

  private static Terminal stored(String terminalId) {
    return new DynamoTerminalStore(cloud).find(terminalId).orElseThrow();
  }

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
  class NotRegistered {
    @Test
    void allMistakesAreToldAtOnce() {
      GatewayAnswer answer =
          registering()
              .change(
                  body -> {
                    body.put("name", " ").put("more", 1).remove("place");
                    body.putArray("divisions").add("none");
                  })
              .sentTo(console);
      assertEquals(400, answer.status(), answer.body());
      assertEquals(
          List.of("divisions option", "name required", "place required", "more unknown"),
          answer.errors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCD-EFGH-JKMN", "x", "番号"})
    void codesThatNobodyWasToldAreAnsweredAlike(String code) {
      GatewayAnswer answer = browser.enrol(code);
      assertEquals(404, answer.status(), answer.body());
      assertEquals(
          browser.enrol("0000-0000-0000").bodyButCorrelation(), answer.bodyButCorrelation());
    }

    @Test
    void aCodeThatIsUsedUpOutdatedOrWithdrawnIsLikeNone() {
      GatewayAnswer used = registered();
      ok(201, browser.enrol(used.text("code")));
      PretendTerminal other = browser.with(PretendTerminal.key(Curve.P_256));
      assertEquals(404, other.enrol(used.text("code")).status());

      GatewayAnswer revoked = registered();
      ok(200, step(Route.REVOKE_TERMINAL, revoked.text("terminalId"), 1));
      assertEquals(404, other.enrol(revoked.text("code")).status());

      GatewayAnswer old = registered();
      Terminal stood = stored(old.text("terminalId"));
      new DynamoTerminalStore(cloud)
          .save(
              stood.renewed(
                  stood.codeHash(), Instant.now().minusSeconds(1), stood.history().getFirst()),
              jp.ishikari.link.testkit.SampleApplications.token());
      assertEquals(404, other.enrol(old.text("code")).status());
    }

    @Test
    void whoFailsTooOftenIsToldToWait() {
      GatewayCall call =
          GatewayCall.of(Route.ENROL_TERMINAL)
              .as(new Caller.Guest())
              .header("x-city-viewer", UUID.randomUUID().toString());
      int status = 0;
      for (int i = 0; i < 25 && status != 429; i++) {
        String proof = browser.proof();
        status =
            call.change(
                    body -> {
                      body.put("code", "0000-0000-0000").put("proof", proof);
                      body.set(
                          "key",
                          tools.jackson.databind.json.JsonMapper.shared()
                              .valueToTree(browser.key().toPublicJWK().toJSONObject()));
                    })
                .sentTo(browser.entry())
                .status();
      }
      assertEquals(429, status);
    }

    @Test
    void keysThatAreNoneOfOursAreRefusedBeforeTheCodeIsLookedAt() {
      String code = registered().text("code");
      Map<String, Object> good = browser.key().toPublicJWK().toJSONObject();
      Map<String, Object> off = new HashMap<>(good);
      off.put("y", good.get("x"));
      ECKey larger = PretendTerminal.key(Curve.P_384);
      for (Map<String, Object> key :
          List.of(
              off,
              larger.toPublicJWK().toJSONObject(),
              browser.key().toJSONObject(),
              Map.<String, Object>of("kty", "RSA", "n", "AQAB", "e", "AQAB"),
              Map.<String, Object>of("kty", "oct", "k", "AQAB"),
              Map.<String, Object>of())) {
        GatewayAnswer answer = browser.enrol(code, key, browser.proof());
        assertEquals(400, answer.status(), key + " " + answer.body());
        assertEquals("key key", answer.errors().getFirst());
      }
      ok(201, browser.enrol(code));
    }

    @Test
    void aKeyThatWhoSendsItDoesNotHaveIsRefused() {
      String code = registered().text("code");
      ECKey somebodyElses = PretendTerminal.key(Curve.P_256);
      assertEquals(
          403,
          browser
              .enrol(code, somebodyElses.toPublicJWK().toJSONObject(), browser.proof())
              .status());
    }

    @Test
    void aStepOnAnOutdatedRevisionOfNoneOrOfARevokedOneIsRefused() {
      String id = registered().text("terminalId");
      assertEquals(409, step(Route.RENEW_TERMINAL, id, 7).status());
      assertEquals(404, step(Route.REVOKE_TERMINAL, "none", 1).status());
      ok(200, step(Route.REVOKE_TERMINAL, id, 1));
      assertEquals(422, step(Route.RENEW_TERMINAL, id, 2).status());
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
      assertEquals("市民課1番", ok(200, read).text("terminalName"));
    }

    @Test
    void endsOnTheServerWithTheSessionInItAndTakesEveryCookieBack() {
      GatewayAnswer begun = ok(201, browser.begin(enrolled()));
      Visit visit = visitOf(begun);
      String session = "hash-" + UUID.randomUUID();
      Instant now = Instant.now();
      new DynamoSessionStore(cloud)
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
      assertTrue(new DynamoSessionStore(cloud).find(session).isEmpty());
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

  @Nested
  class NoVisit {
    @Test
    void beginsWithAProofThatIsUsedForAnotherCityOfAnotherKeyOrOutdated() {
      String id = enrolled();
      String used = browser.proof();
      ok(201, browser.beginning(id, used).sentTo(browser.entry()));
      String old = Secrets.draw();
      new DynamoChallengeStore(cloud).keep(Secrets.hash(old), Instant.now().minusSeconds(1));
      PretendTerminal stranger = browser.with(PretendTerminal.key(Curve.P_256));
      List<String> proofs =
          List.of(
              used,
              browser.proof("https://evil.example", browser.challenge()),
              browser.proof(TestCloud.PORTAL, old),
              browser.proof(TestCloud.PORTAL, "made-up"),
              browser.signed(Map.of("challenge", browser.challenge())),
              browser.signed(Map.of("aud", TestCloud.PORTAL)),
              stranger.proof(),
              browser.with(PretendTerminal.key(Curve.P_384)).proof(),
              browser.proof() + "A",
              "eyJhbGciOiJub25lIn0.e30.",
              "not a proof");
      String refused = null;
      for (String proof : proofs) {
        GatewayAnswer answer = browser.beginning(id, proof).sentTo(browser.entry());
        assertEquals(403, answer.status(), proof + " " + answer.body());
        refused = refused == null ? answer.bodyButCorrelation() : refused;
        assertEquals(refused, answer.bodyButCorrelation());
      }
      assertEquals(refused, browser.begin("none").bodyButCorrelation());
    }

    @Test
    void beginsAtATerminalThatIsRevoked() {
      String id = enrolled();
      ok(200, step(Route.REVOKE_TERMINAL, id, 2));
      assertEquals("terminal-refused", browser.begin(id).code());
    }

    @Test
    void isReadByABrowserWithoutOne() {
      GatewayAnswer answer =
          GatewayCall.of(Route.READ_VISIT).as(new Caller.Guest()).sentTo(browser.entry());
      assertEquals(403, answer.status());
      assertEquals("counter-only", answer.code());
    }

    @Test
    void aChallengeProvesOnceOfTwoThatComeTogether() {
      String id = enrolled();
      String proof = browser.proof();
      long begun =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(i -> browser.beginning(id, proof).sentTo(browser.entry()))
              .filter(answer -> answer.status() == 201)
              .count();
      assertEquals(1, begun);
    }
  }
}
