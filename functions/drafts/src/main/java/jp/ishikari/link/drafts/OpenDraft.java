package jp.ishikari.link.drafts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.Draft;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.Compatibility;
import jp.ishikari.link.forms.FormCache;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormReading;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with a draft under the version that is published now. Every answer is carried or told; a
 * major change in between says which questions to look at again.
 */
@Contract(request = OwnDraft.Named.class, response = OpenDraft.Opened.class)
record OpenDraft(OwnDraft own, ProcedureStore procedures, InstantSource clock)
    implements Operation {
  private static final FormCache FORMS = new FormCache(50);

  /**
   * What the screen goes on with.
   *
   * @param formVersion the version the answers fit now
   * @param yours whether it is the caller's account's; otherwise its code opens it
   * @param lost answers that this version does not take
   * @param reconfirm questions that became others; empty when the change was minor
   * @param changed whether there is a newer version than the one the draft was saved under
   */
  record Opened(
      String draftId,
      int revision,
      String procedureId,
      String procedureName,
      int formVersion,
      Map<String, Object> answers,
      @Nullable String step,
      Instant savedAt,
      boolean yours,
      Instant keptUntil,
      boolean changed,
      List<Compatibility.Lost> lost,
      List<String> reconfirm) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, OwnDraft.Named.class)
        .map(OwnDraft.Named::id)
        .then(named -> own.get(request, named.orElse(null)))
        .then(draft -> open(draft, request.caller()))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Outcome<Response, Response> open(Draft draft, Caller caller) {
    Optional<Procedure> now = procedures.current(draft.procedureId()).filter(Procedure::online);
    if (caller instanceof Caller.Resident resident
        && !resident.proven()
        && OwnDraft.needsProof(draft, now)) {
      return Outcome.failure(Problem.PROOF_REQUIRED.response());
    }
    return now.isPresent() && FORMS.read(now.get().form()) instanceof FormReading.Valid(var form)
        ? Outcome.success(Response.ok(carried(draft, now.get(), form)))
        : Outcome.failure(OwnDraft.notOnline(draft));
  }

  private Opened carried(Draft draft, Procedure now, FormDefinition form) {
    boolean changed = draft.formVersion() < now.version();
    Compatibility compatibility =
        Compatibility.of(
            changed ? typedFor(draft).orElse(form) : form,
            form,
            draft.answers(),
            Reception.today(clock.instant()));
    return new Opened(
        draft.draftId(),
        draft.revision(),
        draft.procedureId(),
        now.name(),
        now.version(),
        compatibility.carried(),
        draft.step(),
        draft.savedAt(),
        draft.accountId() != null,
        draft.expiresAt(),
        changed,
        compatibility.lost(),
        changed && !now.carriesOver(draft.formVersion()) ? reconfirm(draft, now) : List.of());
  }

  private Optional<FormDefinition> typedFor(Draft draft) {
    return procedures
        .version(draft.procedureId(), draft.formVersion())
        .map(old -> FORMS.read(old.form()))
        .flatMap(
            reading ->
                reading instanceof FormReading.Valid(var old)
                    ? Optional.of(old)
                    : Optional.empty());
  }

  private List<String> reconfirm(Draft draft, Procedure now) {
    return procedures
        .version(draft.procedureId(), draft.formVersion())
        .map(before -> Compatibility.reconfirm(before.form(), now.form(), draft.answers()))
        .orElse(List.of());
  }
}
