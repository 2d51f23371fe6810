package jp.ishikari.link.staffdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Division;
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

/** Rights that one administrator gives alone are told to the others. */
@ExtendWith(Engines.class)
class OversightTest {
  private static EntryFunction entry;

  private final Caller.Staff giving = administrator("渡辺　智子", Role.USER_ADMINISTRATOR);
  private final Caller.Staff other = administrator("吉田　聡", Role.SYSTEM_ADMINISTRATOR);
  private final Caller.Staff third = administrator("中村　健", Role.USER_ADMINISTRATOR);

  @BeforeAll
  static void wire(TestCloud cloud) {
    entry = new StaffDirectoryWiring().wire(Entry.STAFF_DIRECTORY_STAFF, cloud);
    new DynamoDivisionStore(cloud).save(new Division("shimin", "市民課", "0133", "1階", false));
    new DynamoDivisionStore(cloud).save(new Division("zeimu", "税務課", "0133", "1階", false));
  }

  private static Caller.Staff administrator(String name, Role role) {
    return caller("staff-" + UUID.randomUUID(), name, role);
  }

  private static Caller.Staff caller(String staffId, String name, Role role) {
    return new Caller.Staff(staffId, name, Set.of(role), Set.of(), true, "session");
  }

  private static void roles(ObjectNode body, Role... roles) {
    body.remove("from");
    body.putArray("roles");
    for (Role role : roles) {
      body.withArray("roles").add(role.name());
    }
  }

  private String added(Role... roles) {
    GatewayAnswer answer =
        GatewayCall.of(Route.ADD_STAFF_MEMBER)
            .as(giving)
            .change(body -> body.put("account", "a-" + UUID.randomUUID()))
            .change(body -> roles(body, roles))
            .sentTo(entry);
    assertEquals(201, answer.status(), answer.body());
    return answer.text("staffId");
  }

  private void changed(String staffId, int revision, Consumer<ObjectNode> more) {
    GatewayAnswer answer =
        GatewayCall.of(Route.CHANGE_STAFF_MEMBER)
            .as(giving)
            .path("staffId", staffId)
            .change(body -> roles(body, Role.REVIEWER))
            .change(body -> body.put("revision", revision))
            .change(more)
            .sentTo(entry);
    assertEquals(200, answer.status(), answer.body());
  }

  private static List<JsonNode> listed(String part, Caller.Staff of, String about) {
    GatewayAnswer answer = GatewayCall.of(Route.LIST_OVERSIGHT).as(of).sentTo(entry);
    assertEquals(200, answer.status(), answer.body());
    return answer
        .json()
        .get(part)
        .valueStream()
        .filter(one -> one.get("aboutId").stringValue().equals(about))
        .toList();
  }

  private static List<JsonNode> waiting(Caller.Staff of, String about) {
    return listed("waiting", of, about);
  }

  private static GatewayAnswer seeing(Caller.Staff by, String notedId) {
    return GatewayCall.of(Route.SEE_OVERSIGHT).as(by).path("notedId", notedId).sentTo(entry);
  }

  private static int see(Caller.Staff by, String notedId) {
    return seeing(by, notedId).status();
  }

  @Test
  void anAdministratorsRightsAreShownToOthersUntilEachHasSeenThemAndWhoDidIsKept() {
    String given = added(Role.SYSTEM_ADMINISTRATOR);
    JsonNode told = waiting(other, given).getFirst();
    assertEquals("RIGHTS_GIVEN", told.get("kind").stringValue());
    assertEquals("渡辺　智子", told.get("byName").stringValue());
    assertEquals("システム管理者", told.get("after").stringValue());
    assertEquals(List.of(), waiting(giving, given), "not to who gave them");
    assertEquals(
        List.of(),
        waiting(caller(given, "新任", Role.SYSTEM_ADMINISTRATOR), given),
        "not to who got them");
    assertEquals(204, see(other, told.get("notedId").stringValue()));
    assertEquals(List.of(), waiting(other, given));
    assertEquals(1, waiting(third, given).size(), "each for themselves");
    JsonNode seen = listed("history", third, given).getFirst().at("/seen/0");
    assertEquals("吉田　聡", seen.get("byName").stringValue());
    assertTrue(seen.hasNonNull("at"));
    assertEquals(404, see(other, "1-nobody"));
  }

  @Test
  void neitherWhoGaveRightsNorWhoGotThemCanSayThatTheyWereSeen() {
    String given = added(Role.SYSTEM_ADMINISTRATOR);
    JsonNode told = waiting(other, given).getFirst();
    for (Caller.Staff own : List.of(giving, caller(given, "新任", Role.SYSTEM_ADMINISTRATOR))) {
      GatewayAnswer answer = seeing(own, told.get("notedId").stringValue());
      assertEquals(422, answer.status(), answer.body());
      assertEquals("own", answer.json().at("/errors/0/code").stringValue());
    }
    assertTrue(listed("history", other, given).getFirst().get("seen").isEmpty());
  }

  @Test
  void rightsThatAreAddedLaterAreToldAndThoseOfAClerkAreNot() {
    String clerk = added(Role.REVIEWER);
    assertEquals(List.of(), waiting(other, clerk));
    changed(clerk, 1, body -> body.put("name", "改姓　花子"));
    assertEquals(List.of(), waiting(other, clerk));
    changed(clerk, 2, body -> roles(body, Role.REVIEWER, Role.DIVISION_ADMINISTRATOR));
    assertEquals(1, waiting(other, clerk).size());
    changed(clerk, 3, body -> roles(body, Role.DIVISION_ADMINISTRATOR));
    assertEquals(1, waiting(other, clerk).size(), "nothing was added");
    changed(clerk, 4, body -> {});
    changed(clerk, 5, body -> roles(body, Role.EMERGENCY_ADMINISTRATOR));
    assertEquals(2, waiting(other, clerk).size());
  }

  @Test
  void aFurtherDivisionToAdministrateIsToldAndOneFewerIsNot() {
    String leader = added(Role.DIVISION_ADMINISTRATOR);
    assertEquals("課の管理者（市民課）", latest(leader, "after"));
    changed(leader, 1, leading("shimin", "zeimu"));
    assertEquals(2, waiting(other, leader).size());
    assertEquals("課の管理者（市民課）", latest(leader, "before"));
    assertEquals("課の管理者（市民課、税務課）", latest(leader, "after"));
    changed(leader, 2, leading("zeimu"));
    assertEquals(2, waiting(other, leader).size(), "nothing was added");
    changed(leader, 3, leading("shimin"));
    assertEquals(3, waiting(other, leader).size(), "another division");
    String clerk = added(Role.REVIEWER);
    changed(clerk, 1, leading("shimin", "zeimu").andThen(body -> roles(body, Role.REVIEWER)));
    assertEquals(List.of(), waiting(other, clerk), "a clerk administrates nothing");
  }

  @Test
  void standingInForAnAdministratorOfAnotherDivisionIsTold() {
    String absent = added(Role.DIVISION_ADMINISTRATOR);
    changed(absent, 1, leading("zeimu"));
    String deputy = added(Role.DIVISION_ADMINISTRATOR);
    String far = LocalDate.now().plusYears(1).toString();
    changed(
        deputy,
        1,
        leading("shimin")
            .andThen(
                body ->
                    body.put("deputyFor", absent).put("deputyFrom", far).put("deputyUntil", far)));
    assertEquals(2, waiting(other, deputy).size());
    assertEquals("課の管理者（市民課、税務課）", latest(deputy, "after"));
  }

  private Consumer<ObjectNode> leading(String... divisions) {
    return body -> {
      roles(body, Role.DIVISION_ADMINISTRATOR);
      body.putArray("divisions");
      for (String division : divisions) {
        body.withArray("divisions").add(division);
      }
    };
  }

  private String latest(String about, String field) {
    return waiting(other, about).getFirst().get(field).stringValue();
  }
}
