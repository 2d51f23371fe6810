package jp.ishikari.link.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.identity.device.Device;
import jp.ishikari.link.identity.store.DynamoSignInRecords;
import jp.ishikari.link.identity.store.SignInRecord;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a resident sees of their own sign-ins, and what they may end. */
@ExtendWith(Engines.class)
class OwnSessionsTest {
  private static TestCloud cloud;
  private static EntryFunction entry;

  private final String account = "account-" + UUID.randomUUID();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final String here = session(account, "Windows・Chrome", now.minusSeconds(60));
  private final Caller.Resident resident = new Caller.Resident(account, here, true);

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new IdentityWiring().wire(Entry.IDENTITY_RESIDENT, cloud);
  }

  private String session(String owner, String device, Instant seen) {
    String id = "hash-" + UUID.randomUUID();
    DynamoSessionStore.ofResidents(cloud)
        .start(
            new Session(
                id, Session.Kind.RESIDENT, owner, true, device, seen, seen, now.plusSeconds(600)));
    return id;
  }

  private boolean stands(String id) {
    return DynamoSessionStore.ofResidents(cloud).find(id).isPresent();
  }

  private List<String> running() {
    GatewayAnswer shown = GatewayCall.of(Route.LIST_SIGN_INS).as(resident).sentTo(entry);
    assertEquals(200, shown.status(), shown.body());
    return IntStream.range(0, shown.json().get("running").size())
        .mapToObj(i -> shown.json().get("running").get(i).get("sessionId").stringValue())
        .toList();
  }

  private GatewayAnswer end(String id) {
    return GatewayCall.of(Route.END_SESSIONS)
        .as(resident)
        .change(
            body -> {
              if (id != null) {
                body.put("sessionId", id);
              }
            })
        .sentTo(entry);
  }

  @Nested
  class Shown {
    @Test
    void showsTheirOwnRunningOnesNewestFirstAndNotThoseThatHaveRunOut() {
      String phone = session(account, "iPhone・Safari", now.minusSeconds(5));
      session(account, "Android・Chrome", now.minus(5, ChronoUnit.HOURS));
      session("account-" + UUID.randomUUID(), "Mac・Safari", now);
      assertEquals(List.of(phone, here), running());
    }

    @Test
    void showsTheNewestFiftySignInsAndNobodyElses() {
      DynamoSignInRecords records = new DynamoSignInRecords(cloud);
      for (int i = 0; i < 55; i++) {
        records.add(
            new SignInRecord(
                account,
                now.minusSeconds(i),
                "Linux・Firefox",
                SignInRecord.What.SIGNED_IN,
                "card"));
      }
      records.add(
          new SignInRecord(
              "account-" + UUID.randomUUID(),
              now,
              "Mac・Safari",
              SignInRecord.What.SIGNED_IN,
              "card"));
      GatewayAnswer shown = GatewayCall.of(Route.LIST_SIGN_INS).as(resident).sentTo(entry);
      assertEquals(50, shown.json().get("past").size());
      assertEquals(now.toString(), shown.json().at("/past/0/at").stringValue());
    }

    @ParameterizedTest
    @CsvSource({
      "Mozilla/5.0 (iPhone; CPU iPhone OS 12_0 like Mac OS X) Version/12.0 Safari/604.1, iPhone・Safari",
      "Mozilla/5.0 (Linux; Android 9) Chrome/72.0.3626.121 Mobile Safari/537.36, Android・Chrome",
      "Mozilla/5.0 (Windows NT 10.0) Chrome/79.0 Safari/537.36 Edg/79.0, Windows・Edge",
      "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0, Linux・Firefox",
      "<script>alert(1)</script>, わからない端末・ブラウザー"
    })
    void namesADeviceByItsFamilyAndNeverByWhatItWrote(String userAgent, String told) {
      assertEquals(told, Device.of(userAgent));
    }
  }

  @Nested
  class Ended {
    @Test
    void endsOneElsewhereAndLeavesTheRest() {
      String phone = session(account, "iPhone・Safari", now);
      String tablet = session(account, "iPad・Safari", now);
      assertEquals(204, end(phone).status());
      assertTrue(!stands(phone) && stands(tablet) && stands(here));
    }

    @Test
    void endsAllElsewhereAndDoingItAgainChangesNothing() {
      String phone = session(account, "iPhone・Safari", now);
      assertEquals(204, end(null).status());
      assertEquals(204, end(null).status());
      assertTrue(!stands(phone) && stands(here));
      assertEquals(List.of(here), running());
    }
  }

  @Nested
  class Refused {
    @Test
    void somebodyElsesSessionIsAnsweredAsIfItDidNotExist() {
      String theirs = session("account-" + UUID.randomUUID(), "Mac・Safari", now);
      assertEquals(404, end(theirs).status());
      assertEquals(404, end("hash-of-nothing").status());
      assertTrue(stands(theirs));
    }

    @Test
    void aGuestHasNone() {
      for (Route route : List.of(Route.LIST_SIGN_INS, Route.END_SESSIONS)) {
        assertEquals(401, GatewayCall.of(route).as(new Caller.Guest()).sentTo(entry).status());
      }
    }
  }
}
