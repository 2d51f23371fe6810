package jp.ishikari.link.applications;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.HoldStore;
import jp.ishikari.link.domain.Lifecycle;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.PlaceStore;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.NoSuchStep;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** 取下げ: the resident takes the application back, as long as staff have not accepted it. */
@Contract(request = WithdrawApplication.Asked.class, response = ApplicationReceipt.class)
record WithdrawApplication(
    OwnApplication own,
    ApplicationStore applications,
    HoldStore holds,
    PlaceStore places,
    InstantSource clock)
    implements Operation {
  private static final int OK = 200;

  /**
   * @param version of the application as the resident saw it
   */
  record Asked(@Limit(min = 1) int version) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                own.find(request)
                    .then(
                        application ->
                            Body.read(request, Asked.class)
                                .then(asked -> withdraw(application, asked.version(), key))))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Outcome<Response, Response> withdraw(
      Application application, int version, IdempotencyKey key) {
    Optional<NotSaved> earlier = applications.repeated(key.token(), key.bodyHash());
    if (earlier.isPresent()) {
      return Outcome.failure(RefusedWrite.answer(earlier.get(), OK));
    }
    Optional<ApplicationState> next =
        Lifecycle.next(application.state(), Step.WITHDRAW, Actor.RESIDENT);
    if (next.isEmpty()) {
      return Outcome.failure(NoSuchStep.response());
    }
    if (version != application.version()) {
      return Outcome.failure(Problem.CONFLICT.response());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Application after = application.advanced(next.get(), null);
    return Outcome.success(
        applications
            .advance(
                Advance.of(
                        after,
                        ApplicationReceipt.event(after, Step.WITHDRAW, now),
                        key.promise(ApplicationReceipt.of(after), now))
                    .with(places.of(after.applicationId()).stream().map(places::freeing).toList())
                    .with(waitingNoMore(after.applicationId(), now)))
            .fold(
                reason -> RefusedWrite.answer(reason, OK),
                done -> Response.ok(ApplicationReceipt.of(done))));
  }

  /** What is over waits for nobody. */
  private List<Part<NotSaved>> waitingNoMore(String applicationId, Instant now) {
    return holds.of(applicationId).open().stream()
        .map(hold -> holds.ending(hold, now))
        .map(end -> end.<NotSaved>as(other -> new NotSaved.Overtaken()))
        .toList();
  }
}
