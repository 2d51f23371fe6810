package jp.ishikari.link.catalogue;

import java.util.List;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Every published procedure in short, as open data for other systems. */
@Contract(response = ListProcedures.Lines.class)
record ListProcedures(ProcedureStore procedures) implements Operation {

  private record Line(
      String procedureId,
      int version,
      String name,
      String summary,
      String divisionId,
      boolean online) {
    static Line of(Procedure p) {
      return new Line(
          p.procedureId(), p.version(), p.name(), p.summary(), p.divisionId(), p.online());
    }
  }

  record Lines(List<Line> procedures) {}

  @Override
  public Response run(Request request) {
    return Response.ok(new Lines(procedures.listed().stream().map(Line::of).toList()));
  }
}
