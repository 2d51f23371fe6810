package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import jp.ishikari.link.domain.AttemptStore;
import org.junit.jupiter.api.Test;

/** What counting failed tries promises. */
public abstract class AttemptStoreContract {
  private static final Instant QUARTER = Instant.now().truncatedTo(ChronoUnit.HOURS);
  private static final Instant ITS_END = QUARTER.plus(15, ChronoUnit.MINUTES);

  protected final String who = "203.0.113.7 " + UUID.randomUUID();

  protected abstract AttemptStore store();

  @Test
  void countsTheFailuresOfEachAndNotHowOftenSomebodyAsks() {
    store().failed(who, QUARTER);
    store().failed(who, QUARTER);
    for (int asked = 0; asked < 3; asked++) {
      assertEquals(2, store().failures(who, QUARTER));
    }
    assertEquals(0, store().failures(who + "0", QUARTER));
  }

  @Test
  void beginsAnewWithEachQuarterOfAnHourThoughNothingDeletedTheOneBefore() {
    store().failed(who, QUARTER);
    store().failed(who, ITS_END.minusMillis(1));
    assertEquals(2, store().failures(who, ITS_END.minusMillis(1)));
    assertEquals(0, store().failures(who, ITS_END));
    store().failed(who, ITS_END);
    assertEquals(1, store().failures(who, ITS_END));
  }

  @Test
  void countsEveryOneOfManyAtOnce() {
    AtOnce.each(
        20,
        i -> {
          store().failed(who, QUARTER);
          return i;
        });
    assertEquals(20, store().failures(who, QUARTER));
  }
}
