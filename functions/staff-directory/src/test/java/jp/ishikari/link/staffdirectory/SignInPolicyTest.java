package jp.ishikari.link.staffdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How system administrators set the way staff sign in, asked through the entry itself. */
@ExtendWith(Engines.class)
class SignInPolicyTest {
  private static final Caller.Staff YOSHIDA =
      new Caller.Staff(
          "staff-yoshida", "吉田 聡", Set.of(Role.SYSTEM_ADMINISTRATOR), Set.of(), true, "session");

  private static EntryFunction entry;

  @BeforeAll
  static void wire(TestCloud cloud) {
    entry = new StaffDirectoryWiring().wire(Entry.STAFF_DIRECTORY_STAFF, cloud);
  }

  private static JsonNode read() {
    return GatewayCall.of(Route.READ_SIGN_IN_POLICY).as(YOSHIDA).sentTo(entry).json();
  }

  private static int revision() {
    return read().at("/policy/revision").intValue();
  }

  private static GatewayCall changing(int revision, Consumer<ObjectNode> more) {
    return GatewayCall.of(Route.CHANGE_SIGN_IN_POLICY)
        .as(YOSHIDA)
        .change(body -> body.put("revision", revision))
        .change(more);
  }

  private static List<String> errors(GatewayAnswer answer) {
    return answer
        .json()
        .path("errors")
        .valueStream()
        .map(e -> e.get("path").stringValue() + " " + e.get("code").stringValue())
        .sorted()
        .toList();
  }

  @Test
  void whatIsSetHoldsAndWhatHeldBeforeStaysReadableWithWhoAndWhen() {
    int before = revision();
    GatewayAnswer answer =
        changing(
                before,
                body ->
                    body.put("notice", "業務以外に使わないでください。")
                        .put("attempts", 3)
                        .withObject("/networks")
                        .putArray("REVIEWER")
                        .add("2001:db8::/32"))
            .sentTo(entry);
    assertEquals(200, answer.status(), answer.body());
    JsonNode shown = read();
    assertEquals(before + 1, shown.at("/policy/revision").intValue());
    assertEquals(3, shown.at("/policy/attempts").intValue());
    assertEquals("2001:db8::/32", shown.at("/policy/networks/REVIEWER/0").stringValue());
    assertEquals("吉田 聡", shown.at("/history/0/byName").stringValue());
    assertEquals("203.0.113.7", shown.get("address").stringValue());
  }

  @Test
  void everyMistakeIsToldAtOnce() {
    GatewayAnswer answer =
        changing(
                revision(),
                body -> {
                  body.put("attempts", 99).put("idleMinutes", 0).put("hours", 24);
                  body.withObject("/networks").putArray("VIEWER").add("203.0.113.0/33");
                  body.withObject("/networks").putArray("AUDITOR").add("staff.example.jp");
                })
            .sentTo(entry);
    assertEquals(
        List.of(
            "attempts range",
            "hours range",
            "idleMinutes range",
            "networks.AUDITOR network",
            "networks.VIEWER network"),
        errors(answer));
  }

  @Test
  void theOneTimeCodeIsWaivedOfRolesThatAdministerNothingAndOfNoOthers() {
    int before = revision();
    assertEquals(
        200,
        changing(before, body -> body.putArray("withoutCode").add("VIEWER"))
            .sentTo(entry)
            .status());
    assertEquals("VIEWER", read().at("/policy/withoutCode/0").stringValue());
    for (String role :
        List.of("DIVISION_ADMINISTRATOR", "SYSTEM_ADMINISTRATOR", "EMERGENCY_ADMINISTRATOR", "X")) {
      GatewayAnswer answer =
          changing(before + 1, body -> body.putArray("withoutCode").add("VIEWER").add(role))
              .sentTo(entry);
      assertEquals(400, answer.status(), role);
      assertEquals(List.of("withoutCode role"), errors(answer));
    }
  }

  @Test
  void nobodyShutsThemselvesOut() {
    int before = revision();
    GatewayAnswer answer =
        changing(
                before,
                body ->
                    body.withObject("/networks")
                        .putArray("SYSTEM_ADMINISTRATOR")
                        .add("192.0.2.0/24"))
            .sentTo(entry);
    assertEquals(422, answer.status(), answer.body());
    assertEquals(List.of("networks.SYSTEM_ADMINISTRATOR own"), errors(answer));
    assertEquals(before, revision());
    assertEquals(
        200,
        changing(
                before,
                body ->
                    body.withObject("/networks")
                        .putArray("SYSTEM_ADMINISTRATOR")
                        .add("203.0.113.0/24"))
            .sentTo(entry)
            .status());
  }

  @Test
  void aHeaderThatClaimsAnotherAddressIsNotBelieved() {
    GatewayAnswer answer =
        changing(
                revision(),
                body ->
                    body.withObject("/networks")
                        .putArray("SYSTEM_ADMINISTRATOR")
                        .add("192.0.2.0/24"))
            .header("X-Forwarded-For", "192.0.2.1")
            .sentTo(entry);
    assertEquals(422, answer.status(), answer.body());
  }

  @Test
  void ofManyAtOnceOneIsSavedAndTheOthersAreToldByWhom() {
    int before = revision();
    List<GatewayAnswer> answers =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(i -> changing(before, body -> {}).sentTo(entry))
            .toList();
    assertEquals(1, answers.stream().filter(answer -> answer.status() == 200).count());
    assertTrue(
        answers.stream()
            .filter(answer -> answer.status() != 200)
            .allMatch(answer -> answer.status() == 409 && answer.body().contains("吉田 聡")));
    assertEquals(before + 1, revision());
  }
}
