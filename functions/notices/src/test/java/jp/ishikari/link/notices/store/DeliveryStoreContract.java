package jp.ishikari.link.notices.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.ishikari.link.domain.NoticeId;
import jp.ishikari.link.domain.StoppedAddresses;
import jp.ishikari.link.domain.UndeliveredNotice;
import jp.ishikari.link.domain.UndeliveredNotice.Why;
import jp.ishikari.link.domain.UndeliveredNotices;
import jp.ishikari.link.notices.store.DeliveryStore.Claim;
import org.junit.jupiter.api.Test;

/** What every store of deliveries promises: nobody sends what another sends or has sent. */
public abstract class DeliveryStoreContract {
  private static final Instant NOW = Instant.parse("2026-11-23T05:12:00Z");
  private static final Instant UNTIL = NOW.plusSeconds(20);

  private final String delivery = UUID.randomUUID() + "#1#mail";
  private final String address = UUID.randomUUID() + "@example.jp";

  protected abstract DeliveryStore store();

  protected abstract StoppedAddresses stopped();

  protected abstract UndeliveredNotices undelivered();

  @Test
  void theFirstToClaimMaySend() {
    assertEquals(Claim.GRANTED, store().claim(delivery, address, NOW, UNTIL));
  }

  @Test
  void theSecondIsToldThatItIsBeingSent() {
    store().claim(delivery, address, NOW, UNTIL);
    assertEquals(
        Claim.BUSY, store().claim(delivery, address, NOW.plusSeconds(1), UNTIL.plusSeconds(1)));
  }

  @Test
  void aClaimThatRanOutCanBeTakenOver() {
    store().claim(delivery, address, NOW, UNTIL);
    Instant later = UNTIL.plusSeconds(1);
    assertEquals(Claim.GRANTED, store().claim(delivery, address, later, later.plusSeconds(20)));
    assertEquals(Claim.BUSY, store().claim(delivery, address, later, later.plusSeconds(20)));
  }

  @Test
  void whatWasSentIsNeverSentAgainHoweverMuchLater() {
    store().claim(delivery, address, NOW, UNTIL);
    store().markSent(delivery, NOW.plusSeconds(1));
    Instant later = UNTIL.plusSeconds(86_400);
    assertEquals(Claim.SETTLED, store().claim(delivery, address, NOW, UNTIL));
    assertEquals(Claim.SETTLED, store().claim(delivery, address, later, later.plusSeconds(20)));
  }

  @Test
  void exactlyOneOfManyAtOnceMaySend() {
    List<Claim> claims =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(i -> store().claim(delivery, address, NOW, UNTIL))
            .toList();
    assertEquals(1, claims.stream().filter(Claim.GRANTED::equals).count());
    assertEquals(11, claims.stream().filter(Claim.BUSY::equals).count());
  }

  @Test
  void manyAreClaimedTogetherAndEachIsToldForItself() {
    String sent = UUID.randomUUID() + "#1#mail";
    String busy = UUID.randomUUID() + "#1#mail";
    store().claim(Map.of(sent, address, busy, address), NOW, UNTIL);
    store().markSent(sent, NOW);
    assertEquals(
        Map.of(delivery, Claim.GRANTED, sent, Claim.SETTLED, busy, Claim.BUSY),
        store().claim(Map.of(sent, address, delivery, address, busy, address), NOW, UNTIL));
    assertEquals(Claim.BUSY, store().claim(delivery, address, NOW, UNTIL));
  }

  @Test
  void nothingIsClaimedForAStoppedAddressHoweverItIsSpelt() {
    String other = UUID.randomUUID() + "#1#mail";
    stopped().stop(address.toUpperCase(Locale.ROOT), Why.NO_SUCH_ADDRESS, NOW);
    assertEquals(
        Map.of(delivery, Claim.STOPPED, other, Claim.GRANTED),
        store().claim(Map.of(delivery, address, other, "b" + address), NOW, UNTIL));
    assertEquals(Claim.STOPPED, store().claim(delivery, address, NOW, UNTIL));
  }

  @Test
  void whatDidNotArriveIsSettledAndNeverSentAgain() {
    NoticeId notice = NoticeId.read(delivery).orElseThrow();
    store().claim(delivery, address, NOW, UNTIL);
    undelivered().add(new UndeliveredNotice(notice, NOW, Why.NOT_TAKEN));
    Instant later = UNTIL.plusSeconds(86_400);
    assertEquals(Claim.SETTLED, store().claim(delivery, address, later, later.plusSeconds(20)));
    assertEquals(
        List.of(new UndeliveredNotice(notice, NOW, Why.NOT_TAKEN)),
        undelivered().of(notice.applicationId()));
  }

  @Test
  void whatArrivedIsNotAmongWhatDidNot() {
    store().claim(delivery, address, NOW, UNTIL);
    store().markSent(delivery, NOW);
    assertEquals(
        List.of(), undelivered().of(NoticeId.read(delivery).orElseThrow().applicationId()));
  }
}
