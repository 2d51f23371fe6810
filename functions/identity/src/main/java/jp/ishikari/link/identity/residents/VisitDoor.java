package jp.ishikari.link.identity.residents;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.counter.TerminalStore;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.counter.VisitStore;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.identity.door.Sessions;

/**
 * Finds the visit at the counter that a browser comes with. The terminal is asked each time, so
 * that a revoked one stands alone with the next request.
 */
public record VisitDoor(
    VisitStore visits,
    TerminalStore terminals,
    Cookies cookies,
    Duration idle,
    InstantSource clock) {
  /** A visit in use is written down at most so often. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  public Optional<Visit> alive(List<String> cookieHeaders) {
    Instant now = clock.instant();
    Optional<Visit> visit =
        Sessions.named(cookieHeaders, cookies.name(Cookies.VISIT))
            .flatMap(visits::find)
            .filter(v -> v.runs(now, idle))
            .filter(v -> terminals.find(v.terminalId()).filter(v::standsAt).isPresent());
    visit
        .filter(v -> v.lastSeenAt().plus(NOTED_EVERY).isBefore(now))
        .ifPresent(v -> visits.seen(v.visitId(), now));
    return visit;
  }
}
