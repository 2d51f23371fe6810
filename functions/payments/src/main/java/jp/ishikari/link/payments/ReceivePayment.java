package jp.ishikari.link.payments;

import java.time.LocalDate;
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

/** A clerk records that the whole amount was paid at the counter, under the number of the slip. */
@Contract(request = ReceivePayment.Asked.class, response = CasePayment.class)
record ReceivePayment(Deciding deciding, CashBook book) implements Operation {

  /**
   * @param amount whole yen that were counted, to be what is asked for
   * @param slip 領収書番号: the number of what the payer was given
   */
  record Asked(
      @Limit int version,
      @Limit(min = 1, max = 9_999_999) int amount,
      @Limit(min = 1, max = 40, name = true) String slip)
      implements Deciding.OfVersion {}

  @Override
  public Response run(Request request) {
    return deciding.change(request, Asked.class, this::received);
  }

  private Outcome<Response, Order> received(Deciding.At at, Asked asked) {
    Order order = at.order();
    if (!CasePayment.steps(order).contains(OrderStep.RECEIVE)) {
      return Deciding.refuse("いまの状態では、窓口での納付を記録できません。画面を読み込み直して確かめてください。");
    }
    if (asked.amount() != order.due()) {
      return Deciding.wrong("amount", "amount", "受け取った金額が、手数料の額と違います。もう一度確かめてください。");
    }
    if (order.receipt("counter-" + asked.slip()).isPresent()) {
      return Deciding.wrong("slip", "taken", "この領収書番号は、もう記録されています。別の番号を入力してください。");
    }
    LocalDate day = book.dayOf(at.application().divisionId(), at.now());
    String told = CashBook.told(day, at.now());
    Receipt receipt =
        new Receipt(
            "counter-" + asked.slip(),
            null,
            Receipt.CASH,
            asked.amount(),
            at.now(),
            at.staffName(),
            day);
    return Outcome.success(
        OrderMoves.of(order)
            .received(receipt, at.now())
            .by(at.staffName(), "領収書番号 " + asked.slip() + (told == null ? "" : "。" + told))
            .made(OrderStep.RECEIVE, at.now()));
  }
}
