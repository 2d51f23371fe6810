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
import org.jspecify.annotations.Nullable;

/** Somebody else than who asked says whether a closed day is opened again. */
@Contract(request = DecideReopening.Asked.class, response = CashShown.class)
record DecideReopening(Closing closing) implements Operation {

  /** What is decided. */
  enum Verdict {
    REOPEN,
    KEEP_CLOSED
  }

  /**
   * @param note why it stays closed; null where it is opened
   */
  record Asked(
      LocalDate day,
      @Limit(min = 1, max = 100) String divisionId,
      @Limit int version,
      Verdict verdict,
      @Nullable @Limit(max = 500, lines = true) String note)
      implements Closing.OfDay {}

  @Override
  public Response run(Request request) {
    return closing.change(request, Asked.class, DecideReopening::decided);
  }

  private static Outcome<Response, Closing.Changed> decided(Closing.At at, Asked asked) {
    CashDay cash = at.cash();
    if (cash.state() != CashDay.State.REOPENING) {
      return Deciding.refuse("締めの取消しの申請は、もう決定されています。画面を読み込み直して確かめてください。");
    }
    if (at.request().staff().isOnePersonWith(cash.history().getLast().staffId())) {
      return Deciding.refuse("締めの取消しを申請した職員とも、その代理とも別の職員が、決定してください。");
    }
    boolean reopen = asked.verdict() == Verdict.REOPEN;
    if (!reopen && asked.note() == null) {
      return Deciding.wrong("note", "required", "却下する理由を入力してください。");
    }
    return Outcome.success(
        new Closing.Changed(
            cash.done(
                reopen ? CashDay.State.OPEN : CashDay.State.CLOSED,
                cash.counted(),
                at.done(reopen ? CashDay.Act.REOPEN : CashDay.Act.KEEP_CLOSED, null, asked.note())),
            reopen ? EventType.CASH_DAY_REOPENED : EventType.CASH_DAY_KEPT_CLOSED));
  }
}
