package jp.ishikari.link.casework;

import java.util.Collection;
import java.util.List;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.edge.CloudEvents;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.SampleEvents;
import jp.ishikari.link.testkit.TestCloud;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Hands the clerks' list what a queue would: messages in, the failed ones out. */
record DeskDelivery(TestCloud cloud, Entry entry, EntryFunction function) {

  /** Of the city's events. */
  static DeskDelivery events(TestCloud cloud) {
    return of(cloud, Entry.CASEWORK_DESK);
  }

  static DeskDelivery of(TestCloud cloud, Entry entry) {
    return new DeskDelivery(cloud, entry, new CaseworkWiring().wire(entry, cloud));
  }

  /** Identifiers of the messages, {@code m0} and on, that are to come again. */
  List<String> handled(Collection<String> bodies) {
    ObjectNode event = (ObjectNode) SampleEvents.json(Names.sampleEvent(entry));
    JsonNode pattern = event.get("Records").get(0).deepCopy();
    ArrayNode records = event.putArray("Records");
    for (String body : bodies) {
      records.add(
          ((ObjectNode) pattern.deepCopy())
              .put("messageId", "m" + records.size())
              .put("body", body));
    }
    return Json.MAPPER
        .readTree(function.handle(Json.MAPPER.writeValueAsBytes(event), null))
        .get("batchItemFailures")
        .valueStream()
        .map(failed -> failed.get("itemIdentifier").stringValue())
        .toList();
  }

  /** Everything that happened to these cases so far. */
  void of(Collection<String> applicationIds) {
    for (String id : applicationIds) {
      List<String> failed = handled(bodies(id));
      if (!failed.isEmpty()) {
        throw new AssertionError(failed);
      }
    }
  }

  /** What was announced of a case so far. */
  List<String> bodies(String applicationId) {
    return new DynamoApplicationStore(cloud)
        .history(applicationId).stream()
            .map(ApplicationEvent::event)
            .map(CloudEvents::write)
            .toList();
  }
}
