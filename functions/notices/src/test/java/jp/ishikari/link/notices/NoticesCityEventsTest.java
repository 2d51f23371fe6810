package jp.ishikari.link.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.edge.CloudEvents;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.notices.store.DynamoDeliveryStore;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.Inbox;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleEvents;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a resident is promised about mail: one per event, with the number and a link and nothing
 * else.
 */
@ExtendWith(Engines.class)
class NoticesCityEventsTest {
  private static TestCloud cloud;
  private static EntryFunction entry;
  private static Inbox inbox;

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new NoticesWiring().wire(Entry.NOTICES_CITY_EVENTS, engines);
    inbox = new Inbox(engines);
  }

  private static Application committed(String accountId, boolean withAddress) {
    var answers = SampleProcedure.answers();
    Application a = SampleApplications.submitted(accountId, "d-" + UUID.randomUUID(), answers);
    if (!withAddress) {
      a = a.corrected(1, answers, a.fee(), a.applicantName(), null, null);
    }
    new DynamoApplicationStore(cloud)
        .submit(
            Submission.of(
                a, SampleApplications.event(a, Step.SUBMIT), SampleApplications.token(), Set.of()));
    return a;
  }

  private static JsonNode handled(String... bodies) {
    ObjectNode event = (ObjectNode) SampleEvents.json(Names.sampleEvent(Entry.NOTICES_CITY_EVENTS));
    JsonNode pattern = event.get("Records").get(0).deepCopy();
    ArrayNode records = event.putArray("Records");
    for (int i = 0; i < bodies.length; i++) {
      records.add(
          ((ObjectNode) pattern.deepCopy()).put("messageId", "m" + i).put("body", bodies[i]));
    }
    return JsonMapper.shared()
        .readTree(entry.handle(JsonMapper.shared().writeValueAsBytes(event), null))
        .get("batchItemFailures");
  }

  private static String about(Application application, Step step, int version) {
    Application then = application.advanced(application.state(), null);
    while (then.version() < version) {
      then = then.advanced(then.state(), null);
    }
    return CloudEvents.write(
        SampleApplications.event(version == 1 ? application : then, step).event());
  }

  @Nested
  class Sent {
    @Test
    void carriesTheReceiptNumberAndALinkAndNoPersonalData() {
      Application application = committed("account", true);
      assertEquals("[]", handled(about(application, Step.SUBMIT, 1)).toString());
      JsonNode mail = inbox.ofNotice(application.applicationId() + "#1#mail").getFirst();
      String text = mail.get("text").stringValue();
      assertTrue(text.contains(application.receiptNumber().replaceAll("(.{4})(?=.)", "$1-")), text);
      assertTrue(
          text.contains(TestCloud.PORTAL + "/applications/" + application.applicationId()), text);
      String whole = mail.get("subject").stringValue() + text;
      for (String personal :
          List.of(
              SampleProcedure.FAMILY,
              SampleProcedure.GIVEN,
              "ヨシダ",
              "0133",
              "1989",
              "一郎",
              "hanako",
              application.procedureName())) {
        assertFalse(whole.contains(personal), whole);
      }
    }

    @Test
    void saysSomethingOfItsOwnForEveryStepAndNothingOfWhatConcernsStaffAlone() {
      Application application = committed("account", true);
      for (Step step : Step.values()) {
        handled(about(application, step, step.ordinal() + 1));
      }
      List<String> subjects =
          Arrays.stream(Step.values())
              .filter(step -> step != Step.RESOLVE_SIGNATURE)
              .map(step -> mails(application, step).getFirst().get("subject").stringValue())
              .toList();
      assertEquals(subjects.stream().distinct().toList(), subjects);
      assertEquals(List.of(), mails(application, Step.RESOLVE_SIGNATURE));
    }

    private static List<JsonNode> mails(Application application, Step step) {
      return inbox.ofNotice(application.applicationId() + "#" + (step.ordinal() + 1) + "#mail");
    }

    @Test
    void goesOutOnceHoweverOftenTheEventComes() {
      Application application = committed("account", true);
      String event = about(application, Step.SUBMIT, 1);
      assertEquals("[]", handled(event, event, event).toString());
      assertEquals("[]", handled(event).toString());
      assertEquals(1, inbox.ofNotice(application.applicationId() + "#1#mail").size());
    }

    @Test
    void isTheSameHoweverTheEventsAreOrderedAndRepeated() {
      Application application = committed("account", true);
      String first = about(application, Step.SUBMIT, 1);
      String second = about(application, Step.ACCEPT, 2);
      assertEquals("[]", handled(second, first, second).toString());
      assertEquals("[]", handled(first, second).toString());
      assertEquals(1, inbox.ofNotice(application.applicationId() + "#1#mail").size());
      assertEquals(1, inbox.ofNotice(application.applicationId() + "#2#mail").size());
    }

    @Test
    void isAboutExactlyTheTypesThatTheQueueTakes() {
      assertEquals(
          Queue.NOTICES.types(),
          Arrays.stream(EventType.values())
              .filter(type -> NoticeText.of(type).isPresent())
              .collect(Collectors.toSet()));
    }

    @Test
    void tellsThatTheCityWroteAndNothingOfWhatItWrote() {
      Application application = committed("account", true);
      String event =
          CloudEvents.write(
              new CityEvent(
                  Subject.CONVERSATION.of(application.applicationId()),
                  1,
                  EventType.CONVERSATION_WRITTEN_BY_CITY,
                  application.arrivedAt(),
                  application.applicationId(),
                  Map.of()));
      // The application's own first event has the same number.
      assertEquals("[]", handled(event, about(application, Step.SUBMIT, 1), event).toString());
      List<JsonNode> mails = inbox.ofNotice(application.applicationId() + "#conversations-1#mail");
      assertEquals(1, mails.size());
      assertTrue(mails.getFirst().get("subject").stringValue().endsWith("市役所からメッセージがあります"));
      assertTrue(
          mails
              .getFirst()
              .get("text")
              .stringValue()
              .contains(TestCloud.PORTAL + "/applications/" + application.applicationId()));
      assertEquals(1, inbox.ofNotice(application.applicationId() + "#1#mail").size());
    }

    @Test
    void tellsOfEachDocumentThatIsHandedOverReplacedOrRevokedAndNotThatItWasOpened() {
      Application application = committed("account", true);
      List<EventType> happened =
          List.of(
              EventType.DOCUMENT_ISSUED,
              EventType.DOCUMENT_OPENED,
              EventType.DOCUMENT_ISSUED,
              EventType.DOCUMENT_REPLACED,
              EventType.DOCUMENT_REVOKED);
      for (int version = 1; version <= happened.size(); version++) {
        String event =
            CloudEvents.write(
                new CityEvent(
                    Subject.DOCUMENT.of(application.applicationId()),
                    version,
                    happened.get(version - 1),
                    application.arrivedAt(),
                    application.applicationId(),
                    Map.of()));
        assertEquals("[]", handled(event).toString());
      }
      List<Integer> mails = new ArrayList<>();
      for (int version = 1; version <= happened.size(); version++) {
        mails.add(
            inbox.ofNotice(application.applicationId() + "#documents-" + version + "#mail").size());
      }
      assertEquals(List.of(1, 0, 1, 1, 1), mails);
    }

    @Test
    void tellsOnceOfFilesThatCannotBeTakenAndNothingOfOneThatWasNotSentIn() {
      Application application = committed("account", true);
      assertEquals(
          "[]",
          handled(
                  file("1", EventType.FILE_REFUSED, application.applicationId()),
                  file("2", EventType.FILE_INFECTED, application.applicationId()),
                  file("3", EventType.FILE_INFECTED, null))
              .toString());
      String notice = application.applicationId() + "#files-" + application.version() + "#mail";
      List<JsonNode> mails = inbox.ofNotice(notice);
      assertEquals(1, mails.size());
      assertTrue(mails.getFirst().get("subject").stringValue().endsWith("書類を確かめてください"));
    }

    private static String file(String id, EventType type, String applicationIdOrNull) {
      return CloudEvents.write(
          new CityEvent(
              Subject.FILE.of(id), 1, type, Instant.now(), applicationIdOrNull, Map.of()));
    }

    @Test
    void readsAndClaimsOnceForAWholeBatch() {
      List<String> calls = new ArrayList<>();
      EntryFunction before = entry;
      entry =
          new NoticesWiring()
              .wire(
                  Entry.NOTICES_CITY_EVENTS,
                  cloud.watched(
                      (context, attributes) ->
                          calls.add(
                              attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))));
      String[] events =
          IntStream.range(0, 10)
              .mapToObj(i -> about(committed("account", true), Step.SUBMIT, 1))
              .toArray(String[]::new);
      calls.clear();
      assertEquals("[]", handled(events).toString());
      entry = before;
      Map<String, Long> counted =
          calls.stream().collect(Collectors.groupingBy(call -> call, Collectors.counting()));
      assertEquals(
          Map.of(
              "BatchGetItem",
              1L,
              "TransactWriteItems",
              1L,
              "SendEmail",
              10L,
              "UpdateItem",
              10L,
              // Once for a warm function: what addresses are hashed under.
              "GenerateMac",
              1L),
          counted);
    }

    @Test
    void linksAGuestToWhereTheCodeOfTheReceiptIsEntered() {
      Application application = committed(null, true);
      handled(about(application, Step.SUBMIT, 1));
      String text =
          inbox
              .ofNotice(application.applicationId() + "#1#mail")
              .getFirst()
              .get("text")
              .stringValue();
      assertFalse(text.contains(application.applicationId()), text);
      assertTrue(text.contains(TestCloud.PORTAL + "/claim\n"), text);
    }
  }

  @Nested
  class NotSent {
    @Test
    void toSomeoneWhoGaveNoAddress() {
      Application application = committed("account", false);
      assertEquals("[]", handled(about(application, Step.SUBMIT, 1)).toString());
      assertEquals(List.of(), inbox.ofNotice(application.applicationId() + "#1#mail"));
    }

    @Test
    void whileAnotherIsSendingItAndTheMessageComesAgain() {
      Application application = committed("account", true);
      String delivery = application.applicationId() + "#1#mail";
      Instant now = Instant.now();
      new DynamoDeliveryStore(cloud)
          .claim(delivery, application.notifyAddress(), now, now.plusSeconds(600));
      assertEquals(
          "[{\"itemIdentifier\":\"m0\"}]", handled(about(application, Step.SUBMIT, 1)).toString());
      assertEquals(List.of(), inbox.ofNotice(delivery));
    }

    @Test
    void forPoisonedMessagesWhichFailAloneAndLeaveTheOthersTheirMail() {
      Application application = committed("account", true);
      Application unknown = SampleApplications.submitted("account", "d");
      JsonNode failures =
          handled(
              "not json",
              "{}",
              "{\"data\":{\"applicationId\":7}}",
              about(application, Step.SUBMIT, 1).replace("submitted", "exploded"),
              about(unknown, Step.SUBMIT, 1),
              "[1]",
              about(application, Step.SUBMIT, 1));
      assertEquals(6, failures.size(), failures.toString());
      assertEquals(1, inbox.ofNotice(application.applicationId() + "#1#mail").size());
    }
  }
}
