package jp.ishikari.link.staffdirectory;

import java.util.Optional;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Changes what a division is called and how it is reached; residents see it at once. */
@Contract(request = DivisionWrite.Sent.class, response = DivisionWrite.Saved.class)
record ChangeDivision(DivisionStore divisions, DivisionWrite writes) implements Operation {

  @Override
  public Response run(Request request) {
    Optional<Division> standing = divisions.find(request.path().get("divisionId"));
    return standing.isEmpty()
        ? Problem.NOT_FOUND.response()
        : writes.save(request, standing.get().divisionId(), standing, 200);
  }
}
