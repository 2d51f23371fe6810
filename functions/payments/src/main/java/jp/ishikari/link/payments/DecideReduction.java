package jp.ishikari.link.payments;

import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderGraph;
import jp.ishikari.link.domain.payment.OrderMoves;
import jp.ishikari.link.domain.payment.OrderStep;
import jp.ishikari.link.domain.payment.Reduction;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** Somebody else than who asked says yes or no to a reduction (減額・免除). */
@Contract(request = DecideReduction.Asked.class, response = CasePayment.class)
record DecideReduction(Deciding deciding, LastDay lastDay) implements Operation {

  /** What is decided. */
  enum Verdict {
    GRANT,
    DECLINE
  }

  /**
   * @param note why it is declined; null where it is granted
   */
  record Asked(
      @Limit int version,
      @Limit(min = 1, max = 100_000) int reductionId,
      Verdict verdict,
      @Nullable @Limit(max = 500, lines = true) String note)
      implements Deciding.OfVersion {}

  @Override
  public Response run(Request request) {
    return deciding.change(request, Asked.class, this::decided);
  }

  private Outcome<Response, Order> decided(Deciding.At at, Asked asked) {
    Order order = at.order();
    Optional<Reduction> found = order.reduction(asked.reductionId());
    if (found.isEmpty()) {
      return Deciding.wrong("reductionId", "choice", "減額・免除を選び直してください。");
    }
    Reduction reduction = found.get();
    if (reduction.state() != Reduction.State.ASKED) {
      return Deciding.refuse("この減額・免除は、もう決定されています。画面を読み込み直して確かめてください。");
    }
    if (at.byTheSame(reduction.askedBy())) {
      return Deciding.refuse("減額・免除を申請した職員とも、その代理とも別の職員が、決定してください。");
    }
    if (asked.verdict() == Verdict.DECLINE) {
      return asked.note() == null
          ? Deciding.wrong("note", "required", "却下する理由を入力してください。")
          : Outcome.success(
              OrderMoves.of(order)
                  .reductionDeclined(
                      reduction.reductionId(), at.staffId(), at.staffName(), asked.note())
                  .by(at.staffName(), asked.note())
                  .made(OrderStep.DECLINE_REDUCTION, at.now()));
    }
    boolean lower = order.amount() == null || reduction.to() < order.amount();
    if (!lower || !OrderGraph.allows(order.state(), OrderStep.GRANT_REDUCTION)) {
      return Deciding.refuse("いまの状態では、減額・免除を決定できません。支払いの手続き中のときは、終わるまでお待ちください。");
    }
    return Outcome.success(
        OrderMoves.of(order)
            .reduced(
                reduction.reductionId(),
                lastDay.of(order, at.now()),
                at.staffId(),
                at.staffName(),
                at.now())
            .by(at.staffName(), reduction.reason())
            .made(OrderStep.GRANT_REDUCTION, at.now()));
  }
}
