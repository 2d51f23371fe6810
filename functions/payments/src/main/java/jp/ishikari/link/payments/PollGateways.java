package jp.ishikari.link.payments;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.OrderRow;
import jp.ishikari.link.blueprint.Gauge;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import jp.ishikari.link.payments.store.Findings;
import jp.ishikari.link.payments.store.OrderStore;

/**
 * Asks gateways about what nobody told of. Each payment that is due is taken for a while, so that
 * two runs at once do not both ask; one Query per slice, whatever the number of payments.
 */
record PollGateways(
    OrderStore orders, Settlement settlement, Findings findings, InstantSource clock)
    implements EntryFunction {
  private static final Log LOG = Log.of(PollGateways.class);

  /** Of one slice in one run; what is left is due in the next. */
  private static final int LIMIT = 50;

  private static final Duration LEASE = Duration.ofMinutes(5);

  /** Before the function's own time is over. */
  private static final Duration RUN = Duration.ofSeconds(40);

  private static final Duration SINCE = Duration.ofMinutes(15);

  /** What one run did. */
  private record Polled(int looked, int away) {
    Polled and(Polled other) {
      return new Polled(looked + other.looked, away + other.away);
    }
  }

  @Override
  public byte[] handle(byte[] event, Context context) {
    Instant begun = clock.instant();
    long late = 0;
    List<Future<Polled>> slices = new ArrayList<>();
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      List<List<OrderStore.Due>> due =
          IntStream.range(0, OrderRow.SLICES)
              .mapToObj(slice -> orders.due(slice, begun, LIMIT))
              .toList();
      for (List<OrderStore.Due> slice : due) {
        late = Math.max(late, late(slice, begun));
        slices.add(each.submit(() -> poll(slice, begun)));
      }
    }
    Polled all = slices.stream().map(Future::resultNow).reduce(new Polled(0, 0), Polled::and);
    LOG.info(Gauge.PAYMENTS_LATE.message(), Log.fields(LogField.SECONDS), late);
    LOG.info(Gauge.GATEWAYS_AWAY.message(), Log.fields(LogField.COUNT), all.away());
    LOG.info(
        Gauge.PAYMENTS_MISFITTED.message(),
        Log.fields(LogField.COUNT),
        findings.since(
            EnumSet.complementOf(EnumSet.of(Findings.Kind.TAKEN_BACK)), begun.minus(SINCE), begun));
    LOG.info(
        Gauge.PAYMENTS_TAKEN_BACK.message(),
        Log.fields(LogField.COUNT),
        findings.since(EnumSet.of(Findings.Kind.TAKEN_BACK), begun.minus(SINCE), begun));
    return Json.MAPPER.writeValueAsBytes(all);
  }

  private static long late(List<OrderStore.Due> slice, Instant now) {
    return slice.stream()
        .mapToLong(due -> Duration.between(due.dueAt(), now).toSeconds())
        .max()
        .orElse(0);
  }

  private Polled poll(List<OrderStore.Due> slice, Instant begun) {
    Polled done = new Polled(0, 0);
    for (OrderStore.Due due : slice) {
      if (clock.instant().isAfter(begun.plus(RUN))) {
        break;
      }
      if (orders.take(due, clock.instant().plus(LEASE))) {
        done = done.and(look(due.applicationId()));
      }
    }
    return done;
  }

  private Polled look(String applicationId) {
    try {
      Order order = orders.find(applicationId).orElseThrow();
      Settlement.Settled settled = settlement.settle(order);
      orders.later(settled.order().lookedAt(clock.instant()));
      return new Polled(1, settled.away() ? 1 : 0);
    } catch (RuntimeException failed) {
      // It is due again when its lease is over; the others must not wait for it.
      LOG.error("payment not settled", failed, Log.fields(LogField.APPLICATION_ID), applicationId);
      return new Polled(1, 1);
    }
  }
}
