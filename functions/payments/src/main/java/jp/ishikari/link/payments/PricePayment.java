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

/**
 * A clerk says how much it is, and why: after review, or instead of what was computed. It is to be
 * paid within the days of its procedure from then on. Nothing is changed while somebody is paying.
 */
@Contract(request = PricePayment.Asked.class, response = CasePayment.class)
record PricePayment(Deciding deciding, LastDay lastDay) implements Operation {
  /** What no fee of a city reaches, and every gateway takes. */
  private static final int MOST = 9_999_999;

  /**
   * @param amount whole yen; nothing at all is not asked for, but cancelled
   */
  record Asked(
      @Limit int version,
      @Limit(min = 1, max = MOST) int amount,
      @Limit(min = 1, max = 500, lines = true) String reason)
      implements Deciding.OfVersion {}

  @Override
  public Response run(Request request) {
    return deciding.change(request, Asked.class, this::priced);
  }

  private Outcome<Response, Order> priced(Deciding.At at, Asked asked) {
    if (at.application().state().over()) {
      return Deciding.refuse("手続きが終わった申請の手数料は、決められません。");
    }
    // Cancelled or lapsed, it may still be paid at a page, or a slip, that stands open for it.
    if (at.order().beingPaid()) {
      return Deciding.refuse("支払いの手続き中のため、金額を変えられません。支払いが終わるか、取りやめになるまでお待ちください。");
    }
    long kept = at.order().kept();
    // What came may be all that is wanted after all; less than that is a refund.
    if (asked.amount() < kept || asked.amount() == kept && at.order().due() == 0) {
      return Deciding.wrong(
          "amount", "range", "納付された%d円より多い額を、合計の額で入力してください。納めすぎた分は、還付してください。".formatted(kept));
    }
    return Outcome.success(
        OrderMoves.of(at.order())
            .priced(asked.amount(), lastDay.of(at.order(), at.now()), at.now())
            .by(at.staffName(), asked.reason())
            .made(OrderStep.PRICE, at.now()));
  }
}
