package jp.ishikari.link.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.edge.BatchEntry;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.publish.store.Announcements;
import jp.ishikari.link.publish.store.DynamoOutbox;
import jp.ishikari.link.publish.store.Outbox;
import jp.ishikari.link.publish.store.SnsAnnouncements;
import jp.ishikari.link.publish.store.StreamImage;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleEvents;
import jp.ishikari.link.testkit.Subscriber;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was committed becomes known: the stream carries it, the sweep finds what the stream missed.
 */
@ExtendWith(Engines.class)
class PublishTest {
  private static TestCloud cloud;
  private static Subscriber subscriber;

  @BeforeAll
  static void subscribe(TestCloud engines) {
    cloud = engines;
    subscriber = new Subscriber(engines, "publish-test");
  }

  @AfterAll
  static void unsubscribe() {
    subscriber.close();
  }

  private static Application committed() {
    Application application = SampleApplications.submitted("account", "d-" + UUID.randomUUID());
    new DynamoApplicationStore(cloud)
        .submit(
            Submission.of(
                application,
                SampleApplications.event(application, Step.SUBMIT),
                SampleApplications.token(),
                Set.of()));
    return application;
  }

  private static Map<String, AttributeValue> row(Application application) {
    return cloud
        .dynamoDb()
        .getItem(
            r ->
                r.tableName(Names.physical(Table.EVENTS))
                    .consistentRead(true)
                    .key(
                        Map.of(
                            "subject",
                                AttributeValue.fromS(
                                    Subject.APPLICATION.of(application.applicationId())),
                            "sequence", AttributeValue.fromN("1"))))
        .item();
  }

  /** The sample event with one record per application, as the stream would carry their rows. */
  private static ObjectNode stream(Application... applications) {
    ObjectNode event = (ObjectNode) SampleEvents.json(Names.sampleEvent(Entry.PUBLISH_EVENTS));
    JsonNode pattern = event.get("Records").get(0).deepCopy();
    ArrayNode records = event.putArray("Records");
    int sequence = 100;
    for (Application application : applications) {
      ObjectNode record = (ObjectNode) pattern.deepCopy();
      ObjectNode dynamodb = (ObjectNode) record.get("dynamodb");
      dynamodb.put("SequenceNumber", Integer.toString(sequence++));
      ((ObjectNode) dynamodb.get("NewImage"))
          .putObject("subject")
          .put("S", Subject.APPLICATION.of(application.applicationId()));
      records.add(record);
    }
    return event;
  }

  private static PublishEvents publishing(Announcements announcements, Outbox outbox) {
    return new PublishEvents(
        announcements, outbox, image -> DynamoOutbox.event(StreamImage.read(image)));
  }

  private static JsonNode handled(EntryFunction entry, ObjectNode event) {
    return JsonMapper.shared()
        .readTree(entry.handle(JsonMapper.shared().writeValueAsBytes(event), null));
  }

  private static JsonNode sweep(EntryFunction sweep) {
    return handled(sweep, (ObjectNode) SampleEvents.json(Names.sampleEvent(Entry.PUBLISH_SWEEP)));
  }

  @Nested
  class Announced {
    private final EntryFunction events = new PublishWiring().wire(Entry.PUBLISH_EVENTS, cloud);

    @Test
    void reachesASubscriberRawAndLeavesTheOutbox() {
      Application application = committed();
      assertTrue(row(application).containsKey("shard"));
      assertEquals("[]", handled(events, stream(application)).get("batchItemFailures").toString());
      List<JsonNode> heard = subscriber.about(application.applicationId(), 1);
      assertEquals(1, heard.size());
      assertEquals("1.0", heard.getFirst().get("specversion").stringValue());
      assertEquals(
          "jp.ishikari.link.application.submitted", heard.getFirst().get("type").stringValue());
      assertFalse(row(application).containsKey("shard"), "an announced event leaves the index");
    }

    @Test
    void bearsTheSameRecordTwice() {
      Application application = committed();
      handled(events, stream(application, application));
      List<JsonNode> heard = subscriber.about(application.applicationId(), 2);
      assertEquals(2, heard.size());
      assertEquals(heard.getFirst(), heard.getLast());
    }

    @Test
    void takesOneCallForTenEventsAndOneMarkForAll() {
      List<String> calls = new ArrayList<>();
      EntryFunction counted =
          new PublishWiring()
              .wire(
                  Entry.PUBLISH_EVENTS,
                  cloud.watched(
                      (context, attributes) ->
                          calls.add(
                              attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))));
      Application[] many =
          IntStream.range(0, 20).mapToObj(i -> committed()).toArray(Application[]::new);
      calls.clear();
      handled(counted, stream(many));
      assertEquals(List.of("PublishBatch", "PublishBatch", "TransactWriteItems"), calls);
      for (Application application : many) {
        assertFalse(row(application).containsKey("shard"));
      }
    }

    @Test
    void isNotAnnouncedAgainWhenItsRowChangesOrGoes() {
      Application application = committed();
      ObjectNode event = stream(application, application);
      ((ObjectNode) event.get("Records").get(0)).put("eventName", "MODIFY");
      ObjectNode gone = (ObjectNode) event.get("Records").get(1);
      gone.put("eventName", "REMOVE");
      ((ObjectNode) gone.get("dynamodb")).remove("NewImage");
      assertEquals("[]", handled(events, event).get("batchItemFailures").toString());
      assertTrue(row(application).containsKey("shard"), "neither announced nor marked");
      handled(events, stream(application));
      assertEquals(1, subscriber.about(application.applicationId(), 1).size());
    }

    @Test
    void isFoundByTheSweepWhenTheStreamMissedIt() {
      Application application = committed();
      DynamoOutbox outbox = new DynamoOutbox(cloud);
      InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(5));
      EntryFunction sweep =
          new SweepEvents(outbox, publishing(new SnsAnnouncements(cloud), outbox), later);
      sweep(sweep);
      assertTrue(row(application).containsKey("shard"), "the stream may be about to carry it");
      sweep(sweep);
      assertEquals(1, subscriber.about(application.applicationId(), 1).size());
      assertFalse(row(application).containsKey("shard"));
    }
  }

  @Nested
  class Kept {
    private final EntryFunction events = new PublishWiring().wire(Entry.PUBLISH_EVENTS, cloud);

    @Test
    void namesTheFirstRecordThatFailedSoThatNothingAfterItIsSkipped() {
      Application first = committed();
      Application last = committed();
      ObjectNode event = stream(first, committed(), last);
      ((ObjectNode) event.get("Records").get(1).get("dynamodb").get("NewImage")).remove("type");
      JsonNode answer = handled(events, event);
      assertEquals("[{\"itemIdentifier\":\"101\"}]", answer.get("batchItemFailures").toString());
      assertFalse(row(first).containsKey("shard"));
      assertTrue(row(last).containsKey("shard"), "it comes again with the failed one");
    }

    @Test
    void leavesYoungEventsToTheStream() {
      Application application = committed();
      EntryFunction sweep = new PublishWiring().wire(Entry.PUBLISH_SWEEP, cloud);
      sweep(sweep);
      sweep(sweep);
      assertTrue(row(application).containsKey("shard"));
    }

    @Test
    void leavesABacklogToTheStreamThatWorksItOff() {
      List<CityEvent> backlog =
          IntStream.range(0, 4)
              .mapToObj(i -> SampleApplications.submitted("account", "d"))
              .map(application -> SampleApplications.event(application, Step.SUBMIT).event())
              .toList();
      List<CityEvent> waiting = new ArrayList<>(backlog);
      List<CityEvent> marked = new ArrayList<>();
      EntryFunction sweep =
          new SweepEvents(
              outbox(waiting, marked),
              publishing(events -> Set.of(), outbox(waiting, marked)),
              InstantSource.fixed(backlog.getLast().at().plus(Duration.ofMinutes(7))));
      waiting.subList(2, 4).clear();
      assertEquals(420, sweep(sweep).get("oldestSeconds").intValue());
      waiting.clear();
      waiting.addAll(backlog.subList(2, 4));
      sweep(sweep);
      assertEquals(List.of(), marked, "the stream took what the first sweep found");
      sweep(sweep);
      assertEquals(backlog.subList(2, 4), marked, "and stands still since");
    }

    @Test
    void namesTheFirstThatTheTopicRefusedAndMarksTheOthers() {
      Application first = committed();
      Application second = committed();
      Application third = committed();
      List<CityEvent> marked = new ArrayList<>();
      PublishEvents publish =
          publishing(
              events ->
                  events.stream()
                      .filter(e -> e.applicationId().equals(second.applicationId()))
                      .collect(Collectors.toSet()),
              outbox(List.of(), marked));
      JsonNode answer =
          handled(
              BatchEntry.streamBatch(Entry.PUBLISH_EVENTS, publish), stream(first, second, third));
      assertEquals("[{\"itemIdentifier\":\"101\"}]", answer.get("batchItemFailures").toString());
      assertEquals(
          List.of(first.applicationId(), third.applicationId()),
          marked.stream().map(CityEvent::applicationId).toList());
    }

    @Test
    void sweepsTheRestThoughOneEventCannotBeAnnouncedAndCountsWhatWasRefused() {
      List<CityEvent> waiting = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        waiting.add(
            SampleApplications.event(SampleApplications.submitted("account", "d"), Step.SUBMIT)
                .event());
      }
      List<CityEvent> marked = new ArrayList<>();
      PublishEvents publish = publishing(events -> Set.of(waiting.get(1)), outbox(waiting, marked));
      InstantSource later =
          InstantSource.fixed(waiting.getFirst().at().plus(Duration.ofMinutes(7)));
      EntryFunction sweep = new SweepEvents(outbox(waiting, marked), publish, later);
      sweep(sweep);
      JsonNode answer = sweep(sweep);
      assertEquals(List.of(waiting.get(0), waiting.get(2)), marked);
      assertEquals(2, answer.get("swept").intValue());
      assertEquals(1, answer.get("refused").intValue());
      assertEquals(420, answer.get("oldestSeconds").intValue());
    }

    private static Outbox outbox(List<CityEvent> waiting, List<CityEvent> marked) {
      return new Outbox() {
        @Override
        public List<CityEvent> unpublished(Instant before, int limit) {
          return waiting;
        }

        @Override
        public void markPublished(List<CityEvent> events) {
          marked.addAll(events);
        }

        @Override
        public List<CityEvent> ofFacets(String applicationId) {
          return List.of();
        }
      };
    }
  }
}
