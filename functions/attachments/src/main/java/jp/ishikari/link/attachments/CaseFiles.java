package jp.ishikari.link.attachments;

import java.util.Optional;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.OfOwnDivisions;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Finds the case whose files are asked for, if it is of one of the clerk's divisions; another
 * division's is answered as if it did not exist.
 */
@OfOwnDivisions
final class CaseFiles {
  private CaseFiles() {}

  static Outcome<Response, Application> find(ApplicationStore applications, Request request) {
    Optional<Application> own =
        applications
            .find(request.path().get("applicationId"))
            .filter(a -> request.staff().divisions().contains(a.divisionId()));
    return own.<Outcome<Response, Application>>map(Outcome::success)
        .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response()));
  }
}
