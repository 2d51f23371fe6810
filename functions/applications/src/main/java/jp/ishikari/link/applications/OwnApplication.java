package jp.ishikari.link.applications;

import java.util.Optional;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Finds the application a request names, if it is the caller's own; someone else's looks like none.
 */
final class OwnApplication {
  private OwnApplication() {}

  static Outcome<Response, Application> find(ApplicationStore applications, Request request) {
    Optional<Application> own =
        applications
            .find(request.path().get("applicationId"))
            .filter(a -> request.resident().accountId().equals(a.accountId()));
    return own.<Outcome<Response, Application>>map(Outcome::success)
        .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response()));
  }
}
