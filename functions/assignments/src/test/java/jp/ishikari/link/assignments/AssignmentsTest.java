package jp.ishikari.link.assignments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoAssignments;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.StaffRow;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.assignment.Assignment;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.AtOnce;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What clerks are promised who share the work on a case. */
@ExtendWith(Engines.class)
class AssignmentsTest {
  private final TestCloud cloud;
  private final EntryFunction entry;
  private final String division = "d-" + UUID.randomUUID();
  private final Application application = SampleApplications.submitted(null, division);
  private final Caller.Staff suzuki = registered("鈴木　一郎", Role.REVIEWER, null);
  private final Caller.Staff yamada = registered("山田　次郎", Role.DIVISION_ADMINISTRATOR, null);

  AssignmentsTest(TestCloud cloud) {
    this.cloud = cloud;
    this.entry = new AssignmentsWiring().wire(Entry.ASSIGNMENTS_STAFF, cloud);
    for (Caller.Staff one : List.of(suzuki, yamada)) {
      register(one, null);
    }
    new DynamoApplicationStore(cloud)
        .submit(
            Submission.of(
                application,
                SampleApplications.event(application, Step.SUBMIT),
                SampleApplications.token(),
                Set.of()));
  }

  private Caller.Staff registered(String name, Role role, String otherDivision) {
    return new Caller.Staff(
        "s-" + UUID.randomUUID(),
        name,
        Set.of(role),
        Set.of(otherDivision == null ? division : otherDivision),
        true,
        "session");
  }

  private void register(Caller.Staff one, LocalDate untilOrNull) {
    Registration registration =
        new Registration(
            "account-" + one.staffId(),
            one.name(),
            Set.of(one.roles().iterator().next().name()),
            one.divisions(),
            null,
            untilOrNull,
            null);
    Rows.of(cloud, Table.STAFF)
        .putItem(
            StaffRow.added(one.staffId(), 1, registration, SecondFactor.enrolled(new byte[20])));
  }

  private GatewayAnswer asked(Caller caller, Route route, Consumer<ObjectNode> change) {
    GatewayCall call = GatewayCall.of(route).as(caller).on(application.applicationId());
    return (route.method() == Route.Method.POST ? call.change(change) : call).sentTo(entry);
  }

  private GatewayAnswer assign(Caller by, String from, String to) {
    return asked(
        by,
        Route.ASSIGN_CASE,
        body -> {
          body.removeAll();
          if (from != null) {
            body.put("from", from);
          }
          if (to != null) {
            body.put("to", to);
          }
        });
  }

  private GatewayAnswer label(Caller by, List<String> from, List<String> to) {
    return asked(
        by,
        Route.LABEL_CASE,
        body -> {
          body.removeAll();
          from.forEach(body.putArray("before")::add);
          to.forEach(body.putArray("labels")::add);
        });
  }

  private GatewayAnswer note(Caller by, String text) {
    return asked(by, Route.NOTE_CASE, body -> body.removeAll().put("text", text));
  }

  private JsonNode shown(Caller to) {
    GatewayAnswer answer = asked(to, Route.READ_ASSIGNMENT, body -> {});
    assertEquals(200, answer.status(), answer.body());
    return answer.json();
  }

  private static List<String> texts(JsonNode list, String name) {
    return list.valueStream().map(one -> one.get(name).stringValue()).toList();
  }

  private static List<String> labels(JsonNode shown) {
    return shown.get("labels").valueStream().map(JsonNode::stringValue).toList();
  }

  /** Types of what was announced of it, in order. */
  private List<String> announced() {
    return Rows.of(cloud, Table.EVENTS)
        .query(
            QueryConditional.keyEqualTo(
                Rows.key(Subject.ASSIGNMENT.of(application.applicationId()))))
        .items()
        .stream()
        .map(row -> row.getString("type"))
        .toList();
  }

  @Nested
  class Shared {
    @Test
    void aCaseIsTakenHandedOverAndGivenBack() {
      assertFalse(shown(suzuki).get("mine").booleanValue());
      assertEquals(200, assign(suzuki, null, suzuki.staffId()).status());
      assertTrue(shown(suzuki).get("mine").booleanValue());
      assertEquals(200, assign(suzuki, suzuki.staffId(), yamada.staffId()).status());
      assertEquals("山田　次郎", shown(suzuki).at("/assignee/name").stringValue());
      assertFalse(shown(suzuki).get("mine").booleanValue());
      assertEquals(200, assign(yamada, yamada.staffId(), null).status());
      assertTrue(shown(yamada).path("assignee").isMissingNode());
      assertEquals(3, announced().size());
    }

    @Test
    void whoMayBeChosenIsWhoeverMayDecideInTheDivisionToday() {
      register(registered("監査　員", Role.AUDITOR, null), null);
      register(registered("別の課", Role.REVIEWER, "other"), null);
      register(registered("去年まで", Role.REVIEWER, null), LocalDate.of(2025, 3, 31));
      register(registered("これから", Role.REVIEWER, null), LocalDate.of(2999, 3, 31));
      assertEquals(
          Set.of("鈴木　一郎", "山田　次郎", "これから"),
          Set.copyOf(texts(shown(suzuki).get("deciders"), "name")));
    }

    @Test
    void labelsStandInTheOrderInWhichTheyWereGivenAndEachOnce() {
      assertEquals(200, label(suzuki, List.of(), List.of(" 要確認 ", "書類待ち", "要確認")).status());
      assertEquals(List.of("要確認", "書類待ち"), labels(shown(yamada)));
      assertEquals(200, label(yamada, List.of("要確認", "書類待ち"), List.of()).status());
      assertEquals(List.of(), labels(shown(yamada)));
    }

    @Test
    void labelsThatLookTheSameAreOneAsItWasFirstWritten() {
      List<String> same = List.of("ガス券A", "カ\u309Bス券ａ", "ｶﾞｽ券A", "カ\u3099ス券A", "ガス\u200B券A");
      assertEquals(200, label(suzuki, List.of(), same).status());
      assertEquals(List.of("ガス券A"), labels(shown(yamada)));
    }

    @Test
    void notesAreReadTheNewestFirstWithNameAndCodePointByCodePoint() {
      String text = "一行目\n𠮷田さん　辻\uDB40\uDD00　か\u3099";
      assertEquals(200, note(suzuki, text).status());
      assertEquals(200, note(yamada, "承知しました。").status());
      JsonNode notes = shown(suzuki).get("notes");
      assertEquals(List.of("承知しました。", text), texts(notes, "text"));
      assertEquals(List.of("山田　次郎", "鈴木　一郎"), texts(notes, "by"));
    }

    @Test
    void aNoteBetweenDoesNotStandInTheWayOfAChange() {
      assertEquals(200, note(yamada, "電話がありました。").status());
      assertEquals(200, assign(suzuki, null, suzuki.staffId()).status());
      assertEquals(200, label(yamada, List.of(), List.of("要確認")).status());
      assertEquals(200, assign(suzuki, suzuki.staffId(), null).status());
      assertEquals(4, announced().size());
    }

    @Test
    void nothingOfItIsAnnouncedButThatItHappened() {
      note(suzuki, "ひみつのメモ");
      label(suzuki, List.of(), List.of("ひみつの札"));
      assign(suzuki, null, suzuki.staffId());
      String rows =
          Rows.of(cloud, Table.EVENTS)
              .query(
                  QueryConditional.keyEqualTo(
                      Rows.key(Subject.ASSIGNMENT.of(application.applicationId()))))
              .items()
              .stream()
              .map(row -> row.toJson())
              .toList()
              .toString();
      assertFalse(rows.contains("ひみつ") || rows.contains("鈴木"), rows);
    }

    @Test
    void ofManyCasesHowTheyStandIsReadAtOnceWhetherAnybodyDidSomethingOrNot() {
      assertEquals(200, assign(suzuki, null, suzuki.staffId()).status());
      var all = new DynamoAssignments(cloud).ofAll(Set.of(application.applicationId(), "nobodys"));
      assertEquals(suzuki.staffId(), all.get(application.applicationId()).assigneeId());
      assertEquals(Assignment.none("nobodys"), all.get("nobodys"));
    }
  }

  @Nested
  class AtTheSameMoment {
    @Test
    void onlyOneOfTwoTakesItAndTheOtherIsToldWho() {
      List<GatewayAnswer> answers =
          AtOnce.each(
              2,
              i -> {
                Caller.Staff one = i == 0 ? suzuki : yamada;
                return assign(one, null, one.staffId());
              });
      assertEquals(
          List.of(200, 409), answers.stream().map(GatewayAnswer::status).sorted().toList());
      GatewayAnswer loser =
          answers.stream().filter(answer -> answer.status() == 409).findFirst().orElseThrow();
      String winner = shown(suzuki).at("/assignee/name").stringValue();
      assertTrue(loser.text("detail").contains(winner + "さんが担当です"), loser.body());
      assertEquals(1, announced().size());
    }

    @Test
    void allOfTwentyNotesOfTwoClerksAreKept() {
      AtOnce.each(20, i -> note(i % 2 == 0 ? suzuki : yamada, "メモ" + i).status())
          .forEach(status -> assertEquals(200, status));
      assertEquals(20, shown(suzuki).get("notes").size());
    }

    @Test
    void noNoteIsLost() {
      AtOnce.each(4, i -> note(i % 2 == 0 ? suzuki : yamada, "メモ" + i).status());
      assertEquals(
          Set.of("メモ0", "メモ1", "メモ2", "メモ3"),
          Set.copyOf(texts(shown(suzuki).get("notes"), "text")));
    }

    @Test
    void onePressIsOneNoteHoweverOftenItArrives() {
      GatewayCall call =
          GatewayCall.of(Route.NOTE_CASE)
              .as(suzuki)
              .on(application.applicationId())
              .header("Idempotency-Key", UUID.randomUUID().toString());
      List<GatewayAnswer> answers =
          IntStream.range(0, 4).parallel().mapToObj(i -> call.sentTo(entry)).toList();
      assertEquals(1, answers.stream().map(GatewayAnswer::body).distinct().count());
      assertEquals(1, shown(suzuki).get("notes").size());
    }
  }

  @Nested
  class Refused {
    @Test
    void anotherDivisionsCaseAsIfItDidNotExist() {
      Caller.Staff other = registered("別の課", Role.REVIEWER, "other");
      for (Route route : Route.values()) {
        if (route.capability() == Capability.ASSIGNMENTS) {
          assertEquals(404, asked(other, route, body -> {}).status(), route.name());
        }
      }
    }

    @Test
    void whoeverOnlyReadsChangesNothing() {
      Caller.Staff auditor = registered("監査　員", Role.AUDITOR, null);
      assertEquals(403, note(auditor, "メモ").status());
      assertEquals(403, assign(auditor, null, suzuki.staffId()).status());
      assertEquals(403, label(auditor, List.of(), List.of("札")).status());
      assertEquals(200, asked(auditor, Route.READ_ASSIGNMENT, body -> {}).status());
    }

    @Test
    void somebodyWhoMayNotDecideThere() {
      Caller.Staff other = registered("別の課", Role.REVIEWER, "other");
      register(other, null);
      for (String id : List.of(other.staffId(), "nobody", "山田")) {
        GatewayAnswer answer = assign(suzuki, null, id);
        assertEquals(400, answer.status(), answer.body());
        assertEquals("to", answer.json().at("/errors/0/path").stringValue());
      }
    }

    @Test
    void labelsThatColleaguesHaveChangedMeanwhile() {
      label(suzuki, List.of(), List.of("要確認"));
      GatewayAnswer answer = label(yamada, List.of(), List.of("書類待ち"));
      assertEquals(409, answer.status());
      assertTrue(answer.text("detail").contains("「要確認」"), answer.body());
      assertEquals(List.of("要確認"), labels(shown(yamada)));
    }

    @Test
    void tooManyTooLongEmptyAndUnseen() {
      assertEquals(400, label(suzuki, List.of(), List.of("1", "2", "3", "4", "5", "6")).status());
      assertEquals(400, label(suzuki, List.of(), List.of("あ".repeat(21))).status());
      assertEquals(400, label(suzuki, List.of(), List.of("　")).status());
      assertEquals(400, label(suzuki, List.of(), List.of("\u202E札")).status());
      assertEquals(400, label(suzuki, List.of(), List.of("\u200B")).status());
      assertEquals(400, note(suzuki, "").status());
      assertEquals(400, note(suzuki, "あ".repeat(2001)).status());
      assertEquals(400, note(suzuki, "\u0000").status());
      assertEquals(0, shown(suzuki).get("version").intValue());
    }
  }

  @Test
  void noRouteOfResidentsOrPartnersShowsAnyOfIt() {
    for (Route route : Route.values()) {
      if (route.capability() == Capability.ASSIGNMENTS) {
        assertEquals(Api.STAFF, route.api(), route.name());
      }
    }
    for (Entry one : Entry.values()) {
      boolean reads =
          one.grants().stream().anyMatch(grant -> grant.resource() == Table.ASSIGNMENTS);
      assertFalse(reads && one.name().endsWith("_RESIDENT"), one.name());
    }
  }
}
