package jp.ishikari.link.applications;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.OfOwnDivisions;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Procedures with a form that belong to one of the clerk's divisions; another division's is
 * answered as if it did not exist.
 */
@OfOwnDivisions
record OwnProcedures(ProcedureStore procedures) {

  List<Procedure> of(Caller.Staff staff) {
    return procedures.listed().stream().filter(one -> isOwn(one, staff)).toList();
  }

  Outcome<Response, Procedure> find(Request request) {
    return found(procedures.current(request.path().get("procedureId")), request.staff());
  }

  /** The version that answers are for: the newest, or one whose answers it takes. */
  Outcome<Response, Procedure> find(String procedureId, int version, Caller.Staff staff) {
    return found(procedures.current(procedureId), staff)
        .then(
            current ->
                version == current.version() || current.carriesOver(version)
                    ? Outcome.success(current)
                    : Outcome.failure(Problem.FORM_CHANGED.response()));
  }

  private static Outcome<Response, Procedure> found(
      Optional<Procedure> procedure, Caller.Staff staff) {
    return procedure
        .filter(one -> isOwn(one, staff))
        .<Outcome<Response, Procedure>>map(Outcome::success)
        .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response()));
  }

  private static boolean isOwn(Procedure procedure, Caller.Staff staff) {
    return procedure.online() && staff.divisions().contains(procedure.divisionId());
  }
}
