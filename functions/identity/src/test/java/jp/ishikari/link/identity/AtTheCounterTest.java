package jp.ishikari.link.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.aws.DynamoTerminalStore;
import jp.ishikari.link.aws.DynamoVisitStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.AtTerminal;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.identity.door.Landing;
import jp.ishikari.link.identity.door.Pages;
import jp.ishikari.link.identity.door.Sessions;
import jp.ishikari.link.identity.store.DynamoSignInStore;
import jp.ishikari.link.identity.store.SignIn;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Who somebody is at a terminal at the counter, and who they are not. */
@ExtendWith(Engines.class)
class AtTheCounterTest {
  private static TestCloud cloud;
  private static EntryFunction authorizer;

  private final Instant now = Instant.now();
  private final Terminal terminal = terminal();
  private final String secret = Secrets.draw();
  private final String session = Secrets.draw();

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    authorizer = new IdentityWiring().wire(Entry.IDENTITY_RESIDENT_AUTHORIZER, cloud);
  }

  private Terminal terminal() {
    Terminal.Change change = new Terminal.Change(now, Terminal.What.REGISTERED, "吉田　恵子");
    Terminal fresh =
        Terminal.registered(
            "t-" + UUID.randomUUID(),
            "市民課1番",
            "1階",
            Set.of("shimin"),
            UUID.randomUUID().toString(),
            now.plusSeconds(60),
            change);
    DynamoTerminalStore store = new DynamoTerminalStore(cloud);
    store.save(fresh, SampleApplications.token());
    Terminal used = fresh.enrolled("{}", now);
    assertTrue(store.enrol(used));
    return used;
  }

  private void begun(Instant lastSeen, Instant endsAt) {
    new DynamoVisitStore(cloud)
        .begin(Visit.begun(Secrets.hash(secret), terminal, lastSeen, endsAt));
  }

  private void begun() {
    begun(now, now.plusSeconds(600));
  }

  private void signedIn(Session.Kind kind) {
    String id = Secrets.hash(session);
    DynamoSessionStore.ofResidents(cloud)
        .start(new Session(id, kind, "account-1", true, "", now, now, now.plusSeconds(600)));
    new DynamoVisitStore(cloud).signedIn(Secrets.hash(secret), id);
  }

  private JsonNode asked(String... cookies) {
    var event = Json.MAPPER.createObjectNode().put("methodArn", "arn");
    event.putObject("multiValueHeaders").putArray("cookie").add(String.join("; ", cookies));
    return Json.MAPPER
        .readTree(authorizer.handle(event.toString().getBytes(StandardCharsets.UTF_8), null))
        .get("context");
  }

  private String visitCookie() {
    return Cookies.VISIT + "=" + secret;
  }

  private String kioskCookie() {
    return Cookies.KIOSK_SESSION + "=" + session;
  }

  private String portalCookie() {
    return Cookies.SESSION + "=" + session;
  }

  @Nested
  class Recognised {
    @Test
    void aVisitorAtARegisteredTerminal() {
      begun();
      JsonNode context = asked(visitCookie());
      assertEquals("guest", context.get("kind").stringValue());
      assertEquals(terminal.terminalId(), context.get("terminal").stringValue());
    }

    @Test
    void whoSignedInDuringTheVisit() {
      begun();
      signedIn(Session.Kind.KIOSK);
      assertEquals("account-1", asked(visitCookie(), kioskCookie()).get("id").stringValue());
    }
  }

  @Nested
  class NotRecognised {
    @Test
    void theSessionOfTheCounterWithoutItsVisitIsNobodys() {
      begun();
      signedIn(Session.Kind.KIOSK);
      assertEquals("guest", asked(kioskCookie()).get("kind").stringValue());
      assertEquals("guest", asked(portalCookie()).get("kind").stringValue());
      new DynamoVisitStore(cloud).end(Secrets.hash(secret));
      assertEquals("guest", asked(visitCookie(), kioskCookie()).get("kind").stringValue());
    }

    @Test
    void theSessionOfAnotherVisitIsNobodysHere() {
      begun();
      String id = Secrets.hash(session);
      DynamoSessionStore.ofResidents(cloud)
          .start(
              new Session(
                  id, Session.Kind.KIOSK, "account-1", true, "", now, now, now.plusSeconds(600)));
      assertEquals("guest", asked(visitCookie(), kioskCookie()).get("kind").stringValue());
    }

    @Test
    void thePortalsSessionMeansNothingDuringAVisit() {
      begun();
      signedIn(Session.Kind.RESIDENT);
      assertEquals("guest", asked(visitCookie(), portalCookie()).get("kind").stringValue());
      assertEquals("guest", asked(visitCookie(), kioskCookie()).get("kind").stringValue());
      assertEquals("account-1", asked(portalCookie()).get("id").stringValue());
    }

    @Test
    void aVisitThatIsIdleOverOrMadeUpIsNone() {
      begun(now.minus(Duration.ofMinutes(11)), now.plusSeconds(600));
      assertFalse(asked(visitCookie()).has("visit"));
      begun(now, now.minusSeconds(1));
      assertFalse(asked(visitCookie()).has("visit"));
      assertFalse(asked(Cookies.VISIT + "=made-up").has("visit"));
    }

    @Test
    void aRevokedTerminalsVisitEndsWithTheNextRequestAndSoDoesWhoSignedInThere() {
      begun();
      signedIn(Session.Kind.KIOSK);
      assertTrue(asked(visitCookie(), kioskCookie()).has("visit"));
      Terminal.Change change = new Terminal.Change(now, Terminal.What.REVOKED, "吉田　恵子");
      new DynamoTerminalStore(cloud).save(terminal.revoked(change), SampleApplications.token());
      JsonNode context = asked(visitCookie(), kioskCookie());
      assertFalse(context.has("visit"));
      assertEquals("guest", context.get("kind").stringValue());
    }
  }

  @Nested
  class SigningIn {
    private final EntryFunction entry = new IdentityWiring().wire(Entry.IDENTITY_RESIDENT, cloud);

    @Test
    void doesNotBeginForTheCounterWithoutAVisit() {
      GatewayAnswer page =
          GatewayCall.of(Route.START_SIGN_IN)
              .path("provider", "card")
              .as(new Caller.Guest())
              .query("returnTo", "/kiosk/apply/juminhyo")
              .sentTo(entry);
      assertEquals(403, page.status(), page.body());
      assertFalse(page.headers().has("Set-Cookie"));
    }

    @Test
    void doesNotEndInAnotherVisitThanItBeganIn() {
      String state = Secrets.draw();
      String browser = Secrets.draw();
      for (String visit : new String[] {null, "another-visit"}) {
        DynamoSignInStore.ofResidents(cloud)
            .save(
                new SignIn(
                    Secrets.hash(state),
                    "nonce",
                    "v".repeat(43),
                    Secrets.hash(browser),
                    "/kiosk/",
                    now.plusSeconds(60),
                    visit,
                    null,
                    null,
                    null));
        GatewayAnswer page =
            GatewayCall.of(Route.FINISH_SIGN_IN)
                .path("provider", "card")
                .as(new Caller.Guest(), new AtTerminal(Secrets.hash(secret), terminal.terminalId()))
                .query("state", state)
                .query("code", "code")
                .header("Cookie", Cookies.SIGN_IN + "card=" + browser)
                .sentTo(entry);
        assertEquals(403, page.status(), page.body());
        assertTrue(page.body().contains("窓口の端末の利用が終わっています"), page.body());
      }
    }

    @Test
    void givesTheCountersOwnCookieThatHangsOnTheVisit() {
      begun();
      Response landed = land();
      assertEquals(200, landed.status());
      String cookie = landed.headers().get("Set-Cookie").getFirst();
      assertTrue(cookie.startsWith(Cookies.KIOSK_SESSION + "="), cookie);
      String value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
      assertEquals(
          "account-9",
          asked(visitCookie(), Cookies.KIOSK_SESSION + "=" + value).get("id").stringValue());
    }

    @Test
    void givesNothingWhenTheVisitEndedMeanwhile() {
      Response landed = land();
      assertEquals(403, landed.status());
      assertFalse(landed.headers().containsKey("Set-Cookie"));
    }

    private Response land() {
      InstantSource clock = InstantSource.system();
      DynamoSessionStore sessions = DynamoSessionStore.ofResidents(cloud);
      return new Landing(
              new Sessions(Session.Kind.RESIDENT, sessions, cloud.environment(), clock),
              new Sessions(Session.Kind.KIOSK, sessions, cloud.environment(), clock),
              new DynamoVisitStore(cloud))
          .start(
              new jp.ishikari.link.edge.Request(
                  Route.FINISH_SIGN_IN,
                  java.util.Map.of(),
                  java.util.Map.of(),
                  java.util.Map.of("cookie", List.of()),
                  null,
                  "",
                  new Caller.Guest(),
                  Optional.of(new AtTerminal(Secrets.hash(secret), terminal.terminalId())),
                  "203.0.113.7",
                  "c"),
              Pages.goOn("/kiosk/", "続ける"),
              "account-9",
              true,
              "Linux・Chrome");
    }
  }
}
