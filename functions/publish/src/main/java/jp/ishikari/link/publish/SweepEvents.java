package jp.ishikari.link.publish;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.ishikari.link.blueprint.Gauge;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import jp.ishikari.link.publish.store.Outbox;

/**
 * Finds events that the stream has not carried although it had time to, and publishes them. Says
 * each time how old the oldest is that still waits, and how many the topic refused.
 */
record SweepEvents(Outbox outbox, PublishEvents publish, InstantSource clock)
    implements EntryFunction {
  private static final Log LOG = Log.of(SweepEvents.class);

  /** The stream's own time; younger events are still on their way. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int LIMIT = 500;

  private record Swept(int swept, int refused, long oldestSeconds) {}

  @Override
  public byte[] handle(byte[] event, Context context) {
    Instant now = clock.instant();
    List<CityEvent> waiting = outbox.unpublished(now, LIMIT);
    List<CityEvent> missed =
        waiting.stream().filter(one -> one.at().isBefore(now.minus(PATIENCE))).toList();
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
