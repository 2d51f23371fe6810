package jp.ishikari.link.payments;

import java.util.ArrayList;
import java.util.List;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderGraph;
import jp.ishikari.link.domain.payment.OrderMoves;
import jp.ishikari.link.domain.payment.OrderStep;
import jp.ishikari.link.domain.payment.Reduction;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * A clerk has less asked for, or nothing, for one of the reasons that the procedure names (減額・免除).
 * Where the procedure wants a second person it waits for one; else it holds at once. Nothing at all
 * is asked of no gateway.
 */
@Contract(request = AskReduction.Asked.class, response = CasePayment.class)
record AskReduction(Deciding deciding, LastDay lastDay) implements Operation {

  /**
   * @param amount whole yen that are asked for instead
   * @param reason one that the procedure names
   * @param note what it rests on: which paper was looked at
   */
  record Asked(
      @Limit int version,
      @Limit(max = 9_999_999) int amount,
      @Limit(min = 1, max = 200) String reason,
      @Limit(min = 1, max = 500, lines = true) String note)
      implements Deciding.OfVersion {}

  @Override
  public Response run(Request request) {
    return deciding.change(request, Asked.class, this::asked);
  }

  private Outcome<Response, Order> asked(Deciding.At at, Asked asked) {
    Order order = at.order();
    if (order.terms().reductions().isEmpty()) {
      return Deciding.refuse("この手続きには、減額・免除の理由が決められていません。様式の担当者に確かめてください。");
    }
    if (at.application().state().over()
        || !OrderGraph.allows(order.state(), OrderStep.ASK_REDUCTION)) {
      return Deciding.refuse("いまの状態では、減額・免除ができません。納付されたあとは、還付してください。");
    }
    if (order.reductions().stream().anyMatch(one -> one.state() == Reduction.State.ASKED)) {
      return Deciding.refuse("承認を待っている減額・免除があります。先に決定してください。");
    }
    List<Problem.FieldError> wrong = new ArrayList<>();
    if (!order.terms().reductions().contains(asked.reason())) {
      wrong.add(new Problem.FieldError("reason", "choice", "減額・免除の理由を選び直してください。"));
    }
    if (order.amount() != null && asked.amount() >= order.amount()) {
      wrong.add(
          new Problem.FieldError(
              "amount", "range", "いまの金額（%d円）より少ない額を入力してください。".formatted(order.amount())));
    }
    if (!wrong.isEmpty()) {
      return Outcome.failure(Problem.ANSWERS_INVALID.response(wrong));
    }
    boolean takesTwo = order.terms().reductionTakesTwo();
    OrderMoves moves =
        OrderMoves.of(order)
            .reductionAsked(
                asked.reason(),
                asked.amount(),
                asked.note(),
                at.staffId(),
                at.staffName(),
                at.now());
    if (!takesTwo) {
      moves.reduced(
          order.reductions().size() + 1,
          lastDay.of(order, at.now()),
          at.staffId(),
          at.staffName(),
          at.now());
    }
    return Outcome.success(
        moves
            .by(at.staffName(), asked.reason() + "\n" + asked.note())
            .made(takesTwo ? OrderStep.ASK_REDUCTION : OrderStep.GRANT_REDUCTION, at.now()));
  }
}
