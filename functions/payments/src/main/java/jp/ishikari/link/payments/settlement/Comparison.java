package jp.ishikari.link.payments.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.EventField;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.payments.ledger.LedgerDays;
import jp.ishikari.link.payments.store.Ledger;
import jp.ishikari.link.payments.store.LedgerLine;
import jp.ishikari.link.payments.store.Mismatch;
import jp.ishikari.link.payments.store.Mismatches;
import jp.ishikari.link.payments.store.SettlementLine;
import jp.ishikari.link.payments.store.Settlements;

/**
 * Compares what a gateway's files say of some days with the ledger (照合). Done twice it finds the
 * same, once; what agrees meanwhile is settled by itself.
 */
public record Comparison(Ledger ledger, Settlements settlements, Mismatches mismatches) {
  /** Around midnight, and where a gateway tells late, the two sides name neighbouring days. */
  private static final int AROUND = 3;

  /** Both sides of some days, and of those around them. */
  private record Sides(List<LedgerLine> ours, List<SettlementLine> theirs) {}

  /** Finds what differs on those days; the days around them only help to find the other side. */
  public void compare(String gateway, LedgerDays days, String staffId, Instant now) {
    LedgerDays around = around(days);
    Sides sides = sides(gateway, around);
    Map<String, Mismatch> open =
        around
            .each()
            .flatMap(day -> mismatches.of(day).stream())
            .filter(Mismatch::open)
            .collect(Collectors.toMap(Mismatch::mismatchId, one -> one));
    List<LedgerLine> left = new ArrayList<>(sides.ours());
    for (SettlementLine line : sides.theirs()) {
      Optional<LedgerLine> same = taken(left, line);
      if (same.isEmpty() && within(days, line.day())) {
        found(unlike(sides, left, line, now), staffId);
      }
      same.ifPresent(ours -> agreed(open, line, ours, now, staffId));
    }
    for (LedgerLine line : left) {
      boolean told = sides.theirs().stream().anyMatch(one -> about(line, one));
      if (within(days, line.happenedOn()) && !told) {
        found(missingThere(gateway, line, now), staffId);
      }
    }
  }

  private static LedgerDays around(LedgerDays days) {
    return new LedgerDays(days.first().minusDays(AROUND), days.last().plusDays(AROUND));
  }

  private Sides sides(String gateway, LedgerDays days) {
    return new Sides(
        days.each().flatMap(day -> ledger.at(gateway, day).stream()).toList(),
        days.each().flatMap(day -> settlements.of(gateway, day).stream()).toList());
  }

  private static boolean within(LedgerDays days, LocalDate day) {
    return !day.isBefore(days.first()) && !day.isAfter(days.last());
  }

  private static SettlementLine.Kind kind(LedgerLine line) {
    return switch (line.kind()) {
      case RECEIPT -> SettlementLine.Kind.RECEIPT;
      case REFUND -> SettlementLine.Kind.REFUND;
      case TAKEN_BACK -> SettlementLine.Kind.CHARGE_BACK;
      case RESTORED -> SettlementLine.Kind.RESTORED;
    };
  }

  private static boolean about(LedgerLine ours, SettlementLine theirs) {
    // What somebody gave back at the gateway itself has gone without the city too.
    boolean alike =
        kind(ours) == theirs.kind()
            || ours.kind() == LedgerLine.Kind.TAKEN_BACK
                && theirs.kind() == SettlementLine.Kind.REFUND;
    return alike && ours.paymentId().equals(theirs.paymentId());
  }

  /** Each of ours is the other side of one of theirs at most. */
  private static Optional<LedgerLine> taken(List<LedgerLine> left, SettlementLine line) {
    Optional<LedgerLine> same =
        left.stream()
            .filter(ours -> about(ours, line) && Math.abs(ours.amount()) == line.amount())
            .findFirst();
    same.ifPresent(left::remove);
    return same;
  }

  private static Mismatch unlike(
      Sides sides, List<LedgerLine> left, SettlementLine line, Instant now) {
    Optional<LedgerLine> other = left.stream().filter(ours -> about(ours, line)).findFirst();
    Optional<LedgerLine> ofPayment =
        sides.ours().stream().filter(ours -> ours.paymentId().equals(line.paymentId())).findFirst();
    return Mismatch.found(
        other.isPresent() ? Mismatch.What.OTHER_AMOUNT : Mismatch.What.MISSING_HERE,
        line.gateway(),
        line.day(),
        line.kind(),
        line.paymentId(),
        line.name(),
        other.map(ours -> Math.abs(ours.amount())).orElse(null),
        line.amount(),
        other.or(() -> ofPayment).orElse(null),
        now);
  }

  private static Mismatch missingThere(String gateway, LedgerLine line, Instant now) {
    return Mismatch.found(
        Mismatch.What.MISSING_THERE,
        gateway,
        line.happenedOn(),
        kind(line),
        line.paymentId(),
        line.line(),
        Math.abs(line.amount()),
        null,
        line,
        now);
  }

  /** A file says a payment in two of its rows, or says another amount than a file before. */
  public void contradicted(
      SettlementLine standing, SettlementLine line, String staffId, Instant now) {
    boolean sameFile = standing.file().equals(line.file()) && standing.row() != line.row();
    boolean other = standing.amount() != line.amount();
    if (sameFile || other) {
      found(
          Mismatch.found(
              sameFile && !other ? Mismatch.What.TWICE : Mismatch.What.OTHER_AMOUNT,
              line.gateway(),
              line.day(),
              line.kind(),
              line.paymentId(),
              line.name() + "/file",
              standing.amount(),
              line.amount(),
              ledger.at(line.gateway(), line.day()).stream()
                  .filter(ours -> ours.paymentId().equals(line.paymentId()))
                  .findFirst()
                  .orElse(null),
              now),
          staffId);
    }
  }

  private void found(Mismatch mismatch, String staffId) {
    mismatches.found(
        mismatch, event(mismatch, EventType.MISMATCH_FOUND, mismatch.foundAt(), staffId));
  }

  /** What was missing on one side, and is there now. */
  private void agreed(
      Map<String, Mismatch> standing,
      SettlementLine line,
      LedgerLine ours,
      Instant now,
      String staffId) {
    List.of(
            unlike(new Sides(List.of(), List.of()), List.of(), line, now),
            missingThere(line.gateway(), ours, now))
        .forEach(
            one ->
                Optional.ofNullable(standing.get(one.mismatchId()))
                    .ifPresent(
                        open -> {
                          Mismatch after =
                              open.done(
                                  new Mismatch.Done(now, Mismatch.Act.AGREED, null, null), null);
                          mismatches.save(
                              open,
                              after,
                              event(after, EventType.MISMATCH_RESOLVED, now, staffId),
                              null);
                        }));
  }

  /** What a change of one is announced as. */
  public static CityEvent event(Mismatch after, EventType type, Instant at, String staffId) {
    return new CityEvent(
        Subject.MISMATCH.of(after.mismatchId()),
        after.version(),
        type,
        at,
        null,
        Map.of(EventField.STAFF_ID, staffId));
  }
}
