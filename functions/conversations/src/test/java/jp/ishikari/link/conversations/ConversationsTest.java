package jp.ishikari.link.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoConversations;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.testkit.AtOnce;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What whoever applied and the clerks of the division are promised when they write. */
@ExtendWith(Engines.class)
class ConversationsTest {
  private static final Consumer<ObjectNode> AS_IT_IS = body -> {};

  private final TestCloud cloud;
  private final Talk talk;
  private final String inAWeek = Reception.today(Instant.now()).plusDays(7).toString();

  ConversationsTest(TestCloud cloud) {
    this.cloud = cloud;
    this.talk = Talk.begun(cloud);
  }

  /** Types of what was announced of it, in order. */
  private List<String> announced() {
    return Rows.of(cloud, Table.EVENTS)
        .query(
            QueryConditional.keyEqualTo(
                Rows.key(Subject.CONVERSATION.of(talk.application().applicationId()))))
        .items()
        .stream()
        .map(row -> row.getString("type"))
        .toList();
  }

  private static List<String> texts(JsonNode shown) {
    return shown.get("messages").valueStream().map(one -> one.get("text").stringValue()).toList();
  }

  private static JsonNode last(JsonNode shown) {
    return shown.get("messages").get(shown.get("messages").size() - 1);
  }

  @Nested
  class Written {
    @Test
    void isReadByBothSidesInItsOrderAndCodePointByCodePoint() {
      String text = "一行目\n𠮷田さん　辻\uDB40\uDD00　か\u3099";
      talk.residentWrites(text);
      talk.clerkWrites("承知しました。", null);
      talk.residentWrites("ありがとうございます。");
      List<String> all = List.of(text, "承知しました。", "ありがとうございます。");
      assertEquals(all, texts(talk.shownToResident()));
      assertEquals(all, texts(talk.shownToClerk()));
    }

    @Test
    void namesTheClerkToClerksAlone() {
      talk.clerkWrites("承知しました。", null);
      assertEquals("鈴木 一郎", last(talk.shownToClerk()).get("by").stringValue());
      assertFalse(talk.shownToResident().toString().contains("鈴木"));
    }

    @Test
    void standsOnceHoweverOftenTheButtonIsPressed() {
      String key = UUID.randomUUID().toString();
      GatewayCall call =
          GatewayCall.of(Route.SEND_MESSAGE)
              .as(talk.resident())
              .on(talk.application().applicationId())
              .header("Idempotency-Key", key);
      GatewayAnswer first = talk.sent(call, Route.SEND_MESSAGE);
      assertEquals(201, first.status());
      assertEquals(first.body(), talk.sent(call, Route.SEND_MESSAGE).body());
      assertEquals(1, talk.shownToClerk().get("messages").size());
      assertEquals(
          409,
          talk.sent(call.change(body -> body.put("text", "別の内容")), Route.SEND_MESSAGE).status());
    }

    @Test
    void losesNothingWhenBothWriteAtTheSameMoment() {
      AtOnce.each(
          4,
          i ->
              i % 2 == 0
                  ? talk.byResident(Route.SEND_MESSAGE, body -> body.put("text", "申請者" + i))
                      .status()
                  : talk.clerkWrites("市役所" + i, null));
      assertEquals(Set.of("申請者0", "市役所1", "申請者2", "市役所3"), Set.copyOf(texts(talk.shownToClerk())));
      assertEquals(
          List.of(1, 2, 3, 4),
          talk.shownToClerk()
              .get("messages")
              .valueStream()
              .map(one -> one.get("number").intValue())
              .toList());
    }

    @Test
    void isAnnouncedWithoutAnyTextAndPromisedWithoutAny() {
      talk.residentWrites("きわめて個人的なこと");
      assertEquals(List.of("CONVERSATION_WRITTEN_BY_APPLICANT"), announced());
      for (Table table : List.of(Table.EVENTS, Table.TOKENS)) {
        Rows.of(cloud, table)
            .scan()
            .items()
            .forEach(row -> assertFalse(row.toJson().contains("きわめて"), table.name()));
      }
    }
  }

  @Nested
  class Refused {
    @ParameterizedTest
    @ValueSource(strings = {"", "　 \n", "\u202E逆", "\u0000"})
    void isWhatNobodyCanReadAsItIs(String text) {
      for (Route route : List.of(Route.SEND_MESSAGE, Route.SEND_CASE_MESSAGE)) {
        GatewayAnswer answer =
            route == Route.SEND_MESSAGE
                ? talk.byResident(route, body -> body.put("text", text))
                : talk.byClerk(route, body -> body.removeAll().put("text", text));
        assertEquals(400, answer.status(), answer.body());
        assertTrue(answer.body().contains("\"text\""), answer.body());
      }
      assertEquals(0, talk.shownToClerk().get("messages").size());
    }

    @Test
    void isWhatIsLongerThan2000CodePointsAndNothingShorter() {
      assertEquals(
          400,
          talk.byResident(Route.SEND_MESSAGE, body -> body.put("text", "𠮷".repeat(2001)))
              .status());
      talk.residentWrites("𠮷".repeat(2000));
    }

    @Test
    void isADayThatIsOverOrYearsAway() {
      LocalDate today = Reception.today(Instant.now());
      for (LocalDate day : List.of(today.minusDays(1), today, today.plusDays(400))) {
        GatewayAnswer answer =
            talk.byClerk(Route.SEND_CASE_MESSAGE, body -> body.put("answerBy", day.toString()));
        assertEquals(400, answer.status());
        assertTrue(answer.body().contains("answerBy"), answer.body());
      }
      assertEquals(List.of(), talk.waitedFor());
    }

    @Test
    void isTheFiveHundredAndFirstMessage() {
      var row =
          Rows.row()
              .putString("applicationId", talk.application().applicationId())
              .putString("entry", "conversation")
              .putNumber("version", 500)
              .putNumber("messages", 500)
              .putNumber("lastOfApplicant", 500)
              .build();
      Rows.of(cloud, Table.CONVERSATIONS).putItem(row);
      GatewayAnswer answer = talk.byResident(Route.SEND_MESSAGE, AS_IT_IS);
      assertEquals(422, answer.status());
      assertTrue(answer.body().contains("500件"), answer.body());
    }
  }

  @Nested
  class ToOthers {
    @Test
    void thereIsNoSuchConversation() {
      int number = talk.clerkWrites("ひみつ", inAWeek);
      Caller stranger = new Caller.Resident("account-of-a-stranger", "session", true);
      Caller elsewhere = Talk.clerk("another");
      for (Route route : Route.values()) {
        if (route.capability() == Capability.CONVERSATIONS
            && route.path().contains("{applicationId}")) {
          boolean staff = route.api() == Api.STAFF;
          GatewayAnswer answer = talk.asked(staff ? elsewhere : stranger, route, AS_IT_IS);
          assertEquals(404, answer.status(), route + answer.body());
          assertFalse(answer.body().contains("ひみつ"));
          assertEquals(401, talk.asked(new Caller.Guest(), route, AS_IT_IS).status());
        }
      }
      assertEquals(number, talk.shownToClerk().at("/waiting/message").intValue());
      assertEquals(1, talk.shownToClerk().get("messages").size());
    }

    @Test
    void aSessionWithoutTheCardOpensNothingWhereTheApplicationNeededIt() {
      Caller unproven = new Caller.Resident(talk.resident().accountId(), "session", false);
      GatewayAnswer answer = talk.asked(unproven, Route.LIST_MESSAGES, AS_IT_IS);
      assertEquals(403, answer.status(), answer.body());
    }

    @Test
    void whoOnlyReadsCasesCanNeitherWriteNorMarkAsRead() {
      talk.residentWrites("読んでください。");
      Caller viewer =
          new Caller.Staff(
              "s-2",
              "監査 花子",
              Set.of(Role.AUDITOR),
              Set.of(talk.application().divisionId()),
              true,
              "s");
      assertEquals(200, talk.asked(viewer, Route.LIST_CASE_MESSAGES, AS_IT_IS).status());
      for (Route route :
          List.of(Route.SEND_CASE_MESSAGE, Route.SEE_CASE_MESSAGES, Route.WITHDRAW_QUESTION)) {
        assertEquals(403, talk.asked(viewer, route, AS_IT_IS).status());
      }
      assertTrue(last(talk.shownToClerk()).get("unread").booleanValue());
    }
  }

  @Nested
  class Unread {
    private boolean newToCity() {
      return new DynamoConversations(cloud).of(talk.application().applicationId()).newToCity();
    }

    private boolean newToApplicant() {
      return new DynamoConversations(cloud).of(talk.application().applicationId()).newToApplicant();
    }

    @Test
    void isWhatTheOtherSideWroteUntilItIsSaidToBeReadOnce() {
      talk.residentWrites("質問です。");
      assertTrue(newToCity());
      assertFalse(newToApplicant());
      assertTrue(last(talk.shownToClerk()).get("unread").booleanValue());
      assertFalse(last(talk.shownToResident()).get("unread").booleanValue());
      for (int i = 0; i < 3; i++) {
        assertEquals(204, talk.byClerk(Route.SEE_CASE_MESSAGES, AS_IT_IS).status());
      }
      assertFalse(newToCity());
      assertTrue(last(talk.shownToResident()).get("read").booleanValue());
      assertEquals(
          List.of("CONVERSATION_WRITTEN_BY_APPLICANT", "CONVERSATION_READ_BY_CITY"), announced());
    }

    @Test
    void ofTheApplicantIsKeptApartFromTheCitys() {
      int number = talk.clerkWrites("お知らせです。", null);
      assertTrue(newToApplicant());
      assertFalse(last(talk.shownToClerk()).get("read").booleanValue());
      assertEquals(
          204, talk.byResident(Route.SEE_MESSAGES, body -> body.put("upTo", number)).status());
      assertEquals(
          204, talk.byResident(Route.SEE_MESSAGES, body -> body.put("upTo", number)).status());
      assertFalse(newToApplicant());
      assertTrue(last(talk.shownToClerk()).get("read").booleanValue());
    }

    @Test
    void isNothingThatWasNotOnTheScreen() {
      int first = talk.clerkWrites("一つ目", null);
      talk.clerkWrites("二つ目", null);
      talk.byResident(Route.SEE_MESSAGES, body -> body.put("upTo", first));
      assertTrue(newToApplicant());
      // A number that nobody has written yet marks nothing of what comes.
      talk.byResident(Route.SEE_MESSAGES, body -> body.put("upTo", 99));
      assertTrue(newToApplicant());
      talk.residentWrites("三つ目");
      talk.byClerk(Route.SEE_CASE_MESSAGES, body -> body.put("upTo", 99));
      talk.residentWrites("四つ目");
      assertTrue(newToCity());
    }
  }

  @Nested
  class AskedFor {
    @Test
    void stopsTheClockUntilTheApplicantAnswers() {
      int number = talk.clerkWrites("番号を教えてください。", inAWeek);
      assertEquals(1, talk.waitedFor().size());
      for (JsonNode shown : List.of(talk.shownToResident(), talk.shownToClerk())) {
        assertEquals(inAWeek, shown.at("/waiting/answerBy").stringValue());
        assertEquals(number, shown.at("/waiting/message").intValue());
      }
      talk.clerkWrites("補足です。", null);
      assertEquals(1, talk.waitedFor().size());
      talk.residentWrites("1234です。");
      assertEquals(List.of(), talk.waitedFor());
      assertFalse(talk.shownToResident().has("waiting"));
    }

    @Test
    void anewTakesThePlaceOfWhatWasAskedBefore() {
      talk.clerkWrites("番号を教えてください。", inAWeek);
      String later = LocalDate.parse(inAWeek).plusDays(7).toString();
      int second = talk.clerkWrites("期限を延ばします。", later);
      assertEquals(1, talk.waitedFor().size());
      assertEquals(second, talk.shownToResident().at("/waiting/message").intValue());
      talk.residentWrites("1234です。");
      assertEquals(List.of(), talk.waitedFor());
    }

    @Test
    void isWithdrawnOnceAndOnlyByWhoeverSawTheSameQuestion() {
      int number = talk.clerkWrites("番号を教えてください。", inAWeek);
      GatewayCall call =
          GatewayCall.of(Route.WITHDRAW_QUESTION)
              .as(Talk.clerk(talk.application().divisionId()))
              .on(talk.application().applicationId());
      assertEquals(
          409,
          talk.byClerk(Route.WITHDRAW_QUESTION, body -> body.put("message", number + 1)).status());
      call.change(body -> body.put("message", number));
      assertEquals(200, talk.sent(call, Route.WITHDRAW_QUESTION).status());
      assertEquals(200, talk.sent(call, Route.WITHDRAW_QUESTION).status());
      assertEquals(List.of(), talk.waitedFor());
      assertFalse(talk.shownToResident().has("waiting"));
      assertEquals(
          List.of("CONVERSATION_WRITTEN_BY_CITY", "CONVERSATION_QUESTION_WITHDRAWN"), announced());
      assertEquals(
          409, talk.byClerk(Route.WITHDRAW_QUESTION, body -> body.put("message", number)).status());
    }

    @Test
    void beginsAndEndsEachHoldOnceHoweverManyAnswerAtOnce() {
      talk.clerkWrites("番号を教えてください。", inAWeek);
      AtOnce.each(
          4, i -> talk.byResident(Route.SEND_MESSAGE, body -> body.put("text", "答え" + i)).status());
      assertEquals(List.of(), talk.waitedFor());
      assertEquals(5, talk.shownToClerk().get("messages").size());
      assertEquals(5, announced().size());
    }
  }

  @Nested
  class WhenTheCaseIsOver {
    private Talk over(Duration ago) {
      return talk.overSince(Instant.now().minus(ago));
    }

    @Test
    void bothWriteForThirtyDaysMore() {
      Talk over = over(Closing.STILL.minusMinutes(1));
      over.residentWrites("結果について");
      over.clerkWrites("ご説明します。", null);
      assertTrue(over.shownToResident().get("writable").booleanValue());
      assertTrue(over.shownToResident().has("writableUntil"));
    }

    @Test
    void nobodyWritesAfterwardsAndEverybodyReads() {
      talk.residentWrites("前のこと");
      Talk over = over(Closing.STILL.plusMinutes(1));
      assertEquals(422, over.byResident(Route.SEND_MESSAGE, AS_IT_IS).status());
      assertEquals(
          422, over.byClerk(Route.SEND_CASE_MESSAGE, body -> body.remove("answerBy")).status());
      assertFalse(over.shownToResident().get("writable").booleanValue());
      assertEquals(List.of("前のこと"), texts(over.shownToClerk()));
    }

    @Test
    void noAnswerIsWaitedForAnyMore() {
      talk.clerkWrites("番号を教えてください。", inAWeek);
      Talk over = over(Duration.ofDays(1));
      assertFalse(over.shownToResident().has("waiting"));
      assertEquals(
          400,
          over.byClerk(Route.SEND_CASE_MESSAGE, body -> body.put("answerBy", inAWeek)).status());
      over.residentWrites("1234です。");
    }
  }

  @Test
  void aLongConversationIsReadWhole() {
    IntStream.range(0, 30).forEach(i -> talk.residentWrites("あ".repeat(1990) + i));
    assertEquals(30, talk.shownToClerk().get("messages").size());
  }
}
