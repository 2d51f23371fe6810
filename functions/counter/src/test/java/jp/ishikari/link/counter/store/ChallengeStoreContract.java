package jp.ishikari.link.counter.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import jp.ishikari.link.testkit.AtOnce;
import org.junit.jupiter.api.Test;

/** What a store of challenges promises. */
public abstract class ChallengeStoreContract {
  private final Instant now = Instant.now();

  protected abstract ChallengeStore store();

  private String kept(Instant until) {
    String hash = "hash-" + UUID.randomUUID();
    store().keep(hash, until);
    return hash;
  }

  @Test
  void isTakenOnce() {
    String hash = kept(now.plusSeconds(60));
    assertTrue(store().take(hash, now));
    assertFalse(store().take(hash, now));
    assertFalse(store().take("none", now));
  }

  @Test
  void ofManyAtOnceExactlyOneTakesIt() {
    String hash = kept(now.plusSeconds(60));
    List<Boolean> taken = AtOnce.each(12, i -> store().take(hash, now));
    assertEquals(1, Collections.frequency(taken, true), taken.toString());
  }

  @Test
  void isNoneAnyMoreFromItsEndOnThoughNothingDeletedIt() {
    Instant end = now.plusSeconds(60);
    String hash = kept(end);
    assertFalse(store().take(hash, end));
    assertFalse(store().take(hash, end.plusSeconds(1)));
    assertTrue(store().take(hash, end.minusSeconds(1)));
  }
}
