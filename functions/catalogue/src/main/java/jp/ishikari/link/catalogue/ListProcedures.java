package jp.ishikari.link.catalogue;

import java.util.List;
import java.util.Map;
import jp.ishikari.link.domain.PageTexts;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Every published procedure in short, as open data for other systems. */
@Contract(response = ListProcedures.Lines.class)
record ListProcedures(ProcedureStore procedures) implements Operation {

  /**
   * @param texts what of it can be read in other languages, by language and {@link PageTexts key}
   */
  private record Line(
      String procedureId,
      int version,
      String name,
      String summary,
      String divisionId,
      boolean online,
      Map<String, Map<String, String>> texts) {
    static Line of(Procedure p) {
      return new Line(
          p.procedureId(),
          p.version(),
          p.name(),
          p.summary(),
          p.divisionId(),
          p.online(),
          PageTexts.shown(p));
    }
  }

  record Lines(List<Line> procedures) {}

  @Override
  public Response run(Request request) {
    return Response.ok(new Lines(procedures.listed().stream().map(Line::of).toList()));
  }
}
