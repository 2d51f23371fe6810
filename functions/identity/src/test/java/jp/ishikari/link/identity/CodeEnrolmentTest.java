package jp.ishikari.link.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.aws.KmsStaffKeys;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.identity.EnrolmentCode;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.domain.identity.SignInPolicy;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.identity.door.Sessions;
import jp.ishikari.link.identity.staff.SecondFactorDoor;
import jp.ishikari.link.identity.store.DynamoStaffDirectory;
import jp.ishikari.link.staffdirectory.store.DynamoStaffRegister;
import jp.ishikari.link.staffdirectory.store.StaffChange;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** How a member of staff comes to a second factor, and what they do when it is lost. */
@ExtendWith(Engines.class)
class CodeEnrolmentTest {
  private final DynamoStaffDirectory directory;
  private final DynamoStaffRegister register;
  private final Sessions sessions;
  private final BeginCodeEnrolment begin;
  private final ConfirmCodeEnrolment confirm;
  private final EnterRecoveryCode recover;
  private final EnterOneTimeCode enter;
  private final String staffId = "s-" + UUID.randomUUID();
  private Instant now = Instant.parse("2026-11-24T01:00:00Z");
  private String enrolmentCode;
  private String firstFactor;

  CodeEnrolmentTest(TestCloud cloud) {
    this.directory = new DynamoStaffDirectory(cloud);
    this.register = new DynamoStaffRegister(cloud);
    this.sessions =
        new Sessions(
            Session.Kind.STAFF, DynamoSessionStore.ofStaff(cloud), cloud.environment(), () -> now);
    SecondFactorDoor door =
        new SecondFactorDoor(directory, sessions, () -> SignInPolicy.FIRST, () -> now);
    this.begin = new BeginCodeEnrolment(door, new KmsStaffKeys(cloud), "いしかリンク");
    this.confirm = new ConfirmCodeEnrolment(door);
    this.recover = new EnterRecoveryCode(door);
    this.enter = new EnterOneTimeCode(door);
  }

  @BeforeEach
  void somebodyWhoWasRegisteredToday() {
    register.add(
        new Registration(staffId, "松本 大輔", Set.of("REVIEWER"), Set.of("shimin"), null, null, null),
        SecondFactor.waiting(1, now.plus(EnrolmentCode.GOOD_FOR)),
        new StaffChange(staffId, 1, now, "a", "渡辺 智子", List.of()),
        List.of(),
        new Idempotency("t-" + staffId, "b", "{}", now.plus(Duration.ofDays(1))));
    enrolmentCode = register.enrolmentCode(staffId, 1);
    firstFactor = cookieOf(sessions.start(Response.noContent(), staffId, false));
  }

  /** The secret that is shown for the right enrolment code. */
  private byte[] begun() {
    Response answer = send(begin, "enrolmentCode", enrolmentCode);
    assertEquals(200, answer.status());
    return new Base32().decode(json(answer).get("secret").stringValue());
  }

  /** The recovery codes of an enrolment that was gone through. */
  private List<String> enrolled(byte[] secret) {
    Response answer = send(confirm, "code", code(secret, 0));
    assertEquals(200, answer.status());
    List<String> codes = new ArrayList<>();
    json(answer).get("recoveryCodes").forEach(code -> codes.add(code.stringValue()));
    return codes;
  }

  @Nested
  class Enrolled {
    @Test
    void theFirstCodeOfTheNewAuthenticatorSignsInAndTheNextOnesToo() {
      byte[] secret = begun();
      Response answer = send(confirm, "code", code(secret, 0));
      assertTrue(sessions.alive(Optional.of(cookieOf(answer))).orElseThrow().proven());
      assertTrue(sessions.alive(Optional.of(firstFactor)).isEmpty());
      assertEquals(200, send(enter, "code", code(secret, 1)).status());
      assertEquals(now, directory.find(staffId).orElseThrow().lastSignInAt());
    }

    @Test
    void thePictureSaysTheSameSecretAndWhoseItIs() {
      JsonNode shown = json(send(begin, "enrolmentCode", enrolmentCode.replace("-", "")));
      String uri = shown.get("uri").stringValue();
      assertTrue(uri.startsWith("otpauth://totp/"), uri);
      assertTrue(uri.contains("secret=" + shown.get("secret").stringValue()), uri);
    }

    @Test
    void onlyHashesOfTheTenRecoveryCodesAreKeptAndEachCountsOnce() {
      List<String> codes = enrolled(begun());
      assertEquals(10, Set.copyOf(codes).size());
      Set<String> kept = directory.find(staffId).orElseThrow().factor().recovery();
      assertEquals(10, kept.size());
      assertTrue(kept.stream().noneMatch(codes::contains));
      assertEquals(200, send(recover, "code", codes.getFirst().toUpperCase()).status());
      assertEquals(400, send(recover, "code", codes.getFirst()).status());
      assertEquals(9, directory.find(staffId).orElseThrow().factor().recovery().size());
    }
  }

  @Nested
  class Refused {
    @Test
    void withoutTheEnrolmentCodeAPasswordAloneShowsNoSecret() {
      Response answer = send(begin, "enrolmentCode", "0000-0000-0000");
      assertEquals(400, answer.status());
      assertNull(directory.find(staffId).orElseThrow().factor().pending());
      assertEquals(400, send(confirm, "code", "000000").status());
    }

    @Test
    void guessingTheEnrolmentCodeLocks() {
      for (int i = 0; i < 5; i++) {
        assertEquals(400, send(begin, "enrolmentCode", "0000-0000-000" + i).status());
      }
      assertEquals(429, send(begin, "enrolmentCode", enrolmentCode).status());
    }

    @Test
    void guessingRecoveryCodesLocksLikeGuessingCodes() {
      List<String> codes = enrolled(begun());
      for (int i = 0; i < 5; i++) {
        assertEquals(400, send(recover, "code", "aaaa-aaaa-aaaa-aaa" + i).status());
      }
      assertEquals(429, send(recover, "code", codes.getFirst()).status());
    }

    @Test
    void anEnrolmentCodeIsGoodForSevenDaysAndOneAuthenticator() {
      now = now.plus(Duration.ofDays(7));
      firstFactor = cookieOf(sessions.start(Response.noContent(), staffId, false));
      assertEquals(400, send(begin, "enrolmentCode", enrolmentCode).status());
      now = now.minus(Duration.ofDays(1));
      enrolled(begun());
      assertEquals(400, send(begin, "enrolmentCode", enrolmentCode).status());
    }

    @Test
    void aSecretThatNoCodeHasConfirmedSignsNobodyIn() {
      byte[] secret = begun();
      assertEquals(400, send(enter, "code", code(secret, 0)).status());
      assertEquals(400, send(confirm, "code", "000000").status());
      assertFalse(sessions.alive(Optional.of(firstFactor)).orElseThrow().proven());
    }

    @Test
    void afterAResetNeitherTheOldAuthenticatorNorTheOldCodesCount() {
      byte[] secret = begun();
      List<String> codes = enrolled(secret);
      register.set(
          directory.find(staffId).orElseThrow(),
          directory.find(staffId).orElseThrow().factor().reset(2, now.plus(EnrolmentCode.GOOD_FOR)),
          new StaffChange(staffId, 2, now, "a", "渡辺 智子", List.of()),
          new Idempotency("r-" + staffId, "b", "{}", now.plus(Duration.ofDays(1))));
      assertEquals(400, send(enter, "code", code(secret, 1)).status());
      assertEquals(400, send(recover, "code", codes.getFirst()).status());
      assertEquals(400, send(begin, "enrolmentCode", enrolmentCode).status());
      enrolmentCode = register.enrolmentCode(staffId, 2);
      assertEquals(10, enrolled(begun()).size());
    }
  }

  private Response send(Operation operation, String field, String value) {
    Caller.Staff caller =
        new Caller.Staff(staffId, "松本 大輔", Set.of(), Set.of(), false, Secrets.hash(firstFactor));
    String body = Json.MAPPER.writeValueAsString(Map.of(field, value));
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

  private static JsonNode json(Response answer) {
    return Json.MAPPER.valueToTree(answer.body());
  }

  private String code(byte[] secret, int stepsAway) {
    TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    try {
      return codes.generateOneTimePasswordString(
          new SecretKeySpec(secret, codes.getAlgorithm()), now.plusSeconds(30L * stepsAway));
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String cookieOf(Response response) {
    String cookie = List.copyOf(response.headers().get("Set-Cookie")).getLast();
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
  }
}
