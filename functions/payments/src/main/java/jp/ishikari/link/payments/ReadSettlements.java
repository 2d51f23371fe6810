package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.ledger.LedgerDays;
import jp.ishikari.link.payments.settlement.SettlementProfile;
import jp.ishikari.link.payments.store.Ledger;
import jp.ishikari.link.payments.store.Mismatch;
import jp.ishikari.link.payments.store.Mismatches;
import jp.ishikari.link.payments.store.SettlementLine;
import jp.ishikari.link.payments.store.Settlements;
import org.jspecify.annotations.Nullable;

/**
 * What gateways' settlement files say of some days, and in what they and the ledger do not agree
 * (照合). That somebody looked is on record before it is answered.
 */
@Contract(response = ReadSettlements.Shown.class)
record ReadSettlements(
    Ledger ledger, Settlements settlements, Mismatches mismatches, InstantSource clock)
    implements Operation {

  /**
   * @param open all that is not settled, of whichever day
   * @param settled of the days that are looked at
   */
  record Shown(
      LocalDate first,
      LocalDate last,
      List<Profile> profiles,
      List<Total> totals,
      List<MismatchShown> open,
      List<MismatchShown> settled) {}

  /** How a file may be written. */
  record Profile(String id, String label, List<String> columns) {}

  /**
   * What the files of a gateway say of a day.
   *
   * @param fee whole yen that the gateway keeps
   */
  record Total(String gateway, LocalDate day, long came, long went, long fee, int lines) {}

  /** A mismatch as accountants see it. */
  record MismatchShown(
      LocalDate day,
      String mismatchId,
      int version,
      Mismatch.What what,
      String gateway,
      SettlementLine.Kind kind,
      String paymentId,
      @Nullable Long ours,
      @Nullable Long theirs,
      @Nullable String receiptNumber,
      boolean open,
      @Nullable String ownerName,
      List<Mismatch.Done> history) {

    static MismatchShown of(Mismatch one) {
      return new MismatchShown(
          one.day(),
          one.mismatchId(),
          one.version(),
          one.what(),
          one.gateway(),
          one.kind(),
          one.paymentId(),
          one.ours(),
          one.theirs(),
          one.receiptNumber(),
          one.open(),
          one.ownerName(),
          one.history());
    }
  }

  @Override
  public Response run(Request request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return AskedDays.of(request, now)
        .fold(
            refusal -> refusal,
            days -> {
              ledger.looked(
                  EventType.LEDGER_READ, request.staff().staffId(), days.first(), days.last(), now);
              return Response.ok(shown(days));
            });
  }

  /** What is shown of some days. */
  Shown shown(LedgerDays days) {
    return new Shown(
        days.first(),
        days.last(),
        SettlementProfile.all().stream()
            .map(one -> new Profile(one.id(), one.label(), one.columns()))
            .toList(),
        totals(days),
        mismatches.open().stream().map(MismatchShown::of).toList(),
        days.each()
            .flatMap(day -> mismatches.of(day).stream())
            .filter(one -> !one.open())
            .map(MismatchShown::of)
            .toList());
  }

  private List<Total> totals(LedgerDays days) {
    List<Total> totals = new ArrayList<>();
    for (LocalDate day : days.each().toList()) {
      SettlementProfile.all().stream()
          .map(SettlementProfile::gateway)
          .distinct()
          .forEach(
              gateway -> {
                List<SettlementLine> lines = settlements.of(gateway, day);
                if (!lines.isEmpty()) {
                  totals.add(total(gateway, day, lines));
                }
              });
    }
    return totals;
  }

  private static Total total(String gateway, LocalDate day, List<SettlementLine> lines) {
    long came =
        lines.stream()
            .filter(one -> one.kind() == SettlementLine.Kind.RECEIPT)
            .mapToLong(SettlementLine::amount)
            .sum();
    long all = lines.stream().mapToLong(SettlementLine::amount).sum();
    long fee = lines.stream().mapToLong(SettlementLine::fee).sum();
    return new Total(gateway, day, came, all - came, fee, lines.size());
  }
}
