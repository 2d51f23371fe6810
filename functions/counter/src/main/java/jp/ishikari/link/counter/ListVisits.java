package jp.ishikari.link.counter;

import java.time.Instant;
import java.util.List;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Who waits at the terminals of the clerk's divisions, longest first. */
@Contract(response = ListVisits.Lines.class)
record ListVisits(WaitingVisits waiting) implements Operation {

  /** The id gives no access: it is a hash of what does. */
  private record Line(
      String visitId, int number, String terminalName, String procedureName, Instant since) {
    static Line of(Visit v) {
      return new Line(
          v.visitId(),
          v.waiting().number(),
          v.terminalName(),
          v.waiting().procedureName(),
          v.waiting().since());
    }
  }

  record Lines(List<Line> visits) {}

  @Override
  public Response run(Request request) {
    return Response.ok(new Lines(waiting.of(request).stream().map(Line::of).toList()));
  }
}
