package jp.ishikari.link.staffdirectory;

import java.util.List;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionChange;
import jp.ishikari.link.domain.DivisionRegister;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Every division of the city, and who changed what of them. */
@Contract(response = ListDivisions.Shown.class)
record ListDivisions(DivisionStore divisions, DivisionRegister register) implements Operation {
  private static final int SHOWN = 50;

  /**
   * @param revision to be named by who changes something
   */
  record Shown(int revision, List<Division> divisions, List<DivisionChange> history) {}

  @Override
  public Response run(Request request) {
    // First the revision: whoever saves on it has seen at least what it stands for.
    List<DivisionChange> history = register.history(SHOWN);
    return Response.ok(
        new Shown(history.isEmpty() ? 0 : history.getFirst().revision(), divisions.all(), history));
  }
}
