package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Hearing;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderMoves;
import jp.ishikari.link.domain.payment.OrderStep;
import jp.ishikari.link.domain.payment.Receipt;
import jp.ishikari.link.domain.payment.Refund;
import jp.ishikari.link.domain.payment.Statement;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import jp.ishikari.link.payments.gateway.Gateways;
import jp.ishikari.link.payments.gateway.PaymentGateway;
import jp.ishikari.link.payments.gateway.PaymentGateway.Failure;
import jp.ishikari.link.payments.store.Findings;
import jp.ishikari.link.payments.store.OrderStore;

/**
 * Brings a payment up to what its gateways know: asks them, and writes down what is new, one change
 * at a time, each from what stands at that moment. Whoever calls it, a notice, the clock or
 * somebody who is about to pay, and how often: the result is the same.
 */
record Settlement(OrderStore orders, Gateways gateways, Findings findings, InstantSource clock) {
  private static final Log LOG = Log.of(Settlement.class);

  /** A page of a gateway's that stands open longer than it should is closed. */
  private static final long TOO_LONG_HOURS = 1;

  /** Each change of one checkout is one turn; more than a few mean that something keeps moving. */
  private static final int TURNS = 50;

  /** What came of it. */
  record Settled(Order order, boolean away) {}

  /** Of all its checkouts that are open, its refunds, and its last day. */
  Settled settle(Order order) {
    boolean away = false;
    Order now = order;
    for (Checkout checkout : order.checkouts()) {
      boolean watched =
          order.watched(checkout, clock.instant())
              && gateways.named(checkout.gateway()).isPresent();
      if (checkout.open() || awaitsRefund(order, checkout) || watched) {
        Settled one = hear(now, checkout.reference());
        now = one.order();
        away |= one.away();
      }
    }
    for (Refund refund : now.toBeRefunded()) {
      Settled one = refund(now, refund);
      now = one.order();
      away |= one.away();
    }
    return new Settled(lapse(now), away);
  }

  private static boolean awaitsRefund(Order order, Checkout checkout) {
    return order.toBeRefunded().stream()
        .map(refund -> order.receipt(refund.receiptId()).orElseThrow())
        .anyMatch(receipt -> checkout.reference().equals(receipt.reference()));
  }

  /** What the gateway says of one checkout, whatever became of it so far. */
  Settled hear(Order order, String reference) {
    Checkout checkout = order.checkout(reference).orElseThrow();
    Optional<PaymentGateway> gateway = gateways.named(checkout.gateway());
    if (gateway.isEmpty()) {
      return new Settled(order, true);
    }
    if (order.unwanted(checkout) || checkout.open() && clock.instant().isAfter(closed(checkout))) {
      gateway.get().close(checkout);
    }
    return switch (gateway.get().query(checkout)) {
      case Outcome.Failure<Failure, Statement>(Failure why) -> {
        LOG.warn("gateway was not heard", Log.fields(LogField.REASON), why);
        yield new Settled(order, true);
      }
      case Outcome.Success<Failure, Statement>(Statement said) ->
          new Settled(written(order, checkout, said), false);
    };
  }

  private static Instant closed(Checkout checkout) {
    return checkout.closesAt().plus(TOO_LONG_HOURS, ChronoUnit.HOURS);
  }

  private Order written(Order order, Checkout checkout, Statement said) {
    Order before = order;
    for (int turn = 0; turn < TURNS; turn++) {
      Optional<Hearing.Heard> heard = Hearing.of(before, checkout.reference(), said, now());
      if (heard.isEmpty()) {
        return before;
      }
      if (heard.get().finding() != null) {
        found(before, checkout, heard.get());
      }
      before = saved(before, heard.get().after());
    }
    return before;
  }

  /** Recorded first: a crash in between records it once more, under the same name. */
  private void found(Order order, Checkout checkout, Hearing.Heard heard) {
    Statement.Taken taken = heard.finding();
    boolean back = heard.step() == OrderStep.TAKE_BACK;
    Findings.Kind wrong =
        taken.currency().equals("JPY") ? Findings.Kind.OTHER_AMOUNT : Findings.Kind.OTHER_CURRENCY;
    findings.record(
        new Findings.Finding(
            back ? Findings.Kind.TAKEN_BACK : wrong,
            checkout.gateway(),
            back ? taken.paymentId() + "#" + taken.refunded() : taken.paymentId(),
            order.applicationId(),
            back ? taken.refunded() : taken.amount(),
            now()));
  }

  /** What stands afterwards: what was written, or what somebody else wrote first. */
  private Order saved(Order before, Order after) {
    return orders
        .save(before, after, null)
        .fold(
            (NotSaved other) -> orders.find(before.applicationId()).orElseThrow(),
            written -> written);
  }

  private Settled refund(Order order, Refund refund) {
    Receipt receipt = order.receipt(refund.receiptId()).orElseThrow();
    Checkout checkout = order.checkout(receipt.reference()).orElseThrow();
    Optional<PaymentGateway> gateway = gateways.named(checkout.gateway());
    if (gateway.isEmpty()) {
      return new Settled(order, true);
    }
    String key = order.applicationId() + "-" + refund.refundId();
    return switch (gateway
        .get()
        .refund(checkout, receipt, refund.amount(), order.givenBack(receipt), key)) {
      case Outcome.Success<Failure, Boolean> done -> hear(order, checkout.reference());
      case Outcome.Failure<Failure, Boolean>(Failure.Away away) -> new Settled(order, true);
      case Outcome.Failure<Failure, Boolean>(Failure.Refused(String code)) ->
          new Settled(failed(order, refund, code), false);
    };
  }

  /** It may have been heard meanwhile that it was done after all. */
  private Order failed(Order order, Refund refund, String code) {
    boolean still = order.refund(refund.refundId()).orElseThrow().state() == Refund.State.APPROVED;
    return still
        ? saved(
            order,
            OrderMoves.of(order)
                .with(refund.refundId(), one -> one.ended(Refund.State.FAILED, code))
                .about(refund.amount())
                .made(OrderStep.FAIL_REFUND, now()))
        : order;
  }

  private Order lapse(Order order) {
    return order.lapsed(now())
        ? saved(order, OrderMoves.of(order).ended(Order.Ended.LAPSED).made(OrderStep.LAPSE, now()))
        : order;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
