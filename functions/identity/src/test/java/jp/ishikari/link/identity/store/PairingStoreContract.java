package jp.ishikari.link.identity.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.testkit.AtOnce;
import org.junit.jupiter.api.Test;

/** What a store of sign-ins across two devices promises. */
public abstract class PairingStoreContract {
  private static final int TRIES = 3;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Instant end = now.plus(5, ChronoUnit.MINUTES);

  protected abstract PairingStore store();

  private Pairing started(Instant at) {
    Pairing pairing =
        new Pairing(
            "pairing-" + UUID.randomUUID(),
            "browser",
            "number",
            "Windows の Chrome",
            at,
            at.plus(5, ChronoUnit.MINUTES),
            Pairing.State.WAITING,
            0,
            null,
            null,
            null,
            false);
    store().start(pairing);
    return pairing;
  }

  private Pairing confirmed() {
    Pairing waiting = started(now);
    Pairing next = waiting.confirmed("phone", end);
    assertTrue(store().advance(waiting, next));
    return next;
  }

  private Pairing proven() {
    Pairing confirmed = confirmed();
    Pairing next = confirmed.proven("account", "card", true);
    assertTrue(store().advance(confirmed, next));
    return next;
  }

  @Test
  void givesBackEachStateExactlyAsStoredWhetherItHasRunOutOrNot() {
    for (Pairing pairing : List.of(started(now.minus(1, ChronoUnit.DAYS)), confirmed(), proven())) {
      assertEquals(Optional.of(pairing), store().find(pairing.id()));
    }
    assertEquals(Optional.empty(), store().find("none"));
  }

  @Test
  void ofManyThatAdvanceWhatTheyReadAtOnceOneIsFirstAndItsStateStays() {
    Pairing read = started(now);
    List<Boolean> advanced =
        AtOnce.each(12, i -> store().advance(read, read.confirmed("phone-" + i, end)));
    assertEquals(1, Collections.frequency(advanced, true), advanced.toString());
    assertEquals(
        Optional.of(read.confirmed("phone-" + advanced.indexOf(true), end)),
        store().find(read.id()));
  }

  @Test
  void countsEachWrongNumberOverTheOneThatWasReadSoThatGuessingAtOnceHelpsNobody() {
    Pairing read = started(now);
    List<Boolean> counted = AtOnce.each(12, i -> store().advance(read, read.missed(TRIES)));
    assertEquals(1, Collections.frequency(counted, true), counted.toString());
    assertFalse(store().advance(read, read.confirmed("phone", end)));
    assertEquals(Optional.of(read.missed(TRIES)), store().find(read.id()));
  }

  @Test
  void isTakenByOneOfManyAtOnceAndThenGone() {
    Pairing proven = proven();
    List<Boolean> taken = AtOnce.each(12, i -> store().take(proven));
    assertEquals(1, Collections.frequency(taken, true), taken.toString());
    assertEquals(Optional.empty(), store().find(proven.id()));
    assertFalse(store().advance(proven, proven.cancelled()));
    assertEquals(Optional.empty(), store().find(proven.id()));
  }

  @Test
  void isNotTakenOnceSomebodyChangedTheirMind() {
    Pairing proven = proven();
    assertTrue(store().advance(proven, proven.cancelled()));
    assertFalse(store().take(proven));
    assertEquals(Optional.of(proven.cancelled()), store().find(proven.id()));
  }

  @Test
  void isEitherTakenOrCancelledWhenBothComeAtOnce() {
    for (int round = 0; round < 10; round++) {
      Pairing proven = proven();
      List<Boolean> first =
          AtOnce.each(
              2, i -> i == 0 ? store().take(proven) : store().advance(proven, proven.cancelled()));
      assertEquals(1, Collections.frequency(first, true), first.toString());
    }
  }

  @Test
  void isNotTakenBeforeItIsProven() {
    for (Pairing early : List.of(started(now), confirmed())) {
      assertFalse(store().take(early));
      assertEquals(Optional.of(early), store().find(early.id()));
    }
  }
}
