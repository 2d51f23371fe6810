package jp.ishikari.link.localcloud.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LockOutTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T00:00:00Z"));
  private final LockOut lockOut = new LockOut(now::get);

  private void fail(int times) {
    for (var i = 0; i < times; i++) {
      lockOut.failed("a");
    }
  }

  @Test
  void theFifthFailureLocksForOneSecondAndTheNextForTwo() {
    fail(4);
    assertFalse(lockOut.locked("a"));
    fail(1);
    assertTrue(lockOut.locked("a"));
    now.set(now.get().plusSeconds(1));
    assertFalse(lockOut.locked("a"));
    fail(1);
    now.set(now.get().plusSeconds(1));
    assertTrue(lockOut.locked("a"));
    assertFalse(lockOut.locked("b"));
  }

  @Test
  void noPauseIsLongerThanFifteenMinutes() {
    assertEquals(Duration.ofSeconds(512), LockOut.pause(14));
    assertEquals(Duration.ofMinutes(15), LockOut.pause(15));
    assertEquals(Duration.ofMinutes(15), LockOut.pause(Integer.MAX_VALUE));
  }

  @Test
  void aSuccessForgetsTheFailures() {
    fail(4);
    lockOut.succeeded("a");
    fail(4);
    assertFalse(lockOut.locked("a"));
  }
}
