package jp.ishikari.link.identity.residents;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.identity.door.Sessions;

/** Whether somebody has signed in so lately that it is still them who sits there. */
public record Recency(Sessions sessions, InstantSource clock) {
  private static final Duration RECENT = Duration.ofMinutes(10);

  public boolean isRecent(Caller.Resident resident) {
    return wasRecent(resident, clock.instant());
  }

  /** Whether it was so at {@code then}. */
  boolean wasRecent(Caller.Resident resident, Instant then) {
    return sessions
        .find(resident.session())
        .filter(s -> then.isBefore(s.startedAt().plus(RECENT)))
        .isPresent();
  }
}
