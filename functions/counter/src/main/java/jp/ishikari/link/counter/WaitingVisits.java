package jp.ishikari.link.counter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.domain.counter.TerminalStore;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.counter.VisitStore;
import jp.ishikari.link.edge.OfOwnDivisions;
import jp.ishikari.link.edge.Request;

/** Visitors who wait, as far as they are of the caller's divisions and their visit goes on. */
@OfOwnDivisions
record WaitingVisits(
    VisitStore store, TerminalStore terminals, Duration idle, InstantSource clock) {

  List<Visit> of(Request request) {
    return store.waiting().stream().filter(visit -> isOpen(visit, request)).toList();
  }

  /** The one that the request's path names. */
  Optional<Visit> find(Request request) {
    return store.find(request.path().get("visitId")).filter(visit -> isOpen(visit, request));
  }

  /**
   * Whether the caller may check who it is; whoever does not wait, or waits elsewhere, is not
   * found.
   */
  private boolean isOpen(Visit visit, Request request) {
    Set<String> divisions = request.staff().divisions();
    Instant now = clock.instant();
    return visit.waiting() != null
        && visit.divisions().stream().anyMatch(divisions::contains)
        && visit.runs(now, idle)
        && terminals.find(visit.terminalId()).filter(visit::standsAt).isPresent();
  }
}
