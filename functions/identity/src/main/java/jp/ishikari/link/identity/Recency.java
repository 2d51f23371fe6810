package jp.ishikari.link.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import jp.ishikari.link.edge.Caller;

/** Whether somebody has signed in so lately that it is still them who sits there. */
record Recency(Sessions sessions, InstantSource clock) {
  private static final Duration RECENT = Duration.ofMinutes(10);

  boolean isRecent(Caller.Resident resident) {
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
