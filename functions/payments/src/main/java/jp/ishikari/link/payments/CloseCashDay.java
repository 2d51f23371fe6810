package jp.ishikari.link.payments;

import java.time.LocalDate;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.store.CashDay;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has counted the cash of a division and closes its day (日締め). What differs from the
 * record is closed with its reason; what comes later goes to the next open day.
 */
@Contract(request = CloseCashDay.Asked.class, response = CashShown.class)
record CloseCashDay(Closing closing) implements Operation {

  /**
   * @param counted whole yen; less than nothing where more was given back than came
   * @param reason why it differs from the record; null where it does not
   */
  record Asked(
      LocalDate day,
      @Limit(min = 1, max = 100) String divisionId,
      @Limit int version,
      @Limit(min = -99_999_999, max = 99_999_999) int counted,
      @Nullable @Limit(max = 500, lines = true) String reason)
      implements Closing.OfDay {}

  @Override
  public Response run(Request request) {
    return closing.change(request, Asked.class, CloseCashDay::closed);
  }

  private static Outcome<Response, Closing.Changed> closed(Closing.At at, Asked asked) {
    CashDay cash = at.cash();
    if (cash.state() != CashDay.State.OPEN) {
      return Deciding.refuse("この日は、もう締められています。");
    }
    if (cash.day().isAfter(Reception.today(at.now()))) {
      return Deciding.refuse("この日は、まだ来ていないため、締められません。");
    }
    if (asked.counted() != cash.recorded() && asked.reason() == null) {
      return Deciding.wrong(
          "reason", "required", "数えた金額が、記録（%d円）と違います。違う理由を入力してください。".formatted(cash.recorded()));
    }
    return Outcome.success(
        new Closing.Changed(
            cash.done(
                CashDay.State.CLOSED,
                (long) asked.counted(),
                at.done(CashDay.Act.CLOSE, (long) asked.counted(), asked.reason())),
            EventType.CASH_DAY_CLOSED));
  }
}
