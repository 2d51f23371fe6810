package jp.ishikari.link.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.identity.device.Pairings;
import jp.ishikari.link.identity.door.Provider;
import jp.ishikari.link.identity.residents.CardWay;
import jp.ishikari.link.identity.residents.SignInWay;
import jp.ishikari.link.identity.store.DynamoPairingStore;
import jp.ishikari.link.identity.store.DynamoSignInRecords;
import jp.ishikari.link.identity.store.Pairing;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A PC waits, a phone proves: what goes through, and everything that must not. */
@ExtendWith(Engines.class)
class PairingTest {
  private static final Cookies NAMES = new Cookies(TestCloud.PORTAL);
  private static TestCloud cloud;
  private static EntryFunction entry;
  private static Pairings pairings;

  private final String account = "account-" + UUID.randomUUID();
  private final GatewayAnswer begun = GatewayCall.of(Route.START_PAIRING).sentTo(entry);
  private final String token = begun.text("token");
  private final String number = begun.text("number");
  private final String pc = cookie(begun, Pairings.WAITING_COOKIE).orElseThrow();

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new IdentityWiring().wire(Entry.IDENTITY_RESIDENT, cloud);
    pairings = new Pairings(new DynamoPairingStore(cloud), NAMES, InstantSource.system());
  }

  private static Optional<String> cookie(GatewayAnswer answer, String name) {
    String start = NAMES.name(name) + "=";
    return StreamSupport.stream(answer.headers().path("Set-Cookie").spliterator(), false)
        .map(value -> value.stringValue())
        .filter(value -> value.startsWith(start) && !value.startsWith(start + ";"))
        .map(value -> value.substring(start.length(), value.indexOf(';')))
        .findFirst();
  }

  private static GatewayCall with(Route route, String cookies) {
    GatewayCall call = GatewayCall.of(route);
    return cookies == null ? call : call.header("Cookie", cookies);
  }

  private GatewayCall on(Route route, String cookies) {
    return with(route, cookies).change(body -> body.removeAll().put("token", token));
  }

  private GatewayAnswer open() {
    return on(Route.OPEN_PAIRING, null).sentTo(entry);
  }

  private GatewayAnswer name(String said) {
    return on(Route.CONFIRM_PAIRING, null).change(body -> body.put("number", said)).sentTo(entry);
  }

  private String wrong() {
    return number.equals("0000") ? "0001" : "0000";
  }

  private GatewayAnswer collect() {
    return collect(NAMES.name(Pairings.WAITING_COOKIE) + "=" + pc);
  }

  private GatewayAnswer collect(String cookies) {
    return on(Route.COLLECT_PAIRING, cookies).sentTo(entry);
  }

  private Pairing stored() {
    return new DynamoPairingStore(cloud).find(Secrets.hash(token)).orElseThrow();
  }

  /** The phone named the number and somebody proved themselves there. */
  private void proven() {
    assertEquals(204, name(number).status());
    assertTrue(pairings.prove(Secrets.hash(token), account, way(true)));
  }

  /** As if it had begun long ago. */
  private void runOut() {
    Pairing p = stored();
    Pairing old =
        new Pairing(
            p.id(),
            p.browser(),
            p.number(),
            p.device(),
            p.startedAt(),
            Instant.now().minusSeconds(1),
            p.state(),
            p.misses(),
            p.phone(),
            p.accountId(),
            p.provider(),
            p.verified());
    assertTrue(new DynamoPairingStore(cloud).advance(p, old));
  }

  @Nested
  class Through {
    @Test
    void theWaitingDeviceGetsATokenForThePictureAndAShortNumber() {
      assertEquals(201, begun.status(), begun.body());
      assertTrue(token.length() >= 43, "256 bits");
      assertTrue(number.matches("\\d{4}"));
      assertEquals("WAITING", collect().text("state"));
    }

    @Test
    void noneOfTheSecretsIsStored() {
      String row = Rows.of(cloud, Table.PAIRINGS).getItem(Rows.key(Secrets.hash(token))).toJson();
      for (String secret : List.of(token, pc, "\"" + number + "\"")) {
        assertFalse(row.contains(secret));
      }
    }

    @Test
    void thePhoneIsToldWhichDeviceAsksAndSinceWhenAndNotTheNumber() {
      GatewayAnswer shown = open();
      assertEquals("Android・Chrome", shown.text("device"));
      assertFalse(shown.text("startedAt").isEmpty());
      assertFalse(shown.body().contains(number));
    }

    @Test
    void theNumberLetsThisPhoneGoOnToTheProviderAndTellsTheDeviceThatWaits() {
      GatewayAnswer named = name(number);
      assertEquals(204, named.status(), named.body());
      assertEquals("CONFIRMED", collect().text("state"));
      String phone = cookie(named, Pairings.PHONE_COOKIE).orElseThrow();
      GatewayAnswer start =
          with(Route.START_SIGN_IN, NAMES.name(Pairings.PHONE_COOKIE) + "=" + phone)
              .path("provider", CardWay.NAME)
              .query("pairing", "1")
              .sentTo(entry);
      assertEquals(200, start.status());
      assertTrue(start.body().contains("http-equiv=\"refresh\""), start.body());
    }

    @Test
    void theWaitingDeviceGetsASessionOfItsOwnAndThePhoneNone() {
      GatewayAnswer named = name(number);
      assertTrue(cookie(named, "session").isEmpty());
      assertTrue(pairings.prove(Secrets.hash(token), account, way(true)));
      GatewayAnswer collected = collect();
      assertEquals("PROVEN", collected.text("state"));
      String session = cookie(collected, "session").orElseThrow();
      Session started =
          DynamoSessionStore.ofResidents(cloud).find(Secrets.hash(session)).orElseThrow();
      assertEquals(account, started.principalId());
      assertTrue(started.proven(), "at the level that was proven");
      assertTrue(
          new DynamoSignInRecords(cloud)
              .of(account, Instant.now())
              .getFirst()
              .device()
              .contains("スマートフォンで本人確認"));
    }

    @Test
    void theSessionThatTheDeviceHadEndsAndItsCookieIsNotTakenOver() {
      String planted = "planted-" + UUID.randomUUID();
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      DynamoSessionStore.ofResidents(cloud)
          .start(
              new Session(
                  Secrets.hash(planted),
                  Session.Kind.RESIDENT,
                  "attacker",
                  true,
                  "",
                  now,
                  now,
                  now.plusSeconds(600)));
      proven();
      GatewayAnswer collected =
          collect(
              NAMES.name(Pairings.WAITING_COOKIE)
                  + "="
                  + pc
                  + "; "
                  + NAMES.name("session")
                  + "="
                  + planted);
      assertNotEquals(planted, cookie(collected, "session").orElseThrow());
      assertTrue(DynamoSessionStore.ofResidents(cloud).find(Secrets.hash(planted)).isEmpty());
    }
  }

  @Nested
  class Refused {
    @Test
    void toCallVerifiedWhatWasOnlyASignIn() {
      name(number);
      assertTrue(pairings.prove(Secrets.hash(token), account, way(false)));
      String session = cookie(collect(), "session").orElseThrow();
      assertFalse(
          DynamoSessionStore.ofResidents(cloud).find(Secrets.hash(session)).orElseThrow().proven());
    }

    @Test
    void aThirdWrongNumberEndsItAndTheRightOneComesTooLate() {
      assertEquals(List.of("number wrong"), name(wrong()).errors());
      assertEquals("answers-invalid", name(wrong()).code());
      assertEquals(429, name(wrong()).status());
      assertEquals(404, name(number).status());
      assertEquals("CANCELLED", collect().text("state"));
    }

    @Test
    void guessingInParallelGainsNoTries() throws Exception {
      try (var fingers = Executors.newFixedThreadPool(12)) {
        Callable<GatewayAnswer> guess = () -> name(wrong());
        List<Integer> heard =
            fingers.invokeAll(IntStream.range(0, 12).mapToObj(i -> guess).toList()).stream()
                .map(PairingTest::answer)
                .map(GatewayAnswer::status)
                .filter(status -> status == 400 || status == 429)
                .toList();
        assertTrue(heard.size() <= Pairings.TRIES, heard.toString());
      }
      assertTrue(stored().misses() <= Pairings.TRIES);
    }

    @Test
    void anyOtherBrowserThanTheOneThatBegan() {
      proven();
      assertEquals(404, collect(null).status());
      assertEquals(
          404, collect(NAMES.name(Pairings.WAITING_COOKIE) + "=" + Secrets.draw()).status());
      assertTrue(cookie(collect(), "session").isPresent(), "nothing was lost");
    }

    @Test
    void theSecondOfTwoWhoFetchTheSession() throws Exception {
      proven();
      try (var hands = Executors.newFixedThreadPool(5)) {
        Callable<GatewayAnswer> fetch = PairingTest.this::collect;
        var answers =
            hands.invokeAll(IntStream.range(0, 5).mapToObj(i -> fetch).toList()).stream()
                .map(PairingTest::answer)
                .collect(
                    Collectors.groupingBy(
                        answer -> cookie(answer, "session").isPresent(), Collectors.counting()));
        assertEquals(1, answers.get(true));
      }
      assertEquals(404, collect().status());
    }

    @ParameterizedTest
    @EnumSource(
        value = Pairing.State.class,
        names = {"WAITING", "CONFIRMED", "PROVEN"})
    void whatHasRunOut(Pairing.State at) {
      if (at != Pairing.State.WAITING) {
        name(number);
      }
      if (at == Pairing.State.PROVEN) {
        pairings.prove(Secrets.hash(token), account, way(true));
      }
      runOut();
      assertEquals(404, open().status());
      assertEquals(404, name(number).status());
      assertEquals(404, collect().status());
      assertFalse(pairings.prove(Secrets.hash(token), account, way(true)));
    }

    @Test
    void whatWasCancelledOnThePhoneEvenAfterSomebodyProvedThemselves() {
      proven();
      assertEquals(204, on(Route.CANCEL_PAIRING, null).sentTo(entry).status());
      GatewayAnswer told = collect();
      assertEquals("CANCELLED", told.text("state"));
      assertTrue(cookie(told, "session").isEmpty());
      assertFalse(pairings.prove(Secrets.hash(token), account, way(true)));
    }

    @Test
    void aSecondPhoneOnceOneHasNamedTheNumber() {
      String first = cookie(name(number), Pairings.PHONE_COOKIE).orElseThrow();
      assertEquals(409, open().status());
      assertEquals(404, name(number).status());
      GatewayAnswer own =
          with(Route.OPEN_PAIRING, NAMES.name(Pairings.PHONE_COOKIE) + "=" + first)
              .change(body -> body.removeAll())
              .sentTo(entry);
      assertEquals("CONFIRMED", own.text("state"), "the first one may try the provider again");
    }

    @Test
    void goingToTheProviderWithoutTheNumber() {
      for (String cookies :
          new String[] {
            null,
            NAMES.name(Pairings.PHONE_COOKIE) + "=" + token + "." + Secrets.draw(),
            NAMES.name(Pairings.PHONE_COOKIE) + "=nonsense"
          }) {
        GatewayAnswer refused =
            with(Route.START_SIGN_IN, cookies)
                .path("provider", CardWay.NAME)
                .query("pairing", "1")
                .sentTo(entry);
        assertEquals(400, refused.status());
        assertFalse(refused.body().contains("refresh"));
      }
    }

    @Test
    void provingForADeviceWhoseNumberNobodyNamed() {
      assertFalse(pairings.prove(Secrets.hash(token), account, way(true)));
      assertEquals("WAITING", collect().text("state"));
    }

    @Test
    void tokensThatNobodyDrewAndBodiesThatAreNone() {
      for (Route route : List.of(Route.OPEN_PAIRING, Route.CANCEL_PAIRING, Route.COLLECT_PAIRING)) {
        assertEquals(404, named(route, body -> body.put("token", Secrets.draw())).status());
        assertEquals("answers-invalid", named(route, body -> body.put("token", 5)).code());
        assertEquals("answers-invalid", named(route, body -> body.put("other", "x")).code());
      }
      assertEquals(
          404,
          named(
                  Route.CONFIRM_PAIRING,
                  body -> body.put("token", Secrets.draw()).put("number", "1234"))
              .status());
    }

    private GatewayAnswer named(
        Route route,
        Function<tools.jackson.databind.node.ObjectNode, tools.jackson.databind.node.ObjectNode>
            say) {
      return GatewayCall.of(route).change(body -> say.apply(body.removeAll())).sentTo(entry);
    }
  }

  private static GatewayAnswer answer(java.util.concurrent.Future<GatewayAnswer> coming) {
    try {
      return coming.get();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  /** Of a way only these are asked: its name, and whether it verifies. */
  private static SignInWay way(boolean verifies) {
    return new SignInWay(
        new Provider(CardWay.NAME, null, null, null, null, null, null), "", "", verifies, Map.of());
  }
}
