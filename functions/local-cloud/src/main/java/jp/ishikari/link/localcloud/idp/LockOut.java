package jp.ishikari.link.localcloud.idp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Slows down guessing: from the fifth failure in a row a name is locked for one second, then for
 * twice as long after each further failure, up to 15 minutes.
 */
final class LockOut {
  private static final int FREE_FAILURES = 4;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST_NAMES = 10_000;

  private record Failures(int count, Instant lockedUntil) {}

  private final InstantSource clock;
  private final Map<String, Failures> byName = new HashMap<>();

  LockOut(InstantSource clock) {
    this.clock = clock;
  }

  synchronized boolean locked(String name) {
    var failures = byName.get(name);
    return failures != null && clock.instant().isBefore(failures.lockedUntil());
  }

  synchronized void failed(String name) {
    if (byName.size() >= MOST_NAMES && !byName.containsKey(name)) {
      // Invented names must not fill the memory; a real one among them starts anew.
      byName.clear();
    }
    var count = byName.containsKey(name) ? byName.get(name).count() + 1 : 1;
    byName.put(name, new Failures(count, clock.instant().plus(pause(count))));
  }

  synchronized void succeeded(String name) {
    byName.remove(name);
  }

  static Duration pause(int failures) {
    if (failures <= FREE_FAILURES) {
      return Duration.ZERO;
    }
    var doublings = Math.min(failures - FREE_FAILURES - 1, 10);
    var pause = Duration.ofSeconds(1L << doublings);
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
