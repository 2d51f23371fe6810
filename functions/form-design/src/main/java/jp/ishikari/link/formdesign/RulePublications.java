package jp.ishikari.link.formdesign;

import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** The division says whether its publications need a second person from now on. */
@Contract(request = RulePublications.Ruled.class, response = RulePublications.Ruled.class)
record RulePublications(DivisionStore divisions) implements Operation {

  record Ruled(boolean secondPerson) {}

  @Override
  public Response run(Request request) {
    return new OwnDivision(divisions)
        .find(request)
        .then(
            division ->
                Body.read(request, Ruled.class)
                    .map(
                        ruled -> {
                          divisions.secondPerson(division.divisionId(), ruled.secondPerson());
                          return Response.ok(ruled);
                        }))
        .fold(refusal -> refusal, answer -> answer);
  }
}
