package jp.ishikari.link.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.publish.store.Announcements;
import jp.ishikari.link.publish.store.Outbox;
import tools.jackson.databind.JsonNode;

/**
 * Announces events, then marks them. A crash between the two announces them again, which consumers
 * bear.
 *
 * @param reader of an image in the table's stream
 */
record PublishEvents(
    Announcements announcements, Outbox outbox, Function<JsonNode, CityEvent> reader)
    implements ToIntFunction<List<JsonNode>> {
  private static final Log LOG = Log.of(PublishEvents.class);

  /** How many from the start are announced: up to the first that can't be read or was refused. */
  @Override
  public int applyAsInt(List<JsonNode> images) {
    List<CityEvent> events = new ArrayList<>();
    for (JsonNode image : images) {
      try {
        events.add(reader.apply(image));
      } catch (RuntimeException poisoned) {
        LOG.error("event can't be read", poisoned, Log.fields());
        break;
      }
    }
    Set<CityEvent> refused = publish(events);
    int done = 0;
    while (done < events.size() && !refused.contains(events.get(done))) {
      done++;
    }
    return done;
  }

  /** What the topic refused; the rest is announced and marked. */
  Set<CityEvent> publish(List<CityEvent> events) {
    if (events.isEmpty()) {
      return Set.of();
    }
    Set<CityEvent> refused = announcements.announce(events);
    List<CityEvent> told =
        events.stream().filter(event -> !refused.contains(event)).distinct().toList();
    if (!told.isEmpty()) {
      outbox.markPublished(told);
    }
    return refused;
  }
}
