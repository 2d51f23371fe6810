package jp.ishikari.link.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Grant;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.SampleEvents;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who says an event and who hears it, over all capabilities. */
@ExtendWith(Engines.class)
class ConsumersTest {
  static Stream<Entry> consumers() {
    return Arrays.stream(Entry.values())
        .filter(entry -> entry.trigger() instanceof Trigger.Messages);
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
}
