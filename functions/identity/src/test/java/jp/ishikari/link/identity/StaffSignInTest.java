package jp.ishikari.link.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Signal;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.domain.identity.SignInPolicy;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.identity.door.Sessions;
import jp.ishikari.link.identity.staff.SecondFactorDoor;
import jp.ishikari.link.identity.store.DynamoStaffDirectory;
import jp.ishikari.link.identity.store.StaffDirectory;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.HeardLog;
import jp.ishikari.link.testkit.TestCloud;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The one-time code and the sessions of staff, on the real engines with a clock that the test
 * moves.
 */
@ExtendWith(Engines.class)
class StaffSignInTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private final TestCloud cloud;
  private final DynamoStaffDirectory directory;
  private final String staffId = "staff-" + UUID.randomUUID();
  private Instant now = Instant.parse("2026-11-24T01:00:00Z");
  private final InstantSource clock = () -> now;
  private final Sessions sessions;
  private final EnterOneTimeCode enter;
  private String firstFactor;

  StaffSignInTest(TestCloud cloud) {
    this.cloud = cloud;
    this.directory = new DynamoStaffDirectory(cloud);
    this.sessions =
        new Sessions(
            Session.Kind.STAFF, DynamoSessionStore.ofStaff(cloud), cloud.environment(), clock);
    this.enter =
        new EnterOneTimeCode(
            new SecondFactorDoor(directory, sessions, () -> SignInPolicy.FIRST, clock));
  }

  @BeforeEach
  void aClerkWithPasswordOnly() {
    directory.register(
        staffId,
        "staff#" + staffId,
        new Registration(staffId, "鈴木 一郎", Set.of("REVIEWER"), Set.of("shimin"), null, null, null),
        SecondFactor.enrolled(directory.seal(staffId, SECRET)));
    firstFactor = cookieOf(sessions.start(Response.noContent(), staffId, false));
  }

  @Nested
  class Accepted {
    @Test
    void theRightCodeGivesANewSessionAndEndsTheOneBefore() throws Exception {
      Response answer = send(code(0));
      assertEquals(200, answer.status());
      Session session = sessions.alive(Optional.of(cookieOf(answer))).orElseThrow();
      assertTrue(session.proven());
      assertTrue(sessions.alive(Optional.of(firstFactor)).isEmpty());
    }

    @Test
    void aCodeOfTheNeighbouringHalfMinuteIsTaken() throws Exception {
      assertEquals(200, send(code(-1)).status());
    }

    @Test
    void operatorsAreCalledWhenTheEmergencyAdministratorSignsInAndNotBefore() {
      Set<Role> roles = Set.of(Role.EMERGENCY_ADMINISTRATOR);
      try (HeardLog log = new HeardLog(Level.WARN)) {
        send(enter, roles, "000000");
        assertEquals(List.of(), log.heard());
        assertEquals(200, send(enter, roles, code(0)).status());
        assertEquals(1, log.heard().size());
        assertTrue(log.heard().getFirst().startsWith(Signal.EMERGENCY_SIGN_IN.message()));
      }
    }

    @Test
    void theSignInBeforeThisOneIsRemembered() throws Exception {
      send(code(0));
      Instant first = now;
      now = now.plus(Duration.ofDays(1));
      send(code(0));
      assertEquals(first, directory.find(staffId).orElseThrow().lastSignInAt());
    }
  }

  @Nested
  class Refused {
    @Test
    void aWrongCodeNeverGivesASession() {
      Response answer = send("000000");
      assertEquals(400, answer.status());
      assertFalse(answer.headers().containsKey("Set-Cookie"));
      assertFalse(sessions.alive(Optional.of(firstFactor)).orElseThrow().proven());
    }

    @Test
    void aCodeCountsOnce() throws Exception {
      String code = code(0);
      assertEquals(200, send(code).status());
      assertEquals(400, send(code).status());
    }

    @Test
    void anOlderCodeThanTheLastOneIsAReplay() throws Exception {
      assertEquals(200, send(code(1)).status());
      assertEquals(400, send(code(0)).status());
    }

    @Test
    void aCodeTwoStepsAwayIsTooFar() throws Exception {
      assertEquals(400, send(code(-2)).status());
      assertEquals(400, send(code(2)).status());
    }

    @Test
    void ofManyAtOnceWithTheSameCodeExactlyOneGetsIn() throws Exception {
      String code = code(0);
      try (var pool = Executors.newFixedThreadPool(8)) {
        Callable<Integer> attempt = () -> send(code).status();
        long in =
            pool.invokeAll(java.util.Collections.nCopies(16, attempt)).stream()
                .filter(
                    done -> {
                      try {
                        return done.get() == 200;
                      } catch (Exception e) {
                        throw new IllegalStateException(e);
                      }
                    })
                .count();
        assertEquals(1, in);
      }
    }

    @Test
    void whoeverLosesARaceIsToldTheSameWhetherTheCodeWasRightOrWrong() {
      // Every conditional write of this directory loses, as in a burst of guesses.
      StaffDirectory overtaken =
          new StaffDirectory() {
            @Override
            public Optional<StaffMember> findByIdentity(String identity) {
              return directory.findByIdentity(identity);
            }

            @Override
            public Optional<StaffMember> find(String id) {
              return directory.find(id);
            }

            @Override
            public boolean isEmpty() {
              return directory.isEmpty();
            }

            @Override
            public void register(
                String id,
                String identity,
                Registration registration,
                SecondFactor factor,
                List<Part<NotSaved>> besides) {
              throw new UnsupportedOperationException();
            }

            @Override
            public void signedOut(String id, Instant at) {
              directory.signedOut(id, at);
            }

            @Override
            public byte[] seal(String id, byte[] plain) {
              return directory.seal(id, plain);
            }

            @Override
            public byte[] open(String id, byte[] sealed) {
              return directory.open(id, sealed);
            }

            @Override
            public boolean save(StaffMember read, SecondFactor next, Instant signedInAt) {
              return false;
            }
          };
      EnterOneTimeCode late =
          new EnterOneTimeCode(
              new SecondFactorDoor(overtaken, sessions, () -> SignInPolicy.FIRST, clock));
      assertEquals(send(late, "000000").status(), send(late, code(0)).status());
    }

    @Test
    void fiveWrongCodesLockAndEvenTheRightOneIsNotLookedAt() throws Exception {
      for (int i = 0; i < 5; i++) {
        assertEquals(400, send("000000").status());
      }
      assertEquals(429, send(code(0)).status());
      now = now.plus(Duration.ofMinutes(1)).plusSeconds(1);
      assertEquals(200, send(code(0)).status());
    }

    @Test
    void theLockGrowsAndEndsAtFifteenMinutes() {
      for (int i = 0; i < 12; i++) {
        now = now.plus(Duration.ofMinutes(16));
        send("000000");
      }
      assertEquals(
          Duration.ofMinutes(15),
          Duration.between(now, directory.find(staffId).orElseThrow().factor().lockedUntil()));
    }

    @Test
    void whoeverWasTakenOffTheRegisterBetweenTheTwoFactorsIsAskedToSignInAgain() {
      Response answer = send(enter, "staff-gone", "000000");
      assertEquals(401, answer.status());
    }

    @Test
    void manyDifferentWrongCodesAtOnceAreCountedAndLockLikeOneAfterAnother() {
      List<Integer> statuses =
          IntStream.range(0, 40)
              .parallel()
              .mapToObj(i -> send("%06d".formatted(100_000 + i)).status())
              .toList();
      // What was told 400 was looked at and recorded; the rest learnt nothing.
      long lookedAt = statuses.stream().filter(status -> status == 400).count();
      assertTrue(lookedAt <= 5, statuses.toString());
      assertEquals(lookedAt, directory.find(staffId).orElseThrow().factor().failures());
    }

    @Test
    void somethingThatIsNotACodeIsAnAnswerableMistake() {
      assertEquals(400, send("１２３４５６").status());
      assertEquals(400, send("12345678901").status());
    }
  }

  @Nested
  class Authorized {
    @Test
    void nothingWithoutTheNameOfAMethodOfTheGateway() {
      AuthorizeCaller authorizer = new AuthorizeCaller(new Recognition.OfStaff(sessions, null));
      for (String event : List.of("{}", "{\"methodArn\":\"arn:aws:execute-api:x\"}")) {
        String effect =
            Json.MAPPER
                .readTree(authorizer.handle(event.getBytes(StandardCharsets.UTF_8), null))
                .at("/policyDocument/Statement/0/Effect")
                .stringValue();
        assertEquals(event.equals("{}") ? "Deny" : "Allow", effect);
      }
    }
  }

  @Nested
  class Sessioned {
    @Test
    void endsAfterThirtyMinutesWithoutUse() {
      now = now.plus(Duration.ofMinutes(30));
      assertTrue(sessions.alive(Optional.of(firstFactor)).isEmpty());
    }

    @Test
    void endsAfterEightHoursHoweverMuchItIsUsed() {
      for (int i = 0; i < 8 * 3 - 1; i++) {
        now = now.plus(Duration.ofMinutes(20));
        assertTrue(sessions.alive(Optional.of(firstFactor)).isPresent(), now.toString());
      }
      now = now.plus(Duration.ofMinutes(20));
      assertTrue(sessions.alive(Optional.of(firstFactor)).isEmpty());
    }

    @Test
    void isNothingForAForgedCookie() {
      assertTrue(sessions.alive(Optional.of(Secrets.draw())).isEmpty());
      assertTrue(sessions.alive(Optional.of("")).isEmpty());
    }

    @Test
    void meansNothingOnTheResidentHost() {
      for (DynamoSessionStore store :
          List.of(DynamoSessionStore.ofResidents(cloud), DynamoSessionStore.ofStaff(cloud))) {
        Sessions residents = new Sessions(Session.Kind.RESIDENT, store, cloud.environment(), clock);
        assertTrue(residents.alive(Optional.of(firstFactor)).isEmpty());
      }
    }

    @Test
    void opensNothingWhenItStandsWhereResidentsCanPutIt() {
      Session real = sessions.alive(Optional.of(firstFactor)).orElseThrow();
      String planted = Secrets.draw();
      DynamoSessionStore.ofResidents(cloud)
          .start(
              new Session(
                  Secrets.hash(planted),
                  Session.Kind.STAFF,
                  real.principalId(),
                  true,
                  true,
                  "",
                  real.startedAt(),
                  real.lastSeenAt(),
                  real.endsAt()));
      assertTrue(sessions.alive(Optional.of(planted)).isEmpty());
    }

    @Test
    void isGoneAfterSigningInAnew() {
      sessions.endEarlier(
          new Request(
              Route.FINISH_STAFF_SIGN_IN,
              Map.of(),
              Map.of(),
              Map.of("cookie", List.of(sessions.cookieName() + "=" + firstFactor)),
              null,
              "",
              new Caller.Guest(),
              "",
              ""));
      assertTrue(sessions.alive(Optional.of(firstFactor)).isEmpty());
    }

    @Test
    void isGoneAfterSigningOut() {
      sessions.end(Response.noContent(), Secrets.hash(firstFactor));
      assertTrue(sessions.alive(Optional.of(firstFactor)).isEmpty());
    }
  }

  private Response send(String code) {
    return send(enter, code);
  }

  private Response send(EnterOneTimeCode operation, String code) {
    return send(operation, staffId, code);
  }

  private Response send(EnterOneTimeCode operation, String whose, String code) {
    return send(operation, whose, Set.of(), code);
  }

  private Response send(EnterOneTimeCode operation, Set<Role> roles, String code) {
    return send(operation, staffId, roles, code);
  }

  private Response send(EnterOneTimeCode operation, String whose, Set<Role> roles, String code) {
    Caller.Staff caller =
        new Caller.Staff(whose, "鈴木 一郎", roles, Set.of("shimin"), false, Secrets.hash(firstFactor));
    String body = Json.MAPPER.writeValueAsString(Map.of("code", code));
    return operation.run(
        new Request(
            Route.ENTER_ONE_TIME_CODE,
            Map.of(),
            Map.of(),
            Map.of(),
            Json.MAPPER.readTree(body),
            body,
            caller,
            "",
            ""));
  }

  private String code(int stepsAway) {
    TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    try {
      return codes.generateOneTimePasswordString(
          new SecretKeySpec(SECRET, codes.getAlgorithm()), now.plusSeconds(30L * stepsAway));
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String cookieOf(Response response) {
    String cookie = List.copyOf(response.headers().get("Set-Cookie")).getLast();
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
  }
}
