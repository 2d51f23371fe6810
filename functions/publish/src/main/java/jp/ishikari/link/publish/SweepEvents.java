package jp.ishikari.link.publish;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.publish.store.Outbox;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;

/** Finds events that the stream has not carried although it had time to, and publishes them. */
record SweepEvents(Outbox outbox, PublishEvent publish, InstantSource clock)
    implements EntryFunction {
  private static final Log LOG = Log.of(SweepEvents.class);

  /** The stream's own time; younger events are still on their way. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int LIMIT = 500;

  @Override
  public byte[] handle(byte[] event, Context context) {
    List<CityEvent> missed = outbox.unpublished(clock.instant().minus(PATIENCE), LIMIT);
    int swept = 0;
    for (CityEvent one : missed) {
      try {
        publish.accept(one);
        swept++;
      } catch (RuntimeException refused) {
        // It waits for the next sweep; those behind it do not.
        LOG.error("event was not swept", refused, Log.fields(LogField.EVENT), one.id());
      }
    }
    if (swept > 0) {
      LOG.warn("events were swept", Log.fields(LogField.COUNT), swept);
    }
    return Json.MAPPER.writeValueAsBytes(Json.MAPPER.createObjectNode().put("swept", swept));
  }
}
