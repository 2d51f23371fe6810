package jp.ishikari.link.publish;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import jp.ishikari.link.blueprint.Gauge;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import jp.ishikari.link.publish.store.Outbox;

/**
 * Finds events that the stream has not carried although it had time to, and publishes them: those
 * that two sweeps in a row found. While the stream works off a backlog, what one finds oldest the
 * stream has taken before the next. Says each time how old the oldest is that still waits, and how
 * many the topic refused.
 */
final class SweepEvents implements EntryFunction {
  private static final Log LOG = Log.of(SweepEvents.class);

  /** The stream's own time; younger events are still on their way. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Published by one sweep; it looks at twice as many, so that the next has as many again. */
  private static final int LIMIT = 500;

  private final Outbox outbox;
  private final PublishEvents publish;
  private final InstantSource clock;

  /** Found by the last sweep; a function that was started anew takes one sweep longer. */
  private Set<CityEvent> found = Set.of();

  SweepEvents(Outbox outbox, PublishEvents publish, InstantSource clock) {
    this.outbox = outbox;
    this.publish = publish;
    this.clock = clock;
  }

  private record Swept(int swept, int refused, long oldestSeconds) {}

  @Override
  public byte[] handle(byte[] event, Context context) {
    Instant now = clock.instant();
    List<CityEvent> waiting = outbox.unpublished(now, 2 * LIMIT);
    List<CityEvent> old =
        waiting.stream().filter(one -> one.at().isBefore(now.minus(PATIENCE))).toList();
    List<CityEvent> missed = old.stream().filter(found::contains).limit(LIMIT).toList();
    found = Set.copyOf(old);
    long oldest =
        waiting.isEmpty() ? 0 : Duration.between(waiting.getFirst().at(), now).toSeconds();
    LOG.info(Gauge.OUTBOX_AGE.message(), Log.fields(LogField.SECONDS), oldest);
    int refused = publish.publish(missed).size();
    LOG.info(Gauge.OUTBOX_REFUSED.message(), Log.fields(LogField.COUNT), refused);
    int swept = missed.size() - refused;
    if (swept > 0) {
      LOG.warn("events were swept", Log.fields(LogField.COUNT), swept);
    }
    return Json.MAPPER.writeValueAsBytes(new Swept(swept, refused, oldest));
  }
}
