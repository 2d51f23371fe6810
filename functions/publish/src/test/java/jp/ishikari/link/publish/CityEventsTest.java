package jp.ishikari.link.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.EventField;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Filling;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Topic;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.CloudEvents;
import jp.ishikari.link.publish.store.SnsAnnouncements;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.EventSchemas;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleEvents;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.Subscriber;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a subscriber of the city's topic can rely on: the published schema, byte for byte raw. */
@ExtendWith(Engines.class)
class CityEventsTest {
  private static Subscriber subscriber;
  private static TestCloud cloud;

  @BeforeAll
  static void subscribe(TestCloud engines) {
    cloud = engines;
    subscriber = new Subscriber(engines, "city-events-test");
  }

  @AfterAll
  static void unsubscribe() {
    subscriber.close();
  }

  private static boolean fits(JsonNode event) {
    return EventSchemas.faults(event.toString()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void everyStepArrivesRawAndFitsTheSchema(Step step) {
    Application application = SampleApplications.submitted("account", "citizens");
    CityEvent event = SampleApplications.event(application, step).event();
    assertEquals(Set.of(), new SnsAnnouncements(cloud).announce(List.of(event)));
    List<JsonNode> heard = subscriber.about(application.applicationId(), 1);
    assertEquals(1, heard.size());
    assertEquals(List.of(), EventSchemas.faults(heard.getFirst().toString()), heard::toString);
    assertEquals(event, CloudEvents.read(heard.getFirst()));
    String whole = heard.getFirst().toString();
    for (String secret :
        List.of(SampleProcedure.FAMILY, "山田", "理由", "hanako", application.receiptNumber())) {
      assertFalse(whole.contains(secret), "ids and version only: " + whole);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSampleOfATypeFitsItsSchemaAndWhatIsNotPromisedDoesNot(EventType type) {
    ObjectNode sample = (ObjectNode) SampleEvents.json(Names.sampleEvent(type));
    assertEquals(List.of(), EventSchemas.faults(sample.toString()));
    assertEquals(type, CloudEvents.read(sample).type());
    assertFalse(fits(sample.deepCopy().put("name", "石狩　花子")));
    assertFalse(fits(sample.deepCopy().put("type", "jp.ishikari.link.application.exploded")));
    assertFalse(fits(sample.deepCopy().put("id", "no sequence")));
    assertFalse(fits(sample.deepCopy().put("subject", "elsewhere/1")));
    ObjectNode more = sample.deepCopy();
    ((ObjectNode) more.get("data")).put("answers", "{}");
    assertFalse(fits(more));
    for (EventField field : type.carries()) {
      ObjectNode said = sample.deepCopy();
      ((ObjectNode) said.get("data")).put(Names.camel(field), "石狩　花子");
      assertFalse(fits(said), field.name());
      ObjectNode less = sample.deepCopy();
      ((ObjectNode) less.get("data")).remove(Names.camel(field));
      assertFalse(fits(less), field.name());
    }
  }

  @Test
  void anEventThatSaysMoreThanItsTypeDeclaresCannotBeMade() {
    CityEvent good =
        CloudEvents.read(SampleEvents.json(Names.sampleEvent(EventType.APPLICATION_SUBMITTED)));
    Map<EventField, String> spoken = new EnumMap<>(good.data());
    spoken.put(EventField.DIVISION_ID, "石狩　花子");
    for (Map<EventField, String> bad : List.of(spoken, Map.<EventField, String>of())) {
      String why =
          assertThrows(
                  IllegalArgumentException.class,
                  () ->
                      new CityEvent(
                          good.subject(), 1, good.type(), good.at(), good.applicationId(), bad))
              .getMessage();
      assertFalse(why.contains("花子"), why);
    }
  }

  @Test
  void whatATestAnnouncesAgainstTheSchemaIsAnErrorOfThatTest() {
    assertThrows(
        AssertionError.class,
        () ->
            cloud
                .topics()
                .publish(
                    r ->
                        r.topicArn(cloud.environment().nameOf(Topic.CITY_EVENTS))
                            .message("{\"type\":\"jp.ishikari.link.application.submitted\"}")));
  }

  @Test
  void moreThanOneCallTakesAreAllAnnounced() {
    Application application = SampleApplications.submitted("account", "citizens");
    CityEvent first = SampleApplications.event(application, Step.SUBMIT).event();
    List<CityEvent> many =
        IntStream.rangeClosed(1, 23)
            .mapToObj(
                i ->
                    new CityEvent(
                        first.subject(),
                        i,
                        first.type(),
                        first.at(),
                        first.applicationId(),
                        first.data()))
            .toList();
    assertEquals(Set.of(), new SnsAnnouncements(cloud).announce(many));
    assertEquals(
        many.stream().map(CityEvent::id).sorted().toList(),
        subscriber.about(application.applicationId(), 23).stream()
            .map(event -> event.get("id").stringValue())
            .sorted()
            .toList());
  }

  @Test
  void whatAnUnreachableTopicDidNotTakeIsSaidToBeRefused() {
    CityEvent event =
        SampleApplications.event(SampleApplications.submitted("account", "d"), Step.SUBMIT).event();
    assertEquals(
        Set.of(event),
        new SnsAnnouncements(cloud.without(Topic.CITY_EVENTS)).announce(List.of(event)));
  }

  static Stream<Queue> queues() {
    return Arrays.stream(Queue.values())
        .filter(queue -> queue.filling() instanceof Filling.CityEvents);
  }

  @ParameterizedTest
  @MethodSource("queues")
  void everyDeclaredQueueIsHandedWhatItTakesAndNothingElse(Queue queue) {
    Application application = SampleApplications.submitted("account", "citizens");
    try (Subscriber taker = new Subscriber(cloud, "taker-" + Names.kebab(queue), queue)) {
      List<CityEvent> all = new ArrayList<>();
      for (EventType type : EventType.values()) {
        CityEvent sample = CloudEvents.read(SampleEvents.json(Names.sampleEvent(type)));
        all.add(
            new CityEvent(
                type.subject().of(application.applicationId()),
                1,
                type,
                sample.at(),
                application.applicationId(),
                sample.data()));
      }
      assertEquals(Set.of(), new SnsAnnouncements(cloud).announce(all));
      assertEquals(
          queue.types().stream().map(Names::cloudEvent).sorted().toList(),
          taker.about(application.applicationId(), queue.types().size()).stream()
              .map(event -> event.get("type").stringValue())
              .sorted()
              .toList());
    }
  }
}
