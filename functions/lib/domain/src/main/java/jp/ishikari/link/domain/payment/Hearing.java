package jp.ishikari.link.domain.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a payment when a gateway was asked about one of its checkouts: one change at a
 * time, and none when everything that is said is known. So it does not matter how often it is said,
 * nor in which order.
 */
public final class Hearing {
  private static final String YEN = "JPY";

  private Hearing() {}

  /**
   * A change.
   *
   * @param finding what somebody has to look at: money that was not asked for, or that went back;
   *     null where all is well
   */
  public record Heard(Order after, OrderStep step, Statement.Taken finding) {}

  public static Optional<Heard> of(Order order, String reference, Statement said, Instant now) {
    Checkout checkout = order.checkout(reference).orElseThrow();
    return money(order, checkout, said, now)
        .or(() -> refunds(order, checkout, said, now))
        .or(() -> takenBack(order, said, now))
        .or(() -> progress(order, checkout, said, now));
  }

  private static Optional<Heard> money(
      Order order, Checkout checkout, Statement said, Instant now) {
    List<Statement.Taken> unheard =
        said.payments().stream()
            .filter(taken -> order.receipt(taken.paymentId()).isEmpty())
            .filter(taken -> !checkout.setAside().contains(taken.paymentId()))
            .toList();
    for (Statement.Taken taken : unheard) {
      boolean fits = taken.currency().equals(YEN) && taken.amount() == checkout.amount();
      if (fits) {
        Receipt receipt =
            new Receipt(
                taken.paymentId(),
                checkout.reference(),
                taken.method(),
                checkout.amount(),
                taken.at(),
                null);
        return heard(
            OrderMoves.of(order)
                .with(checkout.reference(), one -> unheard.size() > 1 ? one : paid(one))
                .received(receipt, now),
            OrderStep.PAY,
            now);
      }
      if (checkout.state() != Checkout.State.MISFIT) {
        Order after =
            OrderMoves.of(order)
                .with(checkout.reference(), one -> one.misfitted(taken))
                .made(OrderStep.MISFIT, now);
        return Optional.of(new Heard(after, OrderStep.MISFIT, taken));
      }
    }
    return Optional.empty();
  }

  /** Only when all of it is written down: until then it is open, and so asked about again. */
  private static Checkout paid(Checkout checkout) {
    return checkout.in(Checkout.State.PAID);
  }

  private static Optional<Heard> refunds(
      Order order, Checkout checkout, Statement said, Instant now) {
    for (Statement.Taken taken : said.payments()) {
      List<Refund> ours =
          order.refunds().stream()
              .filter(refund -> refund.receiptId().equals(taken.paymentId()))
              .toList();
      long done =
          ours.stream()
              .filter(refund -> refund.state() == Refund.State.DONE)
              .mapToLong(Refund::amount)
              .sum();
      Optional<Refund> due =
          ours.stream()
              .filter(refund -> refund.state() == Refund.State.APPROVED)
              .filter(refund -> done + refund.amount() <= taken.refunded() - taken.chargedBack())
              .findFirst();
      if (due.isPresent()) {
        return heard(
            OrderMoves.of(order)
                .with(
                    due.get().refundId(),
                    one -> one.given(new Refund.Given(Refund.How.GATEWAY, now, null), null))
                .about(due.get().amount()),
            OrderStep.REFUND,
            now);
      }
    }
    return Optional.empty();
  }

  /** What is back with the payer and nobody of the city had given back, or not any more. */
  private static Optional<Heard> takenBack(Order order, Statement said, Instant now) {
    for (Statement.Taken taken : said.payments()) {
      Optional<Receipt> receipt = order.receipt(taken.paymentId());
      if (receipt.isEmpty() || underWay(order, taken)) {
        continue;
      }
      long known = order.takenBack(receipt.get());
      long back = taken.chargedBack() + unasked(order, taken);
      if (back > known) {
        Order after =
            OrderMoves.of(order)
                .takenBack(receipt.get(), Math.toIntExact(back - known), now)
                .made(OrderStep.TAKE_BACK, now);
        return Optional.of(new Heard(after, OrderStep.TAKE_BACK, taken));
      }
      if (back < known) {
        return heard(
            OrderMoves.of(order).restored(receipt.get(), Math.toIntExact(back), now),
            OrderStep.RESTORE,
            now);
      }
    }
    return Optional.empty();
  }

  /** While the gateway is giving some back, what it says can't be told apart. */
  private static boolean underWay(Order order, Statement.Taken taken) {
    return taken.chargedBack() == 0
        && order.refunds().stream()
            .filter(refund -> refund.receiptId().equals(taken.paymentId()))
            .anyMatch(refund -> refund.state() == Refund.State.APPROVED);
  }

  /** What was given back at the gateway itself, or by a gateway that does not say why. */
  private static long unasked(Order order, Statement.Taken taken) {
    long asked =
        order.refunds().stream()
            .filter(refund -> refund.receiptId().equals(taken.paymentId()))
            .filter(Refund::doneByGateway)
            .mapToLong(Refund::amount)
            .sum();
    return Math.max(0, taken.refunded() - taken.chargedBack() - asked);
  }

  private static Optional<Heard> progress(
      Order order, Checkout checkout, Statement said, Instant now) {
    if (!checkout.open()) {
      return Optional.empty();
    }
    if (said.slipUntil() != null && checkout.state() != Checkout.State.SLIP) {
      return heard(
          OrderMoves.of(order)
              .with(
                  checkout.reference(), one -> one.in(Checkout.State.SLIP).until(said.slipUntil())),
          OrderStep.ISSUE_SLIP,
          now);
    }
    return said.open()
        ? Optional.empty()
        : heard(
            OrderMoves.of(order).with(checkout.reference(), one -> one.in(Checkout.State.CLOSED)),
            OrderStep.BREAK_OFF,
            now);
  }

  private static Optional<Heard> heard(OrderMoves moves, OrderStep step, Instant now) {
    return Optional.of(new Heard(moves.made(step, now), step, null));
  }
}
