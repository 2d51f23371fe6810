package jp.ishikari.link.payments;

import java.time.LocalDate;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.store.CashDay;

/** Somebody wants a closed day open again and says why; another one decides. */
@Contract(request = AskReopening.Asked.class, response = CashShown.class)
record AskReopening(Closing closing) implements Operation {

  record Asked(
      LocalDate day,
      @Limit(min = 1, max = 100) String divisionId,
      @Limit int version,
      @Limit(min = 1, max = 500, lines = true) String reason)
      implements Closing.OfDay {}

  @Override
  public Response run(Request request) {
    return closing.change(request, Asked.class, AskReopening::asked);
  }

  private static Outcome<Response, Closing.Changed> asked(Closing.At at, Asked asked) {
    return at.cash().state() == CashDay.State.CLOSED
        ? Outcome.success(
            new Closing.Changed(
                at.cash()
                    .done(
                        CashDay.State.REOPENING,
                        at.cash().counted(),
                        at.done(CashDay.Act.ASK_REOPENING, null, asked.reason())),
                EventType.CASH_DAY_REOPENING_ASKED))
        : Deciding.refuse("締められていない日か、取消しの申請がもう出ている日です。");
  }
}
