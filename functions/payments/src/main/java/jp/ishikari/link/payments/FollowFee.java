package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderMoves;
import jp.ishikari.link.domain.payment.OrderStep;
import jp.ishikari.link.domain.payment.PaymentTerms;
import jp.ishikari.link.payments.store.OrderStore;

/**
 * A corrected application may cost more or less than what was asked for: the difference is asked
 * for, or given back. What one of the staff has fixed stays as they fixed it. It looks at the
 * application as it stands, so that events told twice or late change nothing more.
 */
record FollowFee(
    OrderStore orders, ApplicationStore applications, LastDay lastDay, InstantSource clock)
    implements Consumer<CityEvent> {
  private static final int TRIES = 10;

  @Override
  public void accept(CityEvent event) {
    for (int tried = 0; tried < TRIES; tried++) {
      Optional<Order> order = orders.find(event.applicationId()).filter(FollowFee::follows);
      if (order.isEmpty()) {
        return;
      }
      Integer fee = applications.find(event.applicationId()).orElseThrow().fee();
      int yen = fee == null ? 0 : fee;
      if (order.get().amount() == yen
          || orders.save(order.get(), priced(order.get(), yen), null)
              instanceof Outcome.Success<NotSaved, Order>) {
        return;
      }
    }
    throw new IllegalStateException("others kept changing the payment");
  }

  private static boolean follows(Order order) {
    return order.terms().when() != PaymentTerms.When.AFTER_REVIEW
        && order.amount() != null
        && order.ended() != Order.Ended.CANCELLED
        && !order.fixedByStaff();
  }

  private Order priced(Order order, int yen) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return OrderMoves.of(order)
        .priced(yen, lastDay.of(order, now), now)
        .by(null, "申請の補正により、手数料が%,d円から%,d円になりました。".formatted(order.amount(), yen))
        .made(OrderStep.PRICE, now);
  }
}
