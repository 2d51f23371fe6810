package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.payments.store.CashDay;
import org.jspecify.annotations.Nullable;

/**
 * The cash of one division on one day, as accountants see it.
 *
 * @param version what the next change must name
 * @param recorded whole yen that are on record
 * @param counted whole yen that were counted at the closing; null while it was never closed
 * @param mine whether who looks asked for it to be opened again, and so cannot decide on it
 * @param history what was done about its closing, the newest last
 */
record CashShown(
    LocalDate day,
    String divisionId,
    String divisionName,
    int version,
    long recorded,
    int lines,
    CashDay.State state,
    @Nullable Long counted,
    boolean mine,
    List<Done> history) {

  /** One thing that was done about its closing. */
  record Done(
      Instant at,
      CashDay.Act act,
      String staffName,
      long recorded,
      @Nullable Long counted,
      @Nullable String note) {}

  static CashShown of(CashDay one, Map<String, String> divisions, Caller.Staff staff) {
    return new CashShown(
        one.day(),
        one.divisionId(),
        divisions.getOrDefault(one.divisionId(), one.divisionId()),
        one.version(),
        one.recorded(),
        one.lines(),
        one.state(),
        one.counted(),
        one.state() == CashDay.State.REOPENING
            && staff.isOnePersonWith(one.history().getLast().staffId()),
        one.history().stream()
            .map(
                done ->
                    new Done(
                        done.at(),
                        done.act(),
                        done.staffName(),
                        done.recorded(),
                        done.counted(),
                        done.note()))
            .toList());
  }
}
