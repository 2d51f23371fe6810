package jp.ishikari.link.docs;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.EventField;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Lifecycle;
import jp.ishikari.link.domain.payment.OrderGraph;
import jp.ishikari.link.edge.CloudEvents;
import jp.ishikari.link.edge.Json;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Schema and sample of every type of event, and the page that lists them. */
final class GeneratedEvents {
  private static final String APPLICATION = "3f0c7c1e-9a52-4a6d-8a0e-5d1b1f6a2c01";
  private static final String ID = EventField.Kind.ID.pattern();

  private GeneratedEvents() {}

  static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("docs/generated/events.md", page());
    for (EventType type : EventType.values()) {
      files.put("events/" + Names.schema(type), pretty(schema(type)));
      files.put(
          "events/" + Names.sampleEvent(type),
          pretty((ObjectNode) Json.MAPPER.readTree(CloudEvents.write(sample(type)))));
    }
    return files;
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Events

            Generated from the declarations; a test fails when it differs.

            CloudEvents 1.0, JSON format, on the topic `city-events`; a subscription is filtered by the message attribute `type`. Every event has the subject's own sequence in its data, and the application's id where it belongs to one. Order is not promised and an event may come twice: keep the highest sequence seen per subject. Schemas and samples are in `events/cloudevents`.

            | type | subject | said by | carries | taken by |
            |---|---|---|---|---|
            """);
    for (EventType type : EventType.values()) {
      page.append("| `%s` ".formatted(Names.cloudEvent(type)))
          .append("| `%s` ".formatted(type.subject().of("…")))
          .append("| %s ".formatted(names(type.emitters())))
          .append(
              "| %s "
                  .formatted(
                      type.carries().stream()
                          .map(field -> "`" + Names.camel(field) + "`")
                          .collect(Collectors.joining(", "))))
          .append("| %s |\n".formatted(takers(type)));
    }
    return page.toString();
  }

  private static String names(List<Capability> emitters) {
    return emitters.stream().map(Names::module).collect(Collectors.joining(", "));
  }

  private static String takers(EventType type) {
    return Arrays.stream(Queue.values())
        .filter(queue -> queue.types().contains(type))
        .map(queue -> "queue `" + Names.kebab(queue) + "`")
        .collect(Collectors.joining(", "));
  }

  private static CityEvent sample(EventType type) {
    Map<EventField, String> data = new EnumMap<>(EventField.class);
    type.carries().forEach(field -> data.put(field, value(type, field)));
    return new CityEvent(
        type.subject().of(APPLICATION),
        type == EventType.APPLICATION_SUBMITTED ? 1 : 2,
        type,
        Instant.parse("2026-11-23T05:12:00Z"),
        APPLICATION,
        data);
  }

  private static String value(EventType type, EventField field) {
    return switch (field) {
      case PROCEDURE_ID -> "sample-certificate";
      case DIVISION_ID -> "citizens";
      case STAFF_ID -> "staff-somebody";
      case FIRST_DAY -> "2026-11-01";
      case LAST_DAY -> "2026-11-30";
      case STATE -> states(type).findFirst().orElseThrow();
    };
  }

  /** What a case, or its payment, may be in after an event. */
  private static Stream<String> states(EventType type) {
    return Stream.concat(
        Lifecycle.edges().stream()
            .filter(edge -> edge.step().event() == type)
            .map(edge -> edge.to().name()),
        OrderGraph.edges().stream()
            .filter(edge -> edge.step().event() == type)
            .map(edge -> edge.to().name()));
  }

  private static ObjectNode schema(EventType type) {
    ObjectNode schema =
        Json.MAPPER
            .createObjectNode()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("$id", "urn:ishikari-link:" + Names.schema(type))
            .put("title", Names.cloudEvent(type))
            .put(
                "description",
                "CloudEvents 1.0, JSON format. Carries ids, versions and codes, never answers and"
                    + " never personal data. Order is not promised and an event may come twice.");
    ObjectNode parts = object(schema);
    constant(parts, "specversion", "1.0");
    pattern(parts, "id", "^" + type.subject().of("[A-Za-z0-9_-]{1,128}/[1-9][0-9]*") + "$");
    constant(parts, "source", "/" + type.subject().collection());
    constant(parts, "type", Names.cloudEvent(type));
    pattern(parts, "subject", "^" + type.subject().of("[A-Za-z0-9_-]{1,128}") + "$");
    pattern(parts, "time", "Z$").put("format", "date-time");
    constant(parts, "datacontenttype", "application/json");
    ObjectNode data = object(parts.putObject("data"));
    data.putObject("sequence").put("type", "integer").put("minimum", 1);
    pattern(data, "applicationId", ID);
    type.carries().forEach(field -> pattern(data, Names.camel(field), field.kind().pattern()));
    require(schema, parts);
    require((ObjectNode) parts.get("data"), data);
    if (type.subject() != Subject.APPLICATION) {
      // Not everything belongs to a case.
      ((ArrayNode) parts.at("/data/required"))
          .removeIf(name -> name.stringValue().equals("applicationId"));
    }
    return schema;
  }

  private static ObjectNode object(ObjectNode schema) {
    return schema.put("type", "object").put("additionalProperties", false).putObject("properties");
  }

  private static void require(ObjectNode schema, ObjectNode properties) {
    var required = schema.putArray("required");
    properties.propertyNames().forEach(required::add);
  }

  private static void constant(ObjectNode properties, String name, String value) {
    properties.putObject(name).put("const", value);
  }

  private static ObjectNode pattern(ObjectNode properties, String name, String pattern) {
    return properties.putObject(name).put("type", "string").put("pattern", pattern);
  }

  private static String pretty(ObjectNode json) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(lines)
            .withArrayIndenter(lines);
    return Json.MAPPER.writer().with(printer).writeValueAsString(json) + "\n";
  }
}
