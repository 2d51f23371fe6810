package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderMoves;
import jp.ishikari.link.domain.payment.OrderStep;
import jp.ishikari.link.domain.payment.Receipt;
import jp.ishikari.link.payments.store.OrderStore;

/**
 * What was withdrawn or rejected is not to be paid any more; what was paid of it is proposed to be
 * given back, which two of the staff decide. Told twice it changes nothing more.
 */
record EndWithCase(OrderStore orders, InstantSource clock) implements Consumer<CityEvent> {
  private static final int TRIES = 10;

  @Override
  public void accept(CityEvent event) {
    for (int tried = 0; tried < TRIES; tried++) {
      Optional<Order> order =
          orders.find(event.applicationId()).filter(one -> one.ended() != Order.Ended.CANCELLED);
      if (order.isEmpty()
          || orders.save(order.get(), ended(order.get(), event.type()), null)
              instanceof Outcome.Success<NotSaved, Order>) {
        return;
      }
    }
    throw new IllegalStateException("others kept changing the payment");
  }

  private Order ended(Order order, EventType why) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String reason = why == EventType.APPLICATION_WITHDRAWN ? "申請が取り下げられました。" : "申請が却下されました。";
    OrderMoves moves = OrderMoves.of(order).ended(Order.Ended.CANCELLED).by(null, reason);
    OrderStep step = OrderStep.CANCEL;
    for (Receipt receipt : order.receipts()) {
      int left = Math.toIntExact(order.left(receipt));
      if (left > 0) {
        moves.asked(receipt.receiptId(), left, reason, null, null, now);
        step = OrderStep.ASK_REFUND;
      }
    }
    return moves.made(step, now);
  }
}
