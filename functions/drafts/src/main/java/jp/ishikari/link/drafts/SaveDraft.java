package jp.ishikari.link.drafts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.Draft;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is filled in so far, right or wrong, for 30 days from the last save. A draft that is
 * saved by somebody signed in is theirs from then on, and its code opens it no more.
 */
@Contract(request = SaveDraft.Asked.class, response = SaveDraft.Saved.class, status = 201)
record SaveDraft(OwnDraft own, DraftStore drafts, ProcedureStore procedures, InstantSource clock)
    implements Operation {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int CREATED = 201;
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("M月d日 H時mm分").withZone(Reception.JST);

  /**
   * What is sent.
   *
   * @param code names the draft, or {@code draftId} does
   * @param revision the last one this screen knows; 0 for a new draft
   */
  record Asked(
      @Nullable @Limit(max = 40) String code,
      @JsonProperty("draftId") @Nullable @Limit(max = 64) String id,
      @Limit int revision,
      @Limit(max = 64) String procedureId,
      @Limit(min = 1) int formVersion,
      Map<String, Object> answers,
      @Nullable @Limit(max = 64) String step) {

    /** Null when neither a code nor an id was sent that could be one. */
    String draftId() {
      return OwnDraft.named(code, id);
    }

    Asked checked(Body.Mistakes mistakes) {
      if (!Body.storable(answers)) {
        mistakes.wrong("answers", "characters", "使えない文字が含まれています。");
      }
      return this;
    }
  }

  /**
   * @param yours whether it is the caller's account's; otherwise its code opens it
   */
  record Saved(String draftId, int revision, boolean yours, Instant keptUntil) {
    static Saved of(Draft draft) {
      return new Saved(
          draft.draftId(), draft.revision(), draft.accountId() != null, draft.expiresAt());
    }
  }

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                Body.read(request, Asked.class, Asked::checked)
                    .then(
                        asked ->
                            asked.draftId() == null
                                ? Outcome.<Response, Response>failure(OwnDraft.missing())
                                : own.find(request, asked.draftId())
                                    .map(found -> save(request, key, asked, found))))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Response save(Request request, IdempotencyKey key, Asked asked, Optional<Draft> before) {
    Optional<NotSaved> earlier = drafts.repeated(key.token(), key.bodyHash());
    if (earlier.isPresent()) {
      return RefusedWrite.answer(earlier.get(), CREATED);
    }
    Optional<Procedure> procedure =
        procedures.current(asked.procedureId()).filter(Procedure::online);
    if (procedure.isEmpty() && before.isPresent()) {
      return OwnDraft.notOnline(before.get());
    }
    if (procedure.isEmpty()
        || before.filter(b -> !b.procedureId().equals(asked.procedureId())).isPresent()) {
      return Problem.NOT_FOUND.response();
    }
    // A new one begins with its code: then an id that names nothing is answered like another's.
    if (before.isEmpty() && (asked.revision() > 0 || asked.code() == null)) {
      return OwnDraft.missing();
    }
    if (before.isPresent() && before.get().revision() != asked.revision()) {
      return overtaken(before.get());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Draft next =
        new Draft(
            asked.draftId(),
            asked.revision() + 1,
            asked.procedureId(),
            procedure.get().name(),
            asked.formVersion(),
            asked.answers(),
            asked.step(),
            request.caller() instanceof Caller.Resident resident ? resident.accountId() : null,
            before.filter(Draft::verified).isPresent()
                || (request.caller() instanceof Caller.Resident resident && resident.proven()),
            now,
            now.plus(KEPT));
    return drafts
        .save(next, key.promise(Saved.of(next), now))
        .fold(
            reason ->
                reason instanceof NotSaved.Overtaken
                    ? drafts
                        .find(next.draftId(), now)
                        .map(SaveDraft::overtaken)
                        .orElseGet(OwnDraft::missing)
                    : RefusedWrite.answer(reason, CREATED),
            saved -> Response.created(Saved.of(saved)));
  }

  /** The same person elsewhere saved first: they choose which of the two goes on. */
  private static Response overtaken(Draft standing) {
    return Problem.CONFLICT.response(AT.format(standing.savedAt()) + "に、ほかの画面か端末でこの申請が保存されています。");
  }
}
