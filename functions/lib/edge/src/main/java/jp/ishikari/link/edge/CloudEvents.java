package jp.ishikari.link.edge;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.EventField;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.domain.CityEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Events as CloudEvents 1.0 JSON, and back. The schemas stand in events/cloudevents. */
public final class CloudEvents {
  private static final Map<String, EventType> TYPES =
      Arrays.stream(EventType.values())
          .collect(Collectors.toMap(Names::cloudEvent, Function.identity()));

  private CloudEvents() {}

  public static String write(CityEvent event) {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("specversion", "1.0")
            .put("id", event.id())
            .put("source", "/" + event.type().subject().collection())
            .put("type", Names.cloudEvent(event.type()))
            .put("subject", event.subject())
            .put("time", event.at().toString())
            .put("datacontenttype", "application/json");
    ObjectNode data = json.putObject("data").put("sequence", event.sequence());
    if (event.applicationId() != null) {
      data.put("applicationId", event.applicationId());
    }
    event.data().forEach((field, value) -> data.put(Names.camel(field), value));
    return Json.MAPPER.writeValueAsString(json);
  }

  /** Throws when it is not an event that the blueprint declares. */
  public static CityEvent read(JsonNode json) {
    EventType type = TYPES.get(json.path("type").asString(""));
    if (type == null) {
      throw new IllegalArgumentException("an event of no declared type");
    }
    JsonNode data = json.path("data");
    Map<EventField, String> carried = new EnumMap<>(EventField.class);
    type.carries()
        .forEach(field -> carried.put(field, data.path(Names.camel(field)).stringValue()));
    return new CityEvent(
        json.path("subject").stringValue(),
        data.path("sequence").intValue(),
        type,
        Instant.parse(json.path("time").stringValue()),
        data.has("applicationId") ? data.get("applicationId").stringValue() : null,
        carried);
  }
}
