package jp.ishikari.link.notices.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.ishikari.link.notices.store.DeliveryStore.Claim;
import org.junit.jupiter.api.Test;

/** What every store of deliveries promises: nobody sends what another sends or has sent. */
public abstract class DeliveryStoreContract {
  private static final Instant NOW = Instant.parse("2026-11-23T05:12:00Z");
  private static final Instant UNTIL = NOW.plusSeconds(20);

  private final String delivery = UUID.randomUUID() + "#1#mail";

  protected abstract DeliveryStore store();

  @Test
  void theFirstToClaimMaySend() {
    assertEquals(Claim.GRANTED, store().claim(delivery, NOW, UNTIL));
  }

  @Test
  void theSecondIsToldThatItIsBeingSent() {
    store().claim(delivery, NOW, UNTIL);
    assertEquals(Claim.BUSY, store().claim(delivery, NOW.plusSeconds(1), UNTIL.plusSeconds(1)));
  }

  @Test
  void aClaimThatRanOutCanBeTakenOver() {
    store().claim(delivery, NOW, UNTIL);
    Instant later = UNTIL.plusSeconds(1);
    assertEquals(Claim.GRANTED, store().claim(delivery, later, later.plusSeconds(20)));
    assertEquals(Claim.BUSY, store().claim(delivery, later, later.plusSeconds(20)));
  }

  @Test
  void whatWasSentIsNeverSentAgainHoweverMuchLater() {
    store().claim(delivery, NOW, UNTIL);
    store().markSent(delivery, NOW.plusSeconds(1));
    Instant later = UNTIL.plusSeconds(86_400);
    assertEquals(Claim.SENT, store().claim(delivery, NOW, UNTIL));
    assertEquals(Claim.SENT, store().claim(delivery, later, later.plusSeconds(20)));
  }

  @Test
  void exactlyOneOfManyAtOnceMaySend() {
    List<Claim> claims =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(i -> store().claim(delivery, NOW, UNTIL))
            .toList();
    assertEquals(1, claims.stream().filter(Claim.GRANTED::equals).count());
    assertEquals(11, claims.stream().filter(Claim.BUSY::equals).count());
  }

  @Test
  void manyAreClaimedTogetherAndEachIsToldForItself() {
    String sent = UUID.randomUUID() + "#1#mail";
    String busy = UUID.randomUUID() + "#1#mail";
    store().claim(Set.of(sent, busy), NOW, UNTIL);
    store().markSent(sent, NOW);
    assertEquals(
        Map.of(delivery, Claim.GRANTED, sent, Claim.SENT, busy, Claim.BUSY),
        store().claim(Set.of(sent, delivery, busy), NOW, UNTIL));
    assertEquals(Claim.BUSY, store().claim(delivery, NOW, UNTIL));
  }
}
