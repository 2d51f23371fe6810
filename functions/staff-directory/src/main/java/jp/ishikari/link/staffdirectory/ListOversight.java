package jp.ishikari.link.staffdirectory;

import java.util.List;
import jp.ishikari.link.domain.Noted;
import jp.ishikari.link.domain.OversightStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * What administrators did alone: first what the caller has not said yet to have seen, which the
 * console shows at every sign-in until then, and besides what is on record, with who saw it when.
 */
@Contract(response = ListOversight.Shown.class)
record ListOversight(OversightStore oversight) implements Operation {
  private static final int KEPT_IN_SIGHT = 200;

  /**
   * @param waiting for the caller
   * @param history newest first
   */
  record Shown(List<Noted> waiting, List<Noted> history) {}

  @Override
  public Response run(Request request) {
    List<Noted> history = oversight.newest(KEPT_IN_SIGHT);
    String staffId = request.staff().staffId();
    return Response.ok(
        new Shown(history.stream().filter(one -> one.isFor(staffId)).toList(), history));
  }
}
