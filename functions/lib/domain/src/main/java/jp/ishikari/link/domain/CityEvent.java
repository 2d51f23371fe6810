package jp.ishikari.link.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import jp.ishikari.link.blueprint.EventField;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Subject;

/**
 * Something that became true and that everybody may be told: ids, versions and codes. What its type
 * does not declare cannot be in it.
 *
 * @param subject what it happened to, e.g. {@code applications/3f0c…}
 * @param sequence the subject's own version that this event made; counts from 1
 * @param applicationId the case it belongs to; null when it belongs to none
 * @param data exactly what the type carries
 */
public record CityEvent(
    String subject,
    int sequence,
    EventType type,
    Instant at,
    String applicationId,
    Map<EventField, String> data) {

  public CityEvent {
    String id = type.subject().id(subject);
    if (type.subject() == Subject.APPLICATION && !id.equals(applicationId)) {
      throw new IllegalArgumentException("an application's event belongs to that application");
    }
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence " + sequence);
    }
    if (!data.keySet().equals(type.carries())) {
      throw new IllegalArgumentException(type + " carries " + type.carries());
    }
    data.forEach(
        (field, value) -> {
          if (!value.matches(field.kind().pattern())) {
            // The value may be what must not be announced, so it is not named.
            throw new IllegalArgumentException(field + " is no " + field.kind());
          }
        });
    Map<EventField, String> kept = new EnumMap<>(EventField.class);
    kept.putAll(data);
    data = Collections.unmodifiableMap(kept);
  }

  /** The same event has the same id however often it is told. */
  public String id() {
    return subject + "/" + sequence;
  }
}
