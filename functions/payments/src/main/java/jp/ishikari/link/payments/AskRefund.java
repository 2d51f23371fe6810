package jp.ishikari.link.payments;

import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderMoves;
import jp.ishikari.link.domain.payment.OrderStep;
import jp.ishikari.link.domain.payment.Receipt;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** A clerk wants money to be given back, whole or in part; another one decides. */
@Contract(request = AskRefund.Asked.class, response = CasePayment.class)
record AskRefund(Deciding deciding) implements Operation {

  /**
   * @param receiptId what it is given back of
   * @param amount whole yen
   */
  record Asked(
      @Limit int version,
      @Limit(min = 1, max = 100) String receiptId,
      @Limit(min = 1, max = 9_999_999) int amount,
      @Limit(min = 1, max = 500, lines = true) String reason)
      implements Deciding.OfVersion {}

  @Override
  public Response run(Request request) {
    return deciding.change(request, Asked.class, AskRefund::asked);
  }

  private static Outcome<Response, Order> asked(Deciding.At at, Asked asked) {
    Optional<Receipt> receipt = at.order().receipt(asked.receiptId());
    if (receipt.isEmpty()) {
      return Deciding.wrong("receiptId", "choice", "還付する納付を選び直してください。");
    }
    long left = at.order().left(receipt.get());
    if (asked.amount() > left) {
      return Deciding.wrong("amount", "range", "還付できるのは、%d円までです。".formatted(left));
    }
    return Outcome.success(
        OrderMoves.of(at.order())
            .asked(
                asked.receiptId(),
                asked.amount(),
                asked.reason(),
                at.staffId(),
                at.staffName(),
                at.now())
            .by(at.staffName(), asked.reason())
            .about(asked.amount())
            .made(OrderStep.ASK_REFUND, at.now()));
  }
}
