package jp.ishikari.link.counter;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.domain.counter.TerminalStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** Every terminal with its history, and the divisions there are. A city has some tens. */
@Contract(response = ListTerminals.Lines.class)
record ListTerminals(TerminalStore terminals, DivisionStore divisions, InstantSource clock)
    implements Operation {

  /**
   * @param codeUntil null unless a code waits to be entered
   */
  private record Line(
      String terminalId,
      int revision,
      String name,
      String place,
      Set<String> divisions,
      Terminal.State state,
      @Nullable Instant codeUntil,
      @Nullable Instant lastSeenAt,
      List<Terminal.Change> history) {
    static Line of(Terminal t, Instant now) {
      boolean waits = t.state() == Terminal.State.WAITING && now.isBefore(t.codeUntil());
      return new Line(
          t.terminalId(),
          t.revision(),
          t.name(),
          t.place(),
          t.divisions(),
          t.state(),
          waits ? t.codeUntil() : null,
          t.lastSeenAt(),
          t.history().reversed());
    }
  }

  private record DivisionName(String divisionId, String name) {
    static DivisionName of(Division division) {
      return new DivisionName(division.divisionId(), division.name());
    }
  }

  record Lines(List<Line> terminals, List<DivisionName> divisions) {}

  @Override
  public Response run(Request request) {
    Instant now = clock.instant();
    return Response.ok(
        new Lines(
            terminals.all().stream().map(terminal -> Line.of(terminal, now)).toList(),
            divisions.all().stream().map(DivisionName::of).toList()));
  }
}
