package jp.ishikari.link.applications;

import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Finds the application a request names, if it is the caller's own; someone else's is answered as
 * if it did not exist. What was applied for by somebody proofed is opened to a session that is
 * proofed too: whoever got hold of a mailbox shall not read it.
 */
record OwnApplication(ApplicationStore applications, ProcedureStore procedures) {

  Outcome<Response, Application> find(Request request) {
    Caller.Resident resident = request.resident();
    return applications
        .find(request.path().get("applicationId"))
        .filter(a -> resident.accountId().equals(a.accountId()))
        .map(a -> open(a, resident))
        .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response()));
  }

  /** The application, if the session is proofed as its procedure asks. */
  Outcome<Response, Application> open(Application a, Caller.Resident resident) {
    return resident.proven() || !level(a).proofs()
        ? Outcome.success(a)
        : Outcome.failure(Problem.PROOF_REQUIRED.response());
  }

  private Procedure.Level level(Application a) {
    return procedures.version(a.procedureId(), a.formVersion()).orElseThrow().level();
  }
}
