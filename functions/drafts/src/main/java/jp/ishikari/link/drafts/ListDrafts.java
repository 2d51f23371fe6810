package jp.ishikari.link.drafts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.ishikari.link.domain.Draft;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** What the resident has begun and not sent in, newest first. */
@Contract(response = ListDrafts.Lines.class)
record ListDrafts(DraftStore drafts, ProcedureStore procedures, InstantSource clock)
    implements Operation {

  /**
   * @param proofNeeded whether this session must verify who it is to go on with it
   */
  private record Line(
      String draftId,
      String procedureId,
      String procedureName,
      Instant savedAt,
      Instant keptUntil,
      boolean proofNeeded) {}

  record Lines(List<Line> drafts) {}

  @Override
  public Response run(Request request) {
    Caller.Resident resident = request.resident();
    return Response.ok(
        new Lines(
            drafts.ofAccount(resident.accountId(), clock.instant()).stream()
                .map(draft -> line(draft, resident))
                .toList()));
  }

  private Line line(Draft draft, Caller.Resident resident) {
    return new Line(
        draft.draftId(),
        draft.procedureId(),
        draft.procedureName(),
        draft.savedAt(),
        draft.expiresAt(),
        !resident.proven()
            && OwnDraft.needsProof(
                draft, procedures.current(draft.procedureId()).filter(Procedure::online)));
  }
}
