package jp.ishikari.link.counter;

import java.time.Instant;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.domain.counter.TerminalStore;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.counter.VisitStore;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** The visit that goes on at this terminal. */
record ReadVisit(VisitStore visits, TerminalStore terminals) implements Operation {

  private record Shown(String terminalName, String place, Instant endsAt) {
    static Shown of(Visit visit, Terminal terminal) {
      return new Shown(terminal.name(), terminal.place(), visit.endsAt());
    }
  }

  @Override
  public Response run(Request request) {
    return visits
        .find(request.atTerminal().visitId())
        .flatMap(
            visit ->
                terminals
                    .find(visit.terminalId())
                    .map(terminal -> Response.ok(Shown.of(visit, terminal))))
        // Ended since the authorizer looked.
        .orElseGet(Problem.COUNTER_ONLY::response);
  }
}
