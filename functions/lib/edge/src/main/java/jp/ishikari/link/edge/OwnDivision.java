package jp.ishikari.link.edge;

import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.Outcome;

/** Finds the division a request names, if it is one of the caller's. */
@OfOwnDivisions
public record OwnDivision(DivisionStore divisions) {

  public Outcome<Response, Division> find(Request request) {
    String id = request.path().get("divisionId");
    return divisions
        .find(id)
        .filter(d -> request.staff().divisions().contains(id))
        .<Outcome<Response, Division>>map(Outcome::success)
        .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response()));
  }
}
