package jp.ishikari.link.local;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for something as long as anything moves, however slow the machine is; gives up only when
 * nothing has moved for a long while.
 */
final class Patience {
  private static final Duration STANDSTILL = Duration.ofMinutes(2);

  private Patience() {}

  /**
   * @param moving changes while there is progress; equal values mean a standstill
   * @param what names what is waited for when it does not come
   */
  static void until(BooleanSupplier happened, Supplier<?> moving, String what) {
    Object last = null;
    Instant since = Instant.now();
    while (!happened.getAsBoolean()) {
      Object now = moving.get();
      if (!now.equals(last)) {
        last = now;
        since = Instant.now();
      } else if (since.plus(STANDSTILL).isBefore(Instant.now())) {
        fail(what + ": nothing has moved for " + STANDSTILL + "; stands at " + now);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(closing);
    }
  }
}
