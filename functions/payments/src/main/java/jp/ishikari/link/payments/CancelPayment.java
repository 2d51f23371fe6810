package jp.ishikari.link.payments;

import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderMoves;
import jp.ishikari.link.domain.payment.OrderStep;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** A clerk says that it need not be paid, and why (取消、免除). */
@Contract(request = CancelPayment.Asked.class, response = CasePayment.class)
record CancelPayment(Deciding deciding) implements Operation {

  record Asked(@Limit int version, @Limit(min = 1, max = 500, lines = true) String reason)
      implements Deciding.OfVersion {}

  @Override
  public Response run(Request request) {
    return deciding.change(request, Asked.class, CancelPayment::cancelled);
  }

  private static Outcome<Response, Order> cancelled(Deciding.At at, Asked asked) {
    return CasePayment.steps(at.order()).contains(OrderStep.CANCEL)
        ? Outcome.success(
            OrderMoves.of(at.order())
                .ended(Order.Ended.CANCELLED)
                .by(at.staffName(), asked.reason())
                .made(OrderStep.CANCEL, at.now()))
        : Deciding.refuse("納付されたあとは取り消せません。還付してください。");
  }
}
