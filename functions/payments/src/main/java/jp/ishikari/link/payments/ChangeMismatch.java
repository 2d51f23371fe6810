package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.settlement.Comparison;
import jp.ishikari.link.payments.store.Mismatch;
import jp.ishikari.link.payments.store.Mismatches;
import jp.ishikari.link.payments.store.OrderStore;
import org.jspecify.annotations.Nullable;

/**
 * Somebody looks after what a gateway's file and the ledger do not agree in, leaves a note, or
 * writes down why it is settled.
 */
@Contract(request = ChangeMismatch.Asked.class, response = ReadSettlements.MismatchShown.class)
record ChangeMismatch(Mismatches mismatches, OrderStore tokens, InstantSource clock)
    implements Operation {
  private static final int OK = 200;

  /** What is done about it. */
  enum Step {
    TAKE(Mismatch.Act.TAKE, EventType.MISMATCH_TAKEN),
    NOTE(Mismatch.Act.NOTE, EventType.MISMATCH_NOTED),
    RESOLVE(Mismatch.Act.RESOLVE, EventType.MISMATCH_RESOLVED);

    private final Mismatch.Act act;
    private final EventType event;

    Step(Mismatch.Act act, EventType event) {
      this.act = act;
      this.event = event;
    }
  }

  /**
   * @param note what is noted, or why it is settled; null where somebody only takes it
   */
  record Asked(
      LocalDate day,
      @Limit(min = 1, max = 64) String mismatchId,
      @Limit int version,
      Step step,
      @Nullable @Limit(max = 500, lines = true) String note) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(key -> key.fresh(tokens::repeated, OK))
        .then(
            key ->
                Body.read(request, Asked.class)
                    .then(asked -> changed(request, asked).map(pair -> saved(request, pair, key))))
        .fold(refusal -> refusal, answer -> answer);
  }

  /** What stands and what it becomes. */
  private record Change(Mismatch before, Mismatch after, EventType event, Instant at) {}

  private Outcome<Response, Change> changed(Request request, Asked asked) {
    Optional<Mismatch> found = mismatches.find(asked.day(), asked.mismatchId());
    if (found.isEmpty()) {
      return Outcome.failure(Problem.NOT_FOUND.response());
    }
    Mismatch before = found.get();
    if (before.version() != asked.version()) {
      return Outcome.failure(Problem.CONFLICT.response());
    }
    if (!before.open()) {
      return Deciding.refuse("この不一致は、もう解決しています。");
    }
    if (asked.step() != Step.TAKE && asked.note() == null) {
      return Deciding.wrong(
          "note", "required", asked.step() == Step.NOTE ? "メモを入力してください。" : "どう解決したかを入力してください。");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Mismatch after =
        before.done(
            new Mismatch.Done(now, asked.step().act, request.staff().name(), asked.note()),
            request.staff().staffId());
    return Outcome.success(new Change(before, after, asked.step().event, now));
  }

  private Response saved(Request request, Change change, IdempotencyKey key) {
    ReadSettlements.MismatchShown shown = ReadSettlements.MismatchShown.of(change.after());
    return mismatches
        .save(
            change.before(),
            change.after(),
            Comparison.event(
                change.after(), change.event(), change.at(), request.staff().staffId()),
            key.promise(shown, change.at()))
        .fold(reason -> RefusedWrite.answer(reason, OK), done -> Response.ok(shown));
  }
}
