package jp.ishikari.link.local;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.edge.Json;

/** A schedule as an event source. */
record Ticker(Entry entry, Trigger.Schedule schedule, Invocations invocations, Gate gate)
    implements Runnable {

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(schedule.every());
        gate.pass();
        step(entry, invocations);
      } catch (InterruptedException closing) {
        return;
      } catch (RuntimeException failed) {
        if (!gate.pause(entry, failed)) {
          return;
        }
      }
    }
  }

  /** Runs a scheduled entry once, now. */
  static byte[] step(Entry entry, Invocations invocations) {
    return invocations.invoke(
        entry,
        Json.MAPPER.writeValueAsBytes(
            Json.MAPPER
                .createObjectNode()
                .put("source", "aws.scheduler")
                .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())));
  }
}
