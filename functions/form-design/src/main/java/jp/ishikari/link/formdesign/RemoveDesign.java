package jp.ishikari.link.formdesign;

import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.formdesign.store.Design;

/**
 * Takes away for good what was never published. That it was there stays on record, with who removed
 * it and when; so its id is not given again.
 */
@Contract(request = RemoveDesign.Asked.class, response = RemoveDesign.Removed.class)
record RemoveDesign(OwnDesign own, ProcedureStore procedures, DesignWrite writes)
    implements Operation {
  private static final int OK = 200;

  record Asked(@Limit(min = 1) int revision) {}

  record Removed(String procedureId) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        // Asked again, the design is not found any more.
        .then(key -> key.fresh(writes.designs()::repeated, OK))
        .fold(
            refusal -> refusal,
            fresh ->
                own.change(
                    request,
                    Asked.class,
                    (key, design, asked) -> remove(request, key, design, asked.revision())));
  }

  private Response remove(Request request, IdempotencyKey key, Design design, int revision) {
    if (procedures.current(design.procedureId()).isPresent()) {
      return Problem.RULE_VIOLATED.response("公開した手続は削除できません。「受付を止める」を使ってください。");
    }
    Procedure draft = design.draft();
    Design gone =
        design.removed(
            DraftRequest.empty(draft.name())
                .begin(draft.procedureId(), draft.name(), draft.divisionId()),
            writes.now(),
            request.staff().staffId(),
            request.staff().name());
    return writes.write(
        request,
        key,
        design,
        revision,
        gone,
        OK,
        saved -> new Removed(saved.procedureId()),
        writes.designs()::save);
  }
}
