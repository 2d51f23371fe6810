package jp.ishikari.link.aws;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.EventField;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.CityEvent;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** An event as a row, and back. */
public final class EventRow {
  /** Unpublished events are spread over this many partitions of the sparse index. */
  public static final int SHARDS = 8;

  private static final EnhancedType<String> TEXT = EnhancedType.of(String.class);

  private EventRow() {}

  public static String shard(int number) {
    return "shard-" + number;
  }

  public static EnhancedDocument write(CityEvent event) {
    return shared(event).build();
  }

  /** What is announced, and beside it what only the history of the case needs. */
  public static EnhancedDocument write(ApplicationEvent e) {
    EnhancedDocument.Builder row = shared(e.event()).putString("actor", e.actor().name());
    Rows.put(row, "actorId", e.actorId());
    Rows.put(row, "actorName", e.actorName());
    Rows.put(row, "reason", e.reason());
    if (e.fields() != null) {
      row.putList("fields", e.fields(), TEXT);
    }
    return row.build();
  }

  private static EnhancedDocument.Builder shared(CityEvent event) {
    Map<String, String> data = new LinkedHashMap<>();
    event.data().forEach((field, value) -> data.put(field.name(), value));
    EnhancedDocument.Builder row =
        Rows.row()
            .putString("subject", event.subject())
            .putNumber("sequence", event.sequence())
            .putString("type", event.type().name())
            .putString("at", SortableTime.of(event.at()))
            .putString("shard", shard(Math.floorMod(event.subject().hashCode(), SHARDS)));
    // Streams of the local database tell an empty map without its type, and nobody could read it.
    if (!data.isEmpty()) {
      row.putMap("data", data, TEXT, TEXT);
    }
    // An application's own events are read by key; the index is spared them.
    if (event.type().subject() != Subject.APPLICATION) {
      Rows.put(row, "applicationId", event.applicationId());
    }
    return row;
  }

  public static CityEvent read(EnhancedDocument row) {
    EventType type = EventType.valueOf(row.getString("type"));
    String subject = row.getString("subject");
    return new CityEvent(
        subject,
        row.getNumber("sequence").intValue(),
        type,
        Instant.parse(row.getString("at")),
        type.subject() == Subject.APPLICATION
            ? type.subject().id(subject)
            : row.getString("applicationId"),
        row.isPresent("data") ? data(row) : Map.of());
  }

  private static Map<EventField, String> data(EnhancedDocument row) {
    return row.getMap("data", TEXT, TEXT).entrySet().stream()
        .collect(Collectors.toMap(e -> EventField.valueOf(e.getKey()), Map.Entry::getValue));
  }

  public static ApplicationEvent readOwn(EnhancedDocument row) {
    return new ApplicationEvent(
        read(row),
        Actor.valueOf(row.getString("actor")),
        row.getString("actorId"),
        row.getString("actorName"),
        row.getString("reason"),
        row.isPresent("fields") ? row.getList("fields", TEXT) : List.of());
  }
}
