package jp.ishikari.link.edge;

import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;

/**
 * Finds the application a request names, if it is the caller's own; someone else's is answered as
 * if it did not exist. What needed a verified identity, or was given with one and may hold what the
 * card filled in, is opened only to a session with one: whoever got hold of a mailbox shall not
 * read it.
 */
public record OwnApplication(ApplicationStore applications, ProcedureStore procedures) {

  public Outcome<Response, Application> find(Request request) {
    Caller.Resident resident = request.resident();
    return applications
        .find(request.path().get("applicationId"))
        .filter(a -> resident.accountId().equals(a.accountId()))
        .map(a -> open(a, resident))
        .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response()));
  }

  /** The application, if the session has the identity verified where that is asked. */
  public Outcome<Response, Application> open(Application a, Caller.Resident resident) {
    return resident.proven() || !(a.verified() || level(a).verifies())
        ? Outcome.success(a)
        : Outcome.failure(Problem.PROOF_REQUIRED.response());
  }

  private Procedure.Level level(Application a) {
    return procedures.version(a.procedureId(), a.formVersion()).orElseThrow().level();
  }
}
