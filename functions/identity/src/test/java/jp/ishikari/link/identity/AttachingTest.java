package jp.ishikari.link.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.identity.door.Sessions;
import jp.ishikari.link.identity.door.SignInFailure;
import jp.ishikari.link.identity.residents.Attaching;
import jp.ishikari.link.identity.residents.ChangingWays;
import jp.ishikari.link.identity.residents.Recency;
import jp.ishikari.link.identity.residents.SignInWay;
import jp.ishikari.link.identity.residents.SignInWays;
import jp.ishikari.link.identity.store.AttachedWay;
import jp.ishikari.link.identity.store.DynamoAccountStore;
import jp.ishikari.link.identity.store.SignIn;
import jp.ishikari.link.identity.store.SignInRecord;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Further ways to sign in to one account, and taking them away. */
@ExtendWith(Engines.class)
class AttachingTest {
  private static final Map<String, String> HANAKO =
      Map.of("name", "石狩　花子", "birthdate", "19890107");

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Cloud cloud;
  private final EntryFunction entry;
  private final DynamoAccountStore accounts;
  private final String card = "identity-" + UUID.randomUUID();
  private final String account;
  private final Caller.Resident hanako;
  private final Attaching attaching;
  private final SignInWay xid;

  AttachingTest(TestCloud cloud) {
    this.cloud = cloud.with(Setting.XID_ISSUER, "https://xid.example");
    this.entry = new IdentityWiring().wire(Entry.IDENTITY_RESIDENT, this.cloud);
    this.accounts = new DynamoAccountStore(cloud);
    this.account = accounts.signIn(card, HANAKO, "card", now).accountId();
    this.hanako = session(now);
    Sessions sessions = IdentityWiring.sessions(Session.Kind.RESIDENT, this.cloud, () -> now);
    this.attaching =
        new Attaching(
            accounts,
            new ChangingWays(
                accounts,
                SignInWays.of(this.cloud.environment()),
                new Recency(sessions, () -> now),
                () -> now),
            () -> now);
    this.xid = SignInWays.of(this.cloud.environment()).named("xid").orElseThrow();
  }

  private Caller.Resident session(Instant startedAt) {
    String id = "session-" + UUID.randomUUID();
    DynamoSessionStore.ofResidents(cloud)
        .start(
            new Session(
                id,
                Session.Kind.RESIDENT,
                account,
                true,
                "Linux・Firefox",
                startedAt,
                now,
                now.plusSeconds(3600)));
    return new Caller.Resident(account, id, true);
  }

  private Optional<SignInFailure> attach(
      Caller caller, String identity, Map<String, String> claims) {
    return attaching.attach(
        new Request(Route.FINISH_SIGN_IN, Map.of(), Map.of(), Map.of(), null, "", caller, "", ""),
        xid,
        identity,
        claims,
        new SignIn(
            "id",
            "nonce",
            "verifier",
            "browser",
            "/sign-ins",
            now.plusSeconds(600),
            null,
            null,
            new SignIn.Attaching(account, hanako.session()),
            null),
        "Linux・Firefox");
  }

  private GatewayAnswer detach(Caller caller, String identity) {
    return GatewayCall.of(Route.DETACH_WAY)
        .as(caller)
        .change(body -> body.put("identity", identity))
        .sentTo(entry);
  }

  private GatewayAnswer start(Caller caller, String provider) {
    return GatewayCall.of(Route.START_SIGN_IN)
        .as(caller)
        .path("provider", provider)
        .query("attach", "1")
        .query("returnTo", "/sign-ins")
        .sentTo(entry);
  }

  private List<String> ways() {
    return accounts.ways(account).stream().map(AttachedWay::way).sorted().toList();
  }

  @Nested
  class Attached {
    @Test
    void aSecondWayOpensTheSameAccountAndBothAreShownWithWhatHappened() {
      String identity = card + "-xid";
      assertEquals(Optional.empty(), attach(hanako, identity, HANAKO));
      assertEquals(Optional.of(account), accounts.accountOf(identity));
      GatewayAnswer shown = GatewayCall.of(Route.LIST_SIGN_INS).as(hanako).sentTo(entry);
      assertEquals(200, shown.status(), shown.body());
      assertEquals(
          List.of("xIDアプリ", "マイナンバーカード"),
          shown
              .json()
              .get("ways")
              .valueStream()
              .map(way -> way.get("label").stringValue())
              .sorted()
              .toList());
      assertEquals("ATTACHED", shown.json().at("/past/0/what").stringValue());
      assertTrue(shown.json().get("recent").booleanValue());
    }

    @Test
    void aNewNameOrAddressDoesNotMakeItAnotherPersons() {
      Map<String, String> married = Map.of("name", "厚田　花子", "birthdate", "1989-01-07");
      assertEquals(Optional.empty(), attach(hanako, card + "-xid", married));
    }
  }

  @Nested
  class NotAttached {
    @Test
    void whatBelongsToAnotherAccount() {
      String others = "identity-" + UUID.randomUUID();
      accounts.signIn(others, HANAKO, "xid", now);
      assertEquals(Optional.of(SignInFailure.TAKEN), attach(hanako, others, HANAKO));
      assertEquals(List.of("card"), ways());
    }

    @Test
    void whatSomebodyElseVerifiedEvenUnderTheSameName() {
      Map<String, String> namesake = Map.of("name", "石狩　花子", "birthdate", "20010401");
      assertEquals(
          Optional.of(SignInFailure.ANOTHER_PERSON), attach(hanako, card + "-xid", namesake));
      assertEquals(List.of("card"), ways());
    }

    @Test
    void onceTheSessionThatAskedForItIsGoneOrIsAnothers() {
      for (Caller caller :
          Stream.of(
                  new Caller.Guest(),
                  session(now),
                  new Caller.Resident("account-of-somebody", hanako.session(), true))
              .toList()) {
        assertEquals(
            Optional.of(SignInFailure.SESSION_GONE), attach(caller, card + "-xid", HANAKO));
      }
      assertEquals(List.of("card"), ways());
    }

    @Test
    void fromABrowserThatWasLeftOpenOrByAGuest() {
      GatewayAnswer open = start(session(now.minusSeconds(660)), "xid");
      assertEquals(403, open.status(), open.body());
      assertTrue(open.body().contains("10分以内"), open.body());
      assertEquals(401, start(new Caller.Guest(), "card").status());
      assertEquals(200, start(hanako, "card").status());
    }
  }

  @Nested
  class Detached {
    @Test
    void aWayIsTakenAwayOnceAndEveryOtherSessionEnds() {
      accounts.attach(account, card + "-xid", "xid", entry());
      Caller.Resident elsewhere = session(now);
      assertEquals(204, detach(hanako, card + "-xid").status());
      assertEquals(204, detach(hanako, card + "-xid").status());
      assertEquals(List.of("card"), ways());
      DynamoSessionStore sessions = DynamoSessionStore.ofResidents(cloud);
      assertTrue(sessions.find(elsewhere.session()).isEmpty());
      assertTrue(sessions.find(hanako.session()).isPresent());
    }
  }

  @Nested
  class NotDetached {
    @Test
    void theLastWay() {
      GatewayAnswer answer = detach(hanako, card);
      assertEquals(422, answer.status(), answer.body());
      assertEquals("last-way", answer.text("code"));
      assertEquals(List.of("card"), ways());
    }

    @Test
    void longAfterSigningIn() {
      accounts.attach(account, card + "-xid", "xid", entry());
      GatewayAnswer answer = detach(session(now.minusSeconds(660)), card);
      assertEquals(403, answer.status(), answer.body());
      assertEquals("recent-sign-in-required", answer.text("code"));
      assertEquals(List.of("card", "xid"), ways());
    }

    @Test
    void whatIsAnotherAccountsWhichLooksLikeNothing() {
      String others = "identity-" + UUID.randomUUID();
      accounts.signIn(others, HANAKO, "card", now);
      assertEquals(204, detach(hanako, others).status());
      assertTrue(accounts.accountOf(others).isPresent());
    }
  }

  private SignInRecord entry() {
    return new SignInRecord(account, now, "Linux・Firefox", SignInRecord.What.ATTACHED, "xid");
  }
}
