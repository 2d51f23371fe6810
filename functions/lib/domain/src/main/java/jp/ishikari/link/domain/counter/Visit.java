package jp.ishikari.link.domain.counter;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * One visitor's use of a terminal.
 *
 * @param visitId hash of the cookie's value; the value itself is nowhere
 * @param terminalRevision of the terminal as it was proven; another one ends the visit
 * @param endsAt absolute end, whatever happens
 * @param terminalName as the terminal was called when it began
 * @param divisions whose staff may check who the visitor is
 * @param waiting what the visitor waits for; null for nothing
 * @param attestation what staff found out about the visitor; null before
 * @param session the session of who signed in during this visit, which ends with it; null for
 *     nobody
 */
public record Visit(
    String visitId,
    String terminalId,
    int terminalRevision,
    String terminalName,
    Set<String> divisions,
    Instant startedAt,
    Instant lastSeenAt,
    Instant endsAt,
    Waiting waiting,
    Attestation attestation,
    String session) {

  /**
   * That a visitor waits for staff to check who they are.
   *
   * @param number which the visitor and staff see; only one who waits has it at a time
   */
  public record Waiting(int number, String procedureName, Instant since) {}

  /** The beginning of one. */
  public static Visit begun(String visitId, Terminal at, Instant now, Instant endsAt) {
    return new Visit(
        visitId,
        at.terminalId(),
        at.revision(),
        at.name(),
        at.divisions(),
        now,
        now,
        endsAt,
        null,
        null,
        null);
  }

  /** Whether it goes on, by the clock alone. */
  public boolean runs(Instant now, Duration idle) {
    return now.isBefore(endsAt) && now.isBefore(lastSeenAt.plus(idle));
  }

  /** Whether its terminal still is the one that was proven. */
  public boolean standsAt(Terminal terminal) {
    return terminal.state() == Terminal.State.IN_USE && terminal.revision() == terminalRevision;
  }
}
