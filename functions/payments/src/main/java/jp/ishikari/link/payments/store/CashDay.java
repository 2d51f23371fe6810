package jp.ishikari.link.payments.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cash of one division on one day (窓口収納), and its closing (日締め). While it is open each receipt
 * and each refund over the counter changes it, in the transaction that records them.
 *
 * @param version counts up with each change; the lock against two at once
 * @param recorded whole yen that are on record: what came less what went
 * @param lines how many receipts and refunds that is
 * @param counted whole yen that were counted at the closing; null while it was never closed
 * @param history what was done about its closing, in order
 */
public record CashDay(
    LocalDate day,
    String divisionId,
    int version,
    long recorded,
    int lines,
    State state,
    @Nullable Long counted,
    List<Done> history) {

  /** How far it is. */
  public enum State {
    OPEN,
    CLOSED,
    /** Closed, and somebody wants it open again; another one decides. */
    REOPENING
  }

  /** One thing that was done about its closing. */
  public enum Act {
    CLOSE("締め"),
    ASK_REOPENING("締めの取消しの申請"),
    REOPEN("締めの取消し"),
    KEEP_CLOSED("締めの取消しの却下");

    private final String label;

    Act(String label) {
      this.label = label;
    }

    /** The word that staff see. */
    public String label() {
      return label;
    }
  }

  /**
   * @param recorded whole yen that were on record at that moment
   * @param counted whole yen that were counted; null where nobody counted
   * @param note why; null where nobody had to say
   */
  public record Done(
      Instant at,
      Act act,
      String staffId,
      String staffName,
      long recorded,
      @Nullable Long counted,
      @Nullable String note) {}

  /** One that nothing was recorded in yet. */
  public static CashDay none(LocalDate day, String divisionId) {
    return new CashDay(day, divisionId, 0, 0, 0, State.OPEN, null, List.of());
  }

  /** Whether more may be recorded in it. */
  public boolean open() {
    return state == State.OPEN;
  }

  /** The same with one receipt or refund more. */
  public CashDay with(LedgerLine line) {
    return new CashDay(
        day, divisionId, version + 1, recorded + line.amount(), lines + 1, state, counted, history);
  }

  /** The same after something was done about its closing. */
  public CashDay done(State next, @Nullable Long nowCounted, Done what) {
    List<Done> all = new ArrayList<>(history);
    all.add(what);
    return new CashDay(
        day, divisionId, version + 1, recorded, lines, next, nowCounted, List.copyOf(all));
  }
}
