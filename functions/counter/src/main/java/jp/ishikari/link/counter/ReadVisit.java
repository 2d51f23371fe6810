package jp.ishikari.link.counter;

import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.counter.VisitStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** The visit that goes on at this terminal, and whether staff have checked who it is. */
@Contract(response = ReadVisit.Shown.class)
record ReadVisit(VisitStore visits) implements Operation {

  /**
   * @param number which the visitor waits under; null while they do not
   * @param attested whether staff have checked
   */
  record Shown(String terminalName, Instant endsAt, @Nullable Integer number, boolean attested) {
    static Shown of(Visit v) {
      return new Shown(
          v.terminalName(),
          v.endsAt(),
          v.waiting() == null ? null : v.waiting().number(),
          v.attestation() != null);
    }
  }

  @Override
  public Response run(Request request) {
    return shown(visits.find(request.atTerminal().visitId()));
  }

  /** Ended since the authorizer looked: as if it had not been. */
  static Response shown(Optional<Visit> visit) {
    return visit.map(Shown::of).map(Response::ok).orElseGet(Problem.COUNTER_ONLY::response);
  }
}
