package jp.ishikari.link.edge;

import java.util.Optional;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Outcome;

/**
 * Finds the case a request names, if it is of one of the clerk's divisions; another division's is
 * answered as if it did not exist.
 */
@OfOwnDivisions
public final class OwnCase {
  private OwnCase() {}

  public static Outcome<Response, Application> find(
      ApplicationStore applications, Request request) {
    Optional<Application> own =
        applications
            .find(request.path().get("applicationId"))
            .filter(a -> request.staff().divisions().contains(a.divisionId()));
    return own.<Outcome<Response, Application>>map(Outcome::success)
        .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response()));
  }
}
