package jp.ishikari.link.payments.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.payments.store.Ledger;
import jp.ishikari.link.payments.store.LedgerLine;

/** The days that somebody looks at, at most a month of them: one Query each. */
public record LedgerDays(LocalDate first, LocalDate last) {
  /** A month. */
  private static final long MOST = 31;

  /** What is wrong with them is told by field. */
  public void check(Body.Mistakes mistakes) {
    if (first == null || last == null) {
      return;
    }
    if (last.isBefore(first)) {
      mistakes.wrong("last", "range", "最後の日は、最初の日と同じか、あとの日にしてください。");
    } else if (ChronoUnit.DAYS.between(first, last) >= MOST) {
      mistakes.wrong("last", "range", "一度に見られるのは、31日分までです。");
    }
  }

  /** Each of them. */
  public Stream<LocalDate> each() {
    return first.datesUntil(last.plusDays(1));
  }

  /** Everything that is booked under them, in the order of its record. */
  public List<LedgerLine> lines(Ledger ledger) {
    return each().flatMap(day -> ledger.of(day).stream()).toList();
  }
}
