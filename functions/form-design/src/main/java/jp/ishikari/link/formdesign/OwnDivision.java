package jp.ishikari.link.formdesign;

import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.OfOwnDivisions;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Finds the division a request names, if it is one of the caller's. */
@OfOwnDivisions
record OwnDivision(DivisionStore divisions) {

  Outcome<Response, Division> find(Request request) {
    String id = request.path().get("divisionId");
    return divisions
        .find(id)
        .filter(d -> request.staff().divisions().contains(id))
        .<Outcome<Response, Division>>map(Outcome::success)
        .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response()));
  }
}
