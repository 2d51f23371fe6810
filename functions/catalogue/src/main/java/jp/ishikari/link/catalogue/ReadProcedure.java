package jp.ishikari.link.catalogue;

import java.time.InstantSource;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.PlaceStore;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** One procedure at the version that is published now. */
@Contract(response = ProcedurePage.class)
record ReadProcedure(
    ProcedureStore procedures, DivisionStore divisions, PlaceStore places, InstantSource clock)
    implements Operation {

  @Override
  public Response run(Request request) {
    return procedures
        .current(request.path().get("procedureId"))
        .map(
            p ->
                Response.ok(
                    ProcedurePage.of(
                        p,
                        divisions.find(p.divisionId()).orElse(null),
                        Reception.today(clock.instant()),
                        p.round() == null ? null : left(p))))
        .orElseGet(Problem.NOT_FOUND::response);
  }

  private int left(Procedure p) {
    return Math.max(0, p.release().capacity() - places.held(p.round()).size());
  }
}
