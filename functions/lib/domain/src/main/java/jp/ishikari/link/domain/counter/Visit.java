package jp.ishikari.link.domain.counter;

import java.time.Duration;
import java.time.Instant;

/**
 * One visitor's use of a terminal.
 *
 * @param visitId hash of the cookie's value; the value itself is nowhere
 * @param terminalRevision of the terminal as it was proven; another one ends the visit
 * @param endsAt absolute end, whatever happens
 * @param session the session of who signed in during this visit, which ends with it; null for
 *     nobody
 */
public record Visit(
    String visitId,
    String terminalId,
    int terminalRevision,
    Instant startedAt,
    Instant lastSeenAt,
    Instant endsAt,
    String session) {

  /** Whether it goes on, by the clock alone. */
  public boolean runs(Instant now, Duration idle) {
    return now.isBefore(endsAt) && now.isBefore(lastSeenAt.plus(idle));
  }

  /** Whether its terminal still is the one that was proven. */
  public boolean standsAt(Terminal terminal) {
    return terminal.state() == Terminal.State.IN_USE && terminal.revision() == terminalRevision;
  }
}
