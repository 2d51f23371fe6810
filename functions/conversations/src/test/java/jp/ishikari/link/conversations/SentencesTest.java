package jp.ishikari.link.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.AtOnce;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a division is promised of the sentences (定型文) that it keeps ready. */
@ExtendWith(Engines.class)
class SentencesTest {
  private static final Consumer<ObjectNode> AS_IT_IS = body -> {};

  private final Talk talk;

  /** Of its own, because others write sentences of theirs at the same time. */
  private final String division = "division-" + UUID.randomUUID();

  SentencesTest(TestCloud cloud) {
    this.talk = Talk.begun(cloud, division);
    new DynamoDivisionStore(cloud).save(new Division(division, "市民課", "0133-72-3111", "1階", false));
  }

  private Caller.Staff keeper() {
    return new Caller.Staff(
        "s-9", "高橋 修", Set.of(Role.DIVISION_ADMINISTRATOR), Set.of(division), true, "s");
  }

  private GatewayAnswer by(Caller.Staff who, Route route, Consumer<ObjectNode> change) {
    return talk.sent(
        GatewayCall.of(route).as(who).on("").path("divisionId", division).change(change), route);
  }

  private GatewayAnswer saved(int revision, String name, String text) {
    return by(
        keeper(),
        Route.SAVE_SENTENCE,
        body -> body.removeAll().put("revision", revision).put("name", name).put("text", text));
  }

  private JsonNode kept() {
    GatewayAnswer answer =
        talk.sent(GatewayCall.of(Route.LIST_SENTENCES).as(keeper()), Route.LIST_SENTENCES);
    return Json.MAPPER.readTree(answer.body()).get("divisions").get(0);
  }

  private List<String> offered() {
    GatewayAnswer answer = talk.byClerk(Route.LIST_CASE_SENTENCES, AS_IT_IS);
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER
        .readTree(answer.body())
        .get("sentences")
        .valueStream()
        .map(one -> one.get("text").stringValue())
        .toList();
  }

  private static String first(JsonNode kept, String field) {
    return kept.get("sentences").get(0).get(field).stringValue();
  }

  private static String mistake(GatewayAnswer answer) {
    assertEquals(400, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body()).at("/errors/0/path").stringValue();
  }

  @Nested
  class Offered {
    @Test
    void standsInItsCaseWithTheWordsOfThatCaseAsText() {
      assertEquals(200, saved(0, "はじめに", "{申請者}様\n担当は{担当課}（{担当課の電話}）です。").status());
      assertEquals(
          List.of(talk.application().applicantName() + "様\n担当は市民課（0133-72-3111）です。"), offered());
    }

    @Test
    void followsWhatItsKeepersChangeAndRemove() {
      saved(0, "はじめに", "一つ目です。");
      String id = first(kept(), "sentenceId");
      by(
          keeper(),
          Route.SAVE_SENTENCE,
          body -> body.put("revision", 1).put("sentenceId", id).put("text", "変えました。"));
      assertEquals(List.of("変えました。"), offered());
      by(keeper(), Route.REMOVE_SENTENCE, body -> body.put("revision", 2).put("sentenceId", id));
      assertEquals(List.of(), offered());
    }

    @Test
    void isNotSeenInACaseOfAnotherDivision() {
      saved(0, "はじめに", "よその文です。");
      assertEquals(
          404, talk.asked(Talk.clerk("another"), Route.LIST_CASE_SENTENCES, AS_IT_IS).status());
    }
  }

  @Nested
  class Recorded {
    @Test
    void whoDidWhatStandsInTheHistoryNewestFirst() {
      saved(0, "はじめに", "一つ目です。");
      by(
          keeper(),
          Route.REMOVE_SENTENCE,
          body -> body.put("revision", 1).put("sentenceId", first(kept(), "sentenceId")));
      assertEquals("REMOVED", kept().at("/history/0/kind").stringValue());
      assertEquals("ADDED", kept().at("/history/1/kind").stringValue());
      assertEquals("高橋 修", kept().at("/history/1/byName").stringValue());
    }
  }

  @Nested
  class Refused {
    @Test
    void whereSomebodyElseChangedThemSinceTheyWereSeen() {
      saved(0, "はじめに", "一つ目です。");
      assertEquals(409, saved(0, "おわりに", "二つ目です。").status());
      assertEquals(1, kept().get("sentences").size());
    }

    @Test
    void ofTwoWhoSaveAtOnceOneIsTold() {
      List<Integer> statuses = AtOnce.each(4, number -> saved(0, "名前" + number, "文です。").status());
      assertEquals(1, statuses.stream().filter(status -> status == 200).count());
      assertEquals(1, kept().get("sentences").size());
    }

    @Test
    void withWordsThatThereAreNotAndTheOnesThatThereAreAreTold() {
      GatewayAnswer answer = saved(0, "はじめに", "{マイナンバー}を教えてください。");
      assertEquals("text", mistake(answer));
      assertTrue(answer.body().contains("{受付番号}"), answer.body());
    }

    @Test
    void withTheNameOfAnother() {
      saved(0, "はじめに", "一つ目です。");
      assertEquals("name", mistake(saved(1, "はじめに", "二つ目です。")));
    }

    @Test
    void beyondFifty() {
      IntStream.range(0, 50).forEach(number -> saved(number, "名前" + number, "文です。"));
      assertEquals("name", mistake(saved(50, "もう一つ", "文です。")));
    }

    @Test
    void fromWhoeverDoesNotKeepThatDivision() {
      assertEquals(403, by(Talk.clerk(division), Route.SAVE_SENTENCE, AS_IT_IS).status());
      Caller.Staff other =
          new Caller.Staff(
              "s-8", "小林 由紀", Set.of(Role.DIVISION_ADMINISTRATOR), Set.of("another"), true, "s");
      assertEquals(404, by(other, Route.SAVE_SENTENCE, AS_IT_IS).status());
      assertEquals(404, by(other, Route.REMOVE_SENTENCE, AS_IT_IS).status());
    }
  }
}
