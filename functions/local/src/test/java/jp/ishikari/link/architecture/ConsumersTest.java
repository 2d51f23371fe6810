package jp.ishikari.link.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Filling;
import jp.ishikari.link.blueprint.Grant;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.notices.NoticesWiring;
import jp.ishikari.link.publish.PublishWiring;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.Inbox;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleEvents;
import jp.ishikari.link.testkit.Subscriber;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who says an event and who hears it, over all capabilities. */
@ExtendWith(Engines.class)
class ConsumersTest {
  static Stream<Entry> consumers() {
    return Arrays.stream(Entry.values())
        .filter(
            entry ->
                entry.trigger() instanceof Trigger.Messages messages
                    && messages.queue().filling() instanceof Filling.CityEvents);
  }

  @ParameterizedTest
  @MethodSource("consumers")
  void whatAConsumerDoesNotTakeDoesNothingAndFailsNothing(Entry consumer, TestCloud cloud)
      throws ReflectiveOperationException {
    List<String> calls = new ArrayList<>();
    TestCloud watched =
        cloud.watched(
            (context, attributes) ->
                calls.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
    EntryFunction function =
        ((CapabilityWiring)
                Class.forName(Names.wiringClass(consumer.capability()))
                    .getConstructor()
                    .newInstance())
            .wire(consumer, watched);
    ObjectNode batch = (ObjectNode) SampleEvents.json(Names.sampleEvent(consumer));
    JsonNode pattern = batch.get("Records").get(0).deepCopy();
    var records = batch.putArray("Records");
    for (EventType type : EventType.values()) {
      if (!((Trigger.Messages) consumer.trigger()).queue().types().contains(type)) {
        records.add(
            ((ObjectNode) pattern.deepCopy())
                .put("messageId", type.name())
                .put("body", SampleEvents.json(Names.sampleEvent(type)).toString()));
      }
    }
    calls.clear();
    JsonNode answer =
        Json.MAPPER.readTree(function.handle(Json.MAPPER.writeValueAsBytes(batch), null));
    assertEquals("[]", answer.get("batchItemFailures").toString());
    assertEquals(List.of(), calls);
  }

  /** The way of ten events from their rows to ten mails, and of one alone. */
  @ParameterizedTest
  @ValueSource(ints = {1, 10})
  void fromRowToMailAnEventTakesFourCallsToTheTablesAtMost(int events, TestCloud cloud) {
    List<String> calls = Collections.synchronizedList(new ArrayList<>());
    TestCloud watched =
        cloud.watched(
            (context, attributes) ->
                calls.add(
                    attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)
                        + " "
                        + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
    EntryFunction publish = new PublishWiring().wire(Entry.PUBLISH_EVENTS, watched);
    EntryFunction notices = new NoticesWiring().wire(Entry.NOTICES_CITY_EVENTS, watched);
    try (Subscriber queue = new Subscriber(cloud, "cost-" + events, Queue.NOTICES)) {
      ObjectNode stream = (ObjectNode) SampleEvents.json(Names.sampleEvent(Entry.PUBLISH_EVENTS));
      ObjectNode batch =
          (ObjectNode) SampleEvents.json(Names.sampleEvent(Entry.NOTICES_CITY_EVENTS));
      JsonNode row = stream.get("Records").get(0).deepCopy();
      JsonNode message = batch.get("Records").get(0).deepCopy();
      List<String> ids = new ArrayList<>();
      var rows = stream.putArray("Records");
      for (int i = 0; i < events; i++) {
        Application application = SampleApplications.submitted("account", "d");
        ids.add(application.applicationId());
        new DynamoApplicationStore(cloud)
            .submit(
                Submission.of(
                    application,
                    SampleApplications.event(application, Step.SUBMIT),
                    SampleApplications.token(),
                    Set.of()));
        ObjectNode record = (ObjectNode) row.deepCopy();
        ((ObjectNode) record.at("/dynamodb/NewImage/subject"))
            .put("S", Subject.APPLICATION.of(application.applicationId()));
        rows.add(record);
      }
      calls.clear();
      publish.handle(Json.MAPPER.writeValueAsBytes(stream), null);
      var messages = batch.putArray("Records");
      for (JsonNode event : queue.about(ids, events)) {
        messages.add(
            ((ObjectNode) message.deepCopy())
                .put("messageId", event.get("id").stringValue())
                .put("body", event.toString()));
      }
      assertEquals(events, messages.size());
      assertEquals(
          "{\"batchItemFailures\":[]}",
          new String(notices.handle(Json.MAPPER.writeValueAsBytes(batch), null), UTF_8));
      for (String id : ids) {
        assertEquals(1, new Inbox(cloud).ofNotice(id + "#1#mail").size());
      }
      long tables = calls.stream().filter(call -> call.startsWith("DynamoDb")).count();
      System.out.println(
          events + " events from row to mail: " + tables + " calls to the tables, " + calls);
      assertTrue(tables <= 4L * events, calls.toString());
      assertTrue(events == 1 || calls.size() <= 4L * events, calls.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverSaysAnEventMayWriteItAndNobodyElseMay(Capability capability) {
    boolean says =
        Arrays.stream(EventType.values()).anyMatch(type -> type.emitters().contains(capability));
    boolean writes =
        Arrays.stream(Entry.values())
            .filter(entry -> entry.capability() == capability)
            .flatMap(entry -> entry.grants().stream())
            .anyMatch(
                grant -> grant.resource() == Table.EVENTS && grant.uses().contains(Grant.Use.PUT));
    assertEquals(says, writes);
  }

  @ParameterizedTest
  @MethodSource("consumers")
  void theSampleOfAConsumerIsAnEventThatItTakes(Entry consumer) {
    JsonNode sample = SampleEvents.json(Names.sampleEvent(consumer));
    for (JsonNode record : sample.get("Records")) {
      JsonNode event = Json.MAPPER.readTree(record.get("body").stringValue());
      assertTrue(
          ((Trigger.Messages) consumer.trigger())
              .queue().types().stream()
                  .anyMatch(type -> event.equals(SampleEvents.json(Names.sampleEvent(type)))),
          event.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSampleOfAQueueOfReportsIsOneThatItsRuleHandsOver(Queue queue) {
    if (!(queue.filling() instanceof Filling.Reports reports)) {
      return;
    }
    Entry consumer =
        Arrays.stream(Entry.values())
            .filter(
                entry ->
                    entry.trigger() instanceof Trigger.Messages messages
                        && messages.queue() == queue)
            .findFirst()
            .orElseThrow();
    for (JsonNode record : SampleEvents.json(Names.sampleEvent(consumer)).get("Records")) {
      JsonNode event = Json.MAPPER.readTree(record.get("body").stringValue());
      JsonNode pattern = Json.MAPPER.valueToTree(reports.pattern(Names::physical));
      assertEquals(pattern.at("/source/0"), event.get("source"));
      assertTrue(
          pattern.get("detail-type").valueStream().anyMatch(event.get("detail-type")::equals));
    }
  }

  /** Whoever else filled it would give a capability work that is not its own. */
  @ParameterizedTest
  @EnumSource
  void onlyEntriesOfTheConsumersOwnCapabilityAreGrantedItsJobs(Queue queue) {
    Set<Capability> senders =
        Arrays.stream(Entry.values())
            .filter(
                entry ->
                    entry.grants().stream()
                        .anyMatch(
                            grant ->
                                grant.resource() == queue && grant.uses().contains(Grant.Use.SEND)))
            .map(Entry::capability)
            .collect(Collectors.toSet());
    Set<Capability> takers =
        Arrays.stream(Entry.values())
            .filter(
                entry ->
                    entry.trigger() instanceof Trigger.Messages messages
                        && messages.queue() == queue)
            .map(Entry::capability)
            .collect(Collectors.toSet());
    assertEquals(1, takers.size(), "one consumer");
    assertEquals(queue.filling() instanceof Filling.Jobs ? takers : Set.of(), senders);
  }
}
