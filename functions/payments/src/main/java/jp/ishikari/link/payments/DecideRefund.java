package jp.ishikari.link.payments;

import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderMoves;
import jp.ishikari.link.domain.payment.OrderStep;
import jp.ishikari.link.domain.payment.Refund;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else than who asked says yes or no to a refund. What a gateway took it gives back, asked
 * by the next poll; cash, and what a gateway would not give back, goes by hand, which is recorded.
 */
@Contract(request = DecideRefund.Asked.class, response = CasePayment.class)
record DecideRefund(Deciding deciding) implements Operation {

  /** What is decided. */
  enum Decision {
    APPROVE,
    DECLINE,
    /** It was given back over the counter or to a bank account. */
    GIVEN_BY_HAND
  }

  /**
   * @param note why it is declined, or how it was given back; null where nothing is to be said
   */
  record Asked(
      @Limit int version,
      @Limit(min = 1, max = 100_000) int refundId,
      Decision decision,
      @Nullable @Limit(max = 500, lines = true) String note)
      implements Deciding.OfVersion {}

  @Override
  public Response run(Request request) {
    return deciding.change(request, Asked.class, DecideRefund::decided);
  }

  private static Outcome<Response, Order> decided(Deciding.At at, Asked asked) {
    Optional<Refund> found = at.order().refund(asked.refundId());
    if (found.isEmpty()) {
      return Deciding.wrong("refundId", "choice", "還付を選び直してください。");
    }
    Refund refund = found.get();
    if (asked.decision() == Decision.GIVEN_BY_HAND) {
      return byHand(at, asked, refund);
    }
    if (refund.state() != Refund.State.ASKED) {
      return Deciding.refuse("この還付は、もう決定されています。画面を読み込み直して確かめてください。");
    }
    if (at.staffId().equals(refund.askedBy())) {
      return Deciding.refuse("還付を申請した職員とは別の職員が、決定してください。");
    }
    if (asked.decision() == Decision.DECLINE && asked.note() == null) {
      return Deciding.wrong("note", "required", "却下する理由を入力してください。");
    }
    boolean yes = asked.decision() == Decision.APPROVE;
    Refund.State next = yes ? Refund.State.APPROVED : Refund.State.DECLINED;
    return Outcome.success(
        OrderMoves.of(at.order())
            .with(
                refund.refundId(),
                one -> one.decided(next, at.staffId(), at.staffName(), asked.note()))
            .by(at.staffName(), asked.note())
            .about(refund.amount())
            .made(yes ? OrderStep.APPROVE_REFUND : OrderStep.DECLINE_REFUND, at.now()));
  }

  private static Outcome<Response, Order> byHand(Deciding.At at, Asked asked, Refund refund) {
    if (!CasePayment.byHand(at.order(), refund)) {
      return Deciding.refuse("この還付は、手作業の返金として記録できません。画面を読み込み直して確かめてください。");
    }
    if (asked.note() == null) {
      return Deciding.wrong("note", "required", "どのように返したかを入力してください。");
    }
    return Outcome.success(
        OrderMoves.of(at.order())
            .with(refund.refundId(), one -> one.ended(Refund.State.DONE, asked.note()))
            .by(at.staffName(), asked.note())
            .about(refund.amount())
            .made(OrderStep.REFUND, at.now()));
  }
}
