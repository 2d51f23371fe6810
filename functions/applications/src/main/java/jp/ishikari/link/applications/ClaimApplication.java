package jp.ishikari.link.applications;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.ishikari.link.applications.store.Claim;
import jp.ishikari.link.applications.store.ClaimStore;
import jp.ishikari.link.applications.store.ProvenPeople;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.LookingAnew;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * 引継ぎ: whoever applied without signing in, at the counter or elsewhere, takes the application into
 * their account with the code of its receipt. A wrong code, a used one and one that is too old look
 * alike.
 */
@Contract(request = ClaimApplication.Asked.class, response = ClaimApplication.Claimed.class)
record ClaimApplication(
    ApplicationStore applications,
    ClaimStore claims,
    OwnApplication own,
    ProvenPeople proven,
    InstantSource clock)
    implements Operation {
  private static final int OK = 200;

  /**
   * @param code of the receipt
   */
  record Asked(@Limit(max = 40) String code) {}

  /** What the resident is told: where to follow it. */
  record Claimed(String applicationId, String receiptNumber, String procedureName) {
    static Claimed of(Application a) {
      return new Claimed(a.applicationId(), a.receiptNumber(), a.procedureName());
    }
  }

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                Body.read(request, Asked.class)
                    .map(asked -> claim(Claim.idOf(asked.code()), request.resident(), key)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Response claim(Optional<String> claimId, Caller.Resident resident, IdempotencyKey key) {
    return LookingAnew.write(
        OK,
        () -> {
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          Optional<Claim> claim = claimId.flatMap(id -> claims.find(id, now));
          if (claim.isEmpty()) {
            // The very same request may have used it up.
            return Outcome.success(
                applications
                    .repeated(key.token(), key.bodyHash())
                    .map(earlier -> RefusedWrite.answer(earlier, OK))
                    .orElseGet(ClaimApplication::unknown));
          }
          return own.open(applications.find(claim.get().applicationId()).orElseThrow(), resident)
              .fold(
                  Outcome::success,
                  application ->
                      take(application, claim.get(), resident, key, now)
                          .map(next -> Response.ok(Claimed.of(next))));
        });
  }

  private Outcome<NotSaved, Application> take(
      Application application,
      Claim claim,
      Caller.Resident resident,
      IdempotencyKey key,
      Instant now) {
    Application next = application.claimedBy(resident.accountId());
    return applications.advance(
        Advance.of(
                next,
                ApplicationReceipt.event(next, Step.CLAIM, now).by(shown(resident)),
                key.promise(Claimed.of(next), now))
            .with(claims.ending(claim)));
  }

  /** The name that the card shows of who takes it over; null where nothing was shown. */
  private @Nullable String shown(Caller.Resident resident) {
    return resident.proven() ? proven.of(resident.accountId()).name() : null;
  }

  private static Response unknown() {
    return Problem.NOT_FOUND.response(
        "この番号では引き継げません。番号をお確かめください。引継ぎが済んだ番号と、期限が過ぎた番号は使えません。引き継いだ申請は「申請状況」にあります。");
  }
}
