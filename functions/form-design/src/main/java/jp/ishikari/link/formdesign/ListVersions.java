package jp.ishikari.link.formdesign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.Release;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** Who published which version when, and why; newest first. */
@Contract(response = ListVersions.Lines.class)
record ListVersions(OwnDesign own, ProcedureStore procedures) implements Operation {

  private record Line(
      int version,
      @Nullable Instant at,
      @Nullable String by,
      @Nullable String approvedBy,
      @Nullable String note,
      Release.@Nullable Change change,
      @Nullable LocalDate opensOn,
      @Nullable LocalDate closesOn,
      @Nullable Integer capacity,
      boolean paused) {
    static Line of(Procedure p) {
      Release r = p.release();
      return r == null
          ? new Line(p.version(), null, null, null, null, null, null, null, null, false)
          : new Line(
              p.version(),
              r.at(),
              r.byName(),
              r.approvedByName(),
              r.note(),
              r.change(),
              r.opensOn(),
              r.closesOn(),
              r.capacity(),
              r.paused());
    }
  }

  record Lines(List<Line> versions) {}

  @Override
  public Response run(Request request) {
    return own.find(request)
        .fold(
            refusal -> refusal,
            design ->
                Response.ok(
                    new Lines(
                        procedures.versions(design.procedureId()).stream()
                            .map(Line::of)
                            .toList())));
  }
}
