package jp.ishikari.link.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.aws.KmsStaffKeys;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.identity.store.DynamoStaffDirectory;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staff whose provider says, in a claim that settings name, that it asked for a second factor. */
@ExtendWith(Engines.class)
class StaffSecondFactorTest {
  private static TestCloud cloud;
  private static CardProvider provider;
  private static EntryFunction entry;

  private final DynamoStaffDirectory directory = new DynamoStaffDirectory(cloud);
  private final String staffId = "staff-" + UUID.randomUUID();

  @BeforeAll
  static void wire(TestCloud engines) throws IOException, JOSEException {
    provider = new CardProvider();
    cloud =
        engines
            .with(Setting.STAFF_ISSUER, provider.issuer())
            .with(Setting.STAFF_CLIENT_ID, "ishikari-portal")
            .with(Setting.STAFF_ALGORITHMS, "ES256")
            .with(Setting.STAFF_SECOND_FACTOR, "factors=two");
    entry = new IdentityWiring().wire(Entry.IDENTITY_STAFF, cloud);
  }

  @AfterAll
  static void close() {
    provider.close();
  }

  private GatewayAnswer signIn(String role, Map<String, String> said) {
    directory.register(
        staffId,
        new KmsStaffKeys(cloud).identityOf(staffId),
        new Registration(staffId, "鈴木 一郎", Set.of(role), Set.of("shimin"), null, null, null),
        SecondFactor.enrolled(new byte[20]));
    GatewayAnswer started =
        GatewayCall.of(Route.START_STAFF_SIGN_IN).as(new Caller.Guest()).sentTo(entry);
    Map<String, String> claims = new HashMap<>(said);
    claims.put("sub", staffId);
    provider.reads(claims, found("nonce", started.body()));
    return GatewayCall.of(Route.FINISH_STAFF_SIGN_IN)
        .as(new Caller.Guest())
        .header(
            "Cookie",
            "staff-sign-in=" + EmailBrowser.cookie(started, "staff-sign-in").orElseThrow())
        .query("state", found("state", started.body()))
        .sentTo(entry);
  }

  private static String found(String parameter, String page) {
    Matcher matcher = Pattern.compile("[?&;]" + parameter + "=([^&\"]+)").matcher(page);
    assertTrue(matcher.find(), page);
    return matcher.group(1);
  }

  private static Session begunBy(GatewayAnswer answer) {
    return EmailBrowser.cookie(answer, "staff-session")
        .map(Secrets::hash)
        .flatMap(DynamoSessionStore.ofStaff(cloud)::find)
        .orElseThrow();
  }

  @Test
  void goOnWithoutOneTimeCodeAndTheSignInIsNoted() {
    GatewayAnswer back = signIn("REVIEWER", Map.of("factors", "two"));
    assertEquals(200, back.status(), back.body());
    assertTrue(back.body().contains("職員コンソールに進む"), back.body());
    assertTrue(begunBy(back).asserted());
    assertFalse(begunBy(back).proven(), "our own code was not entered");
    assertNotNull(directory.find(staffId).orElseThrow().signedInAt());
  }

  @Test
  void areAskedForTheCodeWhenItSaysSomethingElse() {
    GatewayAnswer back = signIn("REVIEWER", Map.of("factors", "one"));
    assertTrue(back.body().contains("ワンタイムコードの入力に進む"), back.body());
    assertFalse(begunBy(back).asserted());
    assertNull(directory.find(staffId).orElseThrow().signedInAt());
  }

  @Test
  void areAskedForTheCodeAsAdministratorsWhateverItSays() {
    GatewayAnswer back = signIn("SYSTEM_ADMINISTRATOR", Map.of("factors", "two"));
    assertTrue(back.body().contains("ワンタイムコードの入力に進む"), back.body());
    assertNull(directory.find(staffId).orElseThrow().signedInAt());
  }
}
