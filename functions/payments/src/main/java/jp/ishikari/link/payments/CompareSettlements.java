package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.ledger.LedgerDays;
import jp.ishikari.link.payments.settlement.Comparison;
import jp.ishikari.link.payments.settlement.SettlementProfile;
import jp.ishikari.link.payments.store.Ledger;

/** Compares the files of a gateway with the ledger, for some days; done twice it finds no more. */
@Contract(request = CompareSettlements.Asked.class, response = ReadSettlements.Shown.class)
record CompareSettlements(
    Comparison comparison, ReadSettlements reading, Ledger ledger, InstantSource clock)
    implements Operation {

  /**
   * @param profile whose files they are
   */
  record Asked(@Limit(min = 1, max = 40) String profile, LocalDate first, LocalDate last) {}

  @Override
  public Response run(Request request) {
    return Body.read(
            request,
            Asked.class,
            (asked, mistakes) -> {
              new LedgerDays(asked.first(), asked.last()).check(mistakes);
              return asked;
            })
        .then(asked -> compared(asked, request.staff().staffId()))
        .fold(refusal -> refusal, Response::ok);
  }

  private Outcome<Response, ReadSettlements.Shown> compared(Asked asked, String staffId) {
    return SettlementProfile.find(asked.profile())
        .<Outcome<Response, ReadSettlements.Shown>>map(
            profile -> {
              Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
              LedgerDays days = new LedgerDays(asked.first(), asked.last());
              ledger.looked(EventType.LEDGER_COMPARED, staffId, asked.first(), asked.last(), now);
              comparison.compare(profile.gateway(), days, staffId, now);
              return Outcome.success(reading.shown(days));
            })
        .orElseGet(() -> Deciding.wrong("profile", "choice", "ファイルの形式を選び直してください。"));
  }
}
