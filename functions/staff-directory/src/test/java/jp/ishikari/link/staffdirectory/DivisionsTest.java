package jp.ishikari.link.staffdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.Cloud;
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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How system administrators keep the divisions of the city, asked through the entry itself. */
@ExtendWith(Engines.class)
class DivisionsTest {
  private static final Caller.Staff YOSHIDA =
      new Caller.Staff(
          "staff-yoshida", "吉田 聡", Set.of(Role.SYSTEM_ADMINISTRATOR), Set.of(), true, "session");

  private static EntryFunction entry;
  private static Cloud stores;

  @BeforeAll
  static void wire(TestCloud cloud) {
    entry = new StaffDirectoryWiring().wire(Entry.STAFF_DIRECTORY_STAFF, cloud);
    stores = cloud;
  }

  private static JsonNode list() {
    return GatewayCall.of(Route.LIST_DIVISIONS).as(YOSHIDA).sentTo(entry).json();
  }

  private static int revision() {
    return list().get("revision").intValue();
  }

  private static GatewayCall adding(String name) {
    return GatewayCall.of(Route.ADD_DIVISION)
        .as(YOSHIDA)
        .change(body -> body.put("revision", revision()).put("name", name));
  }

  private static GatewayCall changing(String divisionId, Consumer<ObjectNode> more) {
    return GatewayCall.of(Route.CHANGE_DIVISION)
        .as(YOSHIDA)
        .path("divisionId", divisionId)
        .change(body -> body.put("revision", revision()))
        .change(more);
  }

  /** A division that came with the city: it has no history. */
  private static String brought() {
    String id = "d-" + UUID.randomUUID();
    new DynamoDivisionStore(stores).save(new Division(id, "課" + id, "0133-72-1", "1階", true));
    return id;
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
  class Saved {
    @Test
    void aNewDivisionIsListedWithWhoAddedIt() {
      String name = "新しい課" + UUID.randomUUID();
      GatewayAnswer answer = adding(name).sentTo(entry);
      assertEquals(201, answer.status(), answer.body());
      JsonNode shown = list();
      assertTrue(
          shown
              .get("divisions")
              .valueStream()
              .anyMatch(d -> d.get("name").stringValue().equals(name)));
      JsonNode last = shown.at("/history/0");
      assertEquals("吉田 聡", last.get("byName").stringValue());
      assertEquals(name, last.get("divisionName").stringValue());
    }

    @Test
    void aRenamedDivisionKeepsItsIdAndTheRulesItHasSetItself() {
      String id = brought();
      GatewayAnswer answer = changing(id, body -> body.put("name", "改称" + id)).sentTo(entry);
      assertEquals(200, answer.status(), answer.body());
      Division now = new DynamoDivisionStore(stores).find(id).orElseThrow();
      assertEquals("改称" + id, now.name());
      assertTrue(now.secondPerson());
      JsonNode what = list().at("/history/0/what/0");
      assertEquals("課" + id, what.get("before").stringValue());
      assertEquals("改称" + id, what.get("after").stringValue());
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndAddsNothing() {
      String name = "一度だけの課" + UUID.randomUUID();
      GatewayCall call = adding(name);
      GatewayAnswer first = call.sentTo(entry);
      int after = revision();
      GatewayAnswer second = call.sentTo(entry);
      assertEquals(201, second.status());
      assertEquals(first.body(), second.body());
      assertEquals(after, revision());
    }
  }

  @Nested
  class Refused {
    @Test
    void everyMistakeIsToldAtOnce() {
      String id = brought();
      GatewayAnswer answer =
          changing(id, body -> body.put("name", " ").put("phone", "内線123").put("colour", "赤"))
              .sentTo(entry);
      assertEquals(400, answer.status(), answer.body());
      assertEquals(List.of("colour unknown", "name required", "phone phone"), errors(answer));
    }

    @Test
    void twoDivisionsOfOneName() {
      String id = brought();
      GatewayAnswer answer = adding("課" + id).sentTo(entry);
      assertEquals(400, answer.status(), answer.body());
      assertEquals(List.of("name taken"), errors(answer));
      assertEquals(List.of("name taken"), errors(adding("課　" + id + "\uFE00").sentTo(entry)));
      assertEquals(List.of("name characters"), errors(adding("課\u200B" + id).sentTo(entry)));
    }

    @Test
    void aDivisionThatDoesNotExist() {
      assertEquals(404, changing("none-of-this-name", body -> {}).sentTo(entry).status());
    }

    @Test
    void whoeverDidNotSeeTheLastChange() {
      String id = brought();
      int before = revision();
      List<GatewayAnswer> answers =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      changing(
                          id, body -> body.put("revision", before).put("name", "早い者" + i + id)))
              .toList()
              .parallelStream()
              .map(call -> call.sentTo(entry))
              .toList();
      assertEquals(1, answers.stream().filter(answer -> answer.status() == 200).count());
      assertTrue(
          answers.stream()
              .filter(answer -> answer.status() != 200)
              .allMatch(answer -> answer.status() == 409 && answer.body().contains("吉田 聡")));
      assertEquals(before + 1, revision());
    }
  }
}
