package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.ledger.LedgerDays;
import jp.ishikari.link.payments.ledger.LedgerTotal;
import jp.ishikari.link.payments.ledger.Ways;
import jp.ishikari.link.payments.store.CashDay;
import jp.ishikari.link.payments.store.CashDays;
import jp.ishikari.link.payments.store.Ledger;
import jp.ishikari.link.payments.store.LedgerLine;
import org.jspecify.annotations.Nullable;

/**
 * What came and went on some days, of all divisions: totals, lines, and the cash of each division
 * with its closing. That somebody looked is on record before it is answered.
 */
@Contract(response = ReadLedger.Shown.class)
record ReadLedger(Ledger ledger, CashDays cash, DivisionNames divisions, InstantSource clock)
    implements Operation {
  /** More lines stand in the file. */
  private static final int MOST = 1000;

  /**
   * @param count how many lines there are, of which the newest thousand are shown
   * @param unclosed cash of earlier days that nobody has closed yet
   */
  record Shown(
      LocalDate first,
      LocalDate last,
      LocalDate today,
      List<LedgerTotal> totals,
      int count,
      List<Line> lines,
      List<CashShown> cash,
      List<CashShown> unclosed) {}

  /**
   * @param late whether it happened before the day under which it is booked
   */
  record Line(
      LocalDate day,
      LedgerLine.Kind kind,
      long amount,
      Instant happenedAt,
      boolean late,
      String applicationId,
      String receiptNumber,
      String procedureName,
      String divisionName,
      String revenue,
      int fiscalYear,
      String way,
      @Nullable String gateway,
      String paymentId,
      @Nullable String staffName) {

    static Line of(LedgerLine line, Map<String, String> divisions) {
      return new Line(
          line.day(),
          line.kind(),
          line.amount(),
          line.happenedAt(),
          line.happenedOn().isBefore(line.day()),
          line.applicationId(),
          line.receiptNumber(),
          line.procedureName(),
          divisions.getOrDefault(line.divisionId(), line.divisionId()),
          line.revenue(),
          line.fiscalYear(),
          Ways.label(line.method()),
          line.gateway(),
          line.paymentId(),
          line.staffName());
    }
  }

  @Override
  public Response run(Request request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Caller.Staff staff = request.staff();
    return AskedDays.of(request, now)
        .fold(
            refusal -> refusal,
            days -> {
              ledger.looked(EventType.LEDGER_READ, staff.staffId(), days.first(), days.last(), now);
              return Response.ok(shown(days, Reception.today(now), staff));
            });
  }

  private Shown shown(LedgerDays days, LocalDate today, Caller.Staff staff) {
    List<LedgerLine> lines = days.lines(ledger);
    Map<String, String> names = divisions.byId();
    List<CashDay> counted = days.each().flatMap(day -> cash.of(day).stream()).toList();
    return new Shown(
        days.first(),
        days.last(),
        today,
        LedgerTotal.of(lines),
        lines.size(),
        lines.reversed().stream().limit(MOST).map(line -> Line.of(line, names)).toList(),
        counted.stream().map(one -> CashShown.of(one, names, staff)).toList(),
        cash.openBefore(today).stream().map(one -> CashShown.of(one, names, staff)).toList());
  }
}
