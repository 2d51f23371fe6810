package jp.ishikari.link.payments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import jp.ishikari.link.payments.store.PaymentWays;

/** What is set, kept in a warm function for half a minute: a change holds within a minute. */
final class RememberedWays implements Supplier<PaymentWays.Set> {
  private static final Duration FOR = Duration.ofSeconds(30);

  private final PaymentWays ways;
  private final InstantSource clock;
  private final AtomicReference<Seen> seen = new AtomicReference<>();

  private record Seen(PaymentWays.Set set, Instant until) {}

  RememberedWays(PaymentWays ways, InstantSource clock) {
    this.ways = ways;
    this.clock = clock;
  }

  @Override
  public PaymentWays.Set get() {
    Instant now = clock.instant();
    Seen known = seen.get();
    if (known == null || !now.isBefore(known.until())) {
      known = new Seen(ways.current(), now.plus(FOR));
      seen.set(known);
    }
    return known.set();
  }
}
