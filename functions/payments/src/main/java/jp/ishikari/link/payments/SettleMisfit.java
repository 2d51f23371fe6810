package jp.ishikari.link.payments;

import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderMoves;
import jp.ishikari.link.domain.payment.OrderStep;
import jp.ishikari.link.domain.payment.Receipt;
import jp.ishikari.link.domain.payment.Statement;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * A gateway took something else than was asked for, and a clerk has looked: it counts as it is,
 * what is too much being proposed to be given back and what lacks being asked for; or it does not
 * count, because it was undone at the gateway.
 */
@Contract(request = SettleMisfit.Asked.class, response = CasePayment.class)
record SettleMisfit(Deciding deciding) implements Operation {
  private static final String YEN = "JPY";

  /** What becomes of it. */
  enum How {
    ACCEPT,
    SET_ASIDE
  }

  /**
   * @param reference of the checkout that took it
   * @param note what was found out about it
   */
  record Asked(
      @Limit int version,
      @Limit(min = 1, max = 100) String reference,
      How how,
      @Limit(min = 1, max = 500, lines = true) String note)
      implements Deciding.OfVersion {}

  @Override
  public Response run(Request request) {
    return deciding.change(request, Asked.class, SettleMisfit::settled);
  }

  private static Outcome<Response, Order> settled(Deciding.At at, Asked asked) {
    Optional<Checkout> found =
        at.order().checkout(asked.reference()).filter(one -> one.misfit() != null);
    if (found.isEmpty()) {
      return Deciding.wrong("reference", "choice", "合わない支払いを選び直してください。");
    }
    Checkout checkout = found.get();
    Statement.Taken taken = checkout.misfit();
    OrderMoves moves = OrderMoves.of(at.order());
    if (asked.how() == How.ACCEPT) {
      if (!taken.currency().equals(YEN)) {
        return Deciding.refuse("円ではないため、納付として記録できません。決済サービスで取り消してから、「納付としない」を選んでください。");
      }
      moves
          .with(checkout.reference(), one -> one.settled(Checkout.State.PAID))
          .received(
              new Receipt(
                  taken.paymentId(),
                  checkout.reference(),
                  taken.method(),
                  Math.toIntExact(taken.amount()),
                  taken.at(),
                  null),
              at.now());
    } else {
      moves
          .with(checkout.reference(), one -> one.settled(Checkout.State.CLOSED))
          .about(Math.toIntExact(taken.amount()));
    }
    return Outcome.success(
        moves.by(at.staffName(), asked.note()).made(OrderStep.SETTLE_MISFIT, at.now()));
  }
}
