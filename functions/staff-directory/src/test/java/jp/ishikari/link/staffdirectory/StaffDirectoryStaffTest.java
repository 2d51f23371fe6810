package jp.ishikari.link.staffdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.StaffRow;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.staffdirectory.store.DynamoStaffRegister;
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
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What user administrators are promised, asked through the entry itself. */
@ExtendWith(Engines.class)
class StaffDirectoryStaffTest {
  private static final Caller.Staff WATANABE = caller("staff-watanabe", Role.USER_ADMINISTRATOR);

  private static TestCloud cloud;
  private static EntryFunction entry;

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new StaffDirectoryWiring().wire(Entry.STAFF_DIRECTORY_STAFF, cloud);
    new DynamoDivisionStore(cloud).save(new Division("shimin", "市民課", "0133", "1階", false));
    new DynamoDivisionStore(cloud).save(new Division("zeimu", "税務課", "0133", "1階", false));
  }

  private static Caller.Staff caller(String staffId, Role role) {
    return new Caller.Staff(staffId, "渡辺 智子", Set.of(role), Set.of(), true, "session");
  }

  private static GatewayCall on(Route route, String staffId) {
    return GatewayCall.of(route).as(WATANABE).path("staffId", staffId);
  }

  private static GatewayCall adding(Consumer<ObjectNode> more) {
    return GatewayCall.of(Route.ADD_STAFF_MEMBER)
        .as(WATANABE)
        .change(body -> body.put("account", "a-" + UUID.randomUUID()))
        .change(more);
  }

  /** The id of a new member. */
  private static String added(Role... roles) {
    GatewayAnswer answer = adding(body -> roles(body, roles)).sentTo(entry);
    assertEquals(201, answer.status(), answer.body());
    return answer.text("staffId");
  }

  private static void enrolled(String staffId) {
    factor(staffId, before -> SecondFactor.enrolled(new byte[] {1}));
  }

  private static void factor(String staffId, UnaryOperator<SecondFactor> step) {
    DynamoDbTable<EnhancedDocument> staff = Rows.of(cloud, Table.STAFF);
    EnhancedDocument row = staff.getItem(Rows.key(staffId));
    SecondFactor next = step.apply(StaffRow.read(row).factor());
    staff.updateItem(StaffRow.put(row.toBuilder(), next).build());
  }

  private static void roles(ObjectNode body, Role... roles) {
    body.remove("from");
    body.putArray("roles");
    for (Role role : roles) {
      body.withArray("roles").add(role.name());
    }
  }

  private static GatewayCall changing(String staffId, int revision, Consumer<ObjectNode> more) {
    return on(Route.CHANGE_STAFF_MEMBER, staffId)
        .change(body -> roles(body, Role.REVIEWER))
        .change(body -> body.put("revision", revision))
        .change(more);
  }

  private static JsonNode read(String staffId) {
    return on(Route.READ_STAFF_MEMBER, staffId).sentTo(entry).json();
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

  @Nested
  class Kept {
    @Test
    void whoIsAddedStandsInTheListWithRolesDivisionsAndDates() {
      String id = adding(body -> {}).sentTo(entry).text("staffId");
      JsonNode list =
          GatewayCall.of(Route.LIST_STAFF).as(WATANABE).sentTo(entry).json().get("staff");
      JsonNode line =
          IntStream.range(0, list.size())
              .mapToObj(list::get)
              .filter(one -> one.get("staffId").stringValue().equals(id))
              .findFirst()
              .orElseThrow();
      assertEquals("[\"REVIEWER\"]", line.get("roles").toString());
      assertEquals("2027-04-01", line.get("from").stringValue());
      assertEquals(false, line.get("open").booleanValue());
      assertEquals(false, line.get("enrolled").booleanValue());
    }

    @Test
    void aChangeIsKeptWithWhoWhenAndWhat() {
      String id = added(Role.VIEWER);
      GatewayAnswer answer =
          changing(id, 1, body -> body.put("name", "松本 \uFA19").put("until", "2027-03-31"))
              .sentTo(entry);
      assertEquals(200, answer.status(), answer.body());
      JsonNode shown = read(id);
      assertEquals("松本 \uFA19", shown.get("name").stringValue());
      assertEquals(2, shown.get("history").size());
      JsonNode last = shown.get("history").get(0);
      assertEquals("渡辺 智子", last.get("byName").stringValue());
      List<String> what =
          last.get("what")
              .valueStream()
              .map(d -> d.get("field").stringValue() + ":" + d.path("before").asString(""))
              .toList();
      assertEquals(List.of("name:松本 大輔", "roles:閲覧", "until:"), what);
      assertEquals("審査", last.at("/what/1/after").stringValue());
    }

    @Test
    void theSameRequestAgainIsAnsweredTheSameAndDoneOnce() {
      GatewayCall add = adding(body -> {});
      GatewayAnswer first = add.sentTo(entry);
      assertEquals(first.text("staffId"), add.sentTo(entry).text("staffId"));
      GatewayCall change = changing(first.text("staffId"), 1, body -> {});
      String answered = change.sentTo(entry).body();
      assertEquals(answered, change.sentTo(entry).body());
      assertEquals(2, read(first.text("staffId")).get("revision").intValue());
    }

    @Test
    void anEnrolmentCodeIsToldOnceAndAnewWhenTheAuthenticatorIsLost() {
      GatewayCall add = adding(body -> {});
      GatewayAnswer first = add.sentTo(entry);
      assertTrue(first.text("enrolmentCode").matches("\\d{4}-\\d{4}-\\d{4}"), first.body());
      assertFalse(add.sentTo(entry).json().has("enrolmentCode"));
      String id = first.text("staffId");
      GatewayAnswer anew = on(Route.RESET_ONE_TIME_CODE, id).sentTo(entry);
      assertEquals(200, anew.status(), anew.body());
      assertNotEquals(first.text("enrolmentCode"), anew.text("enrolmentCode"));
      assertEquals("oneTimeCode", read(id).at("/history/0/what/0/field").stringValue());
    }

    @Test
    void whoIsLockedIsShownAndReleasedWithWhoDidIt() {
      String id = added(Role.VIEWER);
      factor(id, f -> f.refused(Instant.now().plusSeconds(600)));
      assertTrue(read(id).has("lockedUntil"));
      assertEquals(200, on(Route.RELEASE_STAFF_LOCK, id).sentTo(entry).status());
      assertFalse(read(id).has("lockedUntil"));
      assertEquals("lock", read(id).at("/history/0/what/0/field").stringValue());
      assertEquals(409, on(Route.RELEASE_STAFF_LOCK, id).sentTo(entry).status());
    }

    @Test
    void standingInIsBetweenTwoWithTheSameRoles() {
      String absent = added(Role.REVIEWER);
      String deputy = added(Role.REVIEWER);
      Consumer<ObjectNode> standsIn =
          body ->
              body.put("deputyFor", absent)
                  .put("deputyFrom", "2027-05-01")
                  .put("deputyUntil", "2027-05-31");
      assertEquals(200, changing(deputy, 1, standsIn).sentTo(entry).status());
      assertEquals(absent, read(deputy).at("/deputyFor/staffId").stringValue());
      String viewer = added(Role.VIEWER);
      GatewayAnswer refused =
          changing(viewer, 1, standsIn.andThen(body -> roles(body, Role.VIEWER))).sentTo(entry);
      assertEquals(List.of("deputyFor roles"), errors(refused));
    }
  }

  @Nested
  class Refused {
    @Test
    void everyMistakeIsToldAtOnceByItsField() {
      GatewayAnswer answer =
          adding(
                  body ->
                      body.put("account", "職員 1")
                          .put("name", " ")
                          .put("from", "2027-04-01")
                          .put("until", "2027-03-31")
                          .put("deputyFor", "nobody")
                          .putArray("roles")
                          .add("EMPEROR"))
              .sentTo(entry);
      assertEquals(400, answer.status());
      assertEquals(
          List.of(
              "account characters",
              "deputyFor option",
              "deputyFrom required",
              "name required",
              "roles option",
              "until order"),
          errors(answer));
    }

    @Test
    void anAccountBelongsToOneMember() {
      GatewayCall add = adding(body -> {});
      assertEquals(201, add.sentTo(entry).status());
      GatewayAnswer again =
          add.header("Idempotency-Key", UUID.randomUUID().toString()).sentTo(entry);
      assertEquals(List.of("account taken"), errors(again));
    }

    @Test
    void anAccountThatDiffersInCaseOnlyIsTaken() {
      String account = "Suzuki-" + UUID.randomUUID();
      assertEquals(201, adding(body -> body.put("account", account)).sentTo(entry).status());
      GatewayAnswer again =
          adding(body -> body.put("account", account.toUpperCase(Locale.ROOT))).sentTo(entry);
      assertEquals(List.of("account taken"), errors(again));
    }

    @Test
    void aNameIsKeptWithoutSpacesAtItsEndsAndRefusedWithWhatNobodySees() {
      String id = added(Role.REVIEWER);
      GatewayAnswer saved =
          changing(id, 1, body -> body.put("name", "　鈴木　一郎\u00A0 ")).sentTo(entry);
      assertEquals(200, saved.status(), saved.body());
      assertEquals("鈴木　一郎", read(id).get("name").stringValue());
      GatewayAnswer unseen = changing(id, 2, body -> body.put("name", "鈴木\u2800一郎")).sentTo(entry);
      assertEquals(List.of("name characters"), errors(unseen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01", "-0001-01-01", "２０２７-04-01", "2027-4-1", "2027-02-30"})
    void aDayThatIsNotWrittenInFourDigitsTwoAndTwo(String day) {
      GatewayAnswer answer = adding(body -> body.put("until", day)).sentTo(entry);
      assertEquals(List.of("until date"), errors(answer));
    }

    @Test
    void whoSavesSecondIsToldByWhomAndOverwritesNothing() {
      String id = added(Role.REVIEWER);
      assertEquals(200, changing(id, 1, body -> body.put("name", "先")).sentTo(entry).status());
      GatewayAnswer second = changing(id, 1, body -> body.put("name", "後")).sentTo(entry);
      assertEquals(409, second.status());
      assertTrue(second.text("detail").contains("渡辺 智子さんが保存しました"), second.body());
      assertEquals("先", read(id).get("name").stringValue());
    }

    @Test
    void nobodyChangesTheirOwnRegistration() {
      String id = added(Role.USER_ADMINISTRATOR);
      GatewayCall own =
          changing(id, 1, body -> roles(body, Role.USER_ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR));
      GatewayAnswer answer = own.as(caller(id, Role.USER_ADMINISTRATOR)).sentTo(entry);
      assertEquals(422, answer.status(), answer.body());
      assertEquals(List.of("staffId own"), errors(answer));
      for (Route route : List.of(Route.RELEASE_STAFF_LOCK, Route.RESET_ONE_TIME_CODE)) {
        GatewayCall forOneself = on(route, id).as(caller(id, Role.USER_ADMINISTRATOR));
        assertEquals(List.of("staffId own"), errors(forOneself.sentTo(entry)));
      }
      assertEquals(1, read(id).get("revision").intValue());
    }

    @Test
    void theLastAdministratorStaysEvenWhenTheLastTwoAreTakenAwayAtOnce() {
      enrolled(added(Role.SYSTEM_ADMINISTRATOR));
      enrolled(added(Role.SYSTEM_ADMINISTRATOR));
      List<StaffMember> administrators =
          new DynamoStaffRegister(cloud)
              .all().stream()
                  .filter(m -> m.roles().contains(Role.SYSTEM_ADMINISTRATOR.name()))
                  .toList();
      List<Integer> statuses =
          administrators.parallelStream()
              .map(
                  m ->
                      changing(
                              m.staffId(),
                              m.revision(),
                              body -> body.put("name", m.name()).put("until", "2020-01-01"))
                          .sentTo(entry)
                          .status())
              .toList();
      // Whoever lost the race may be told so, and tries again; in the end one must stay.
      for (StaffMember m : administrators) {
        changing(m.staffId(), m.revision(), body -> body.put("until", "2020-01-01")).sentTo(entry);
      }
      List<StaffMember> left =
          new DynamoStaffRegister(cloud)
              .all().stream()
                  .filter(m -> m.roles().contains(Role.SYSTEM_ADMINISTRATOR.name()))
                  .toList();
      assertEquals(1, left.size(), statuses.toString());
      GatewayAnswer last =
          changing(left.getFirst().staffId(), left.getFirst().revision(), body -> {}).sentTo(entry);
      assertEquals(422, last.status(), last.body());
      assertEquals(List.of("roles last"), errors(last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "＋名", "　-名", "１２３", "😀"})
    void aNameThatASpreadsheetWouldReckonWithOrThatHasNoLetterIsRefused(String name) {
      List<String> errors = errors(adding(body -> body.put("name", name)).sentTo(entry));
      assertTrue(List.of("name formula", "name letter").containsAll(errors), errors.toString());
      assertEquals(1, errors.size());
    }

    @Test
    void theLastEmergencyAdministratorStaysToo() {
      String last = added(Role.EMERGENCY_ADMINISTRATOR);
      enrolled(last);
      assertEquals(List.of("roles last"), errors(changing(last, 1, body -> {}).sentTo(entry)));
      enrolled(added(Role.EMERGENCY_ADMINISTRATOR));
      assertEquals(200, changing(last, 1, body -> {}).sentTo(entry).status());
    }

    @Test
    void anAdministratorWhoCannotSignInDoesNotCountAsTheOneWhoIsLeft() {
      String last = added(Role.SYSTEM_ADMINISTRATOR);
      enrolled(last);
      for (StaffMember m : new DynamoStaffRegister(cloud).all()) {
        if (!m.staffId().equals(last) && m.roles().contains(Role.SYSTEM_ADMINISTRATOR.name())) {
          changing(m.staffId(), m.revision(), body -> {}).sentTo(entry);
        }
      }
      String other = added(Role.SYSTEM_ADMINISTRATOR);
      GatewayAnswer waiting = changing(last, 1, body -> {}).sentTo(entry);
      assertEquals(List.of("roles last"), errors(waiting), "has no authenticator yet");
      enrolled(other);
      factor(other, f -> f.refused(Instant.now().plusSeconds(600)));
      GatewayAnswer locked = changing(last, 1, body -> {}).sentTo(entry);
      assertEquals(List.of("roles last"), errors(locked), "is locked");
      factor(other, SecondFactor::released);
      assertEquals(200, changing(last, 1, body -> {}).sentTo(entry).status());
    }

    @Test
    void whoMayOnlyReadTheDirectoryChangesNothing() {
      Caller.Staff auditor = caller("staff-sasaki", Role.AUDITOR);
      String id = added(Role.VIEWER);
      assertEquals(200, on(Route.READ_STAFF_MEMBER, id).as(auditor).sentTo(entry).status());
      assertEquals(403, changing(id, 1, body -> {}).as(auditor).sentTo(entry).status());
      assertEquals(403, adding(body -> {}).as(auditor).sentTo(entry).status());
    }

    @Test
    void whoDoesNotExistIsNotFound() {
      assertEquals(404, on(Route.READ_STAFF_MEMBER, "nobody").sentTo(entry).status());
      assertEquals(404, changing("nobody", 1, body -> {}).sentTo(entry).status());
    }
  }
}
