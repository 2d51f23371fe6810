package jp.ishikari.link.formdesign;

import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** The division says whether its publications need a second person from now on. */
@Contract(request = RulePublications.Ruled.class, response = RulePublications.Ruled.class)
record RulePublications(DivisionStore divisions) implements Operation {

  record Ruled(boolean secondPerson) {}

  @Override
  public Response run(Request request) {
    String division = request.path().get("divisionId");
    if (!request.staff().divisions().contains(division) || divisions.find(division).isEmpty()) {
      return Problem.NOT_FOUND.response();
    }
    return Body.read(request, Ruled.class)
        .fold(
            refusal -> refusal,
            ruled -> {
              divisions.secondPerson(division, ruled.secondPerson());
              return Response.ok(ruled);
            });
  }
}
