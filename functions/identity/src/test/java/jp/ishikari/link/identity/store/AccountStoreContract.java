package jp.ishikari.link.identity.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.ishikari.link.identity.store.AccountStore.Attachment;
import org.junit.jupiter.api.Test;

/** What a store of accounts promises. */
public abstract class AccountStoreContract {
  private static final Map<String, String> CLAIMS = Map.of("name", "石狩　花子");

  private final String identity = "identity-" + UUID.randomUUID();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  protected abstract AccountStore store();

  @Test
  void givesAnIdentityTheSameAccountEachTimeAndTellsTheSignInBefore() {
    Account first = store().signIn(identity, CLAIMS, "card", now);
    Account second = store().signIn(identity, CLAIMS, "card", now.plusSeconds(60));
    assertEquals(first.accountId(), second.accountId());
    assertEquals(null, first.lastSignInAt());
    assertEquals(now, second.lastSignInAt());
    assertNotEquals(
        first.accountId(), store().signIn(identity + "-other", CLAIMS, "xid", now).accountId());
  }

  @Test
  void keepsTheAccountOfARenewedCardAndTakesWhatItSaysNow() {
    Account before = store().signIn(identity, CLAIMS, "card", now);
    Map<String, String> married = Map.of("name", "厚田　花子");
    store().signIn(identity, married, "card", now.plusSeconds(86_400));
    Account after = store().find(before.accountId()).orElseThrow();
    assertEquals(married, after.claims());
    assertEquals(before.asOf().plusDays(1), after.asOf());
  }

  @Test
  void takesNothingAwayBySignInsThatSayNothing() {
    Account card = store().signIn(identity, CLAIMS, "card", now);
    store().signIn(identity, Map.of(), "email", now.plusSeconds(60));
    Account after = store().find(card.accountId()).orElseThrow();
    assertEquals(CLAIMS, after.claims());
    assertEquals("card", after.source());
  }

  @Test
  void attachesAFurtherIdentityOnceAndNeverAnotherAccounts() {
    String mine = store().signIn(identity, CLAIMS, "card", now).accountId();
    String other = store().signIn(identity + "-x", CLAIMS, "card", now).accountId();
    String further = identity + "-further";
    assertEquals(Attachment.ATTACHED, store().attach(mine, further, "xid", entry(mine)));
    assertEquals(Attachment.STOOD, store().attach(mine, further, "xid", entry(mine)));
    assertEquals(Attachment.TAKEN, store().attach(other, further, "xid", entry(other)));
    assertEquals(mine, store().signIn(further, CLAIMS, "xid", now).accountId());
    assertEquals(
        Set.of("card", "xid"),
        store().ways(mine).stream().map(AttachedWay::way).collect(Collectors.toSet()));
  }

  @Test
  void detachesOwnIdentitiesOnlyAndNeverTheLast() {
    String mine = store().signIn(identity, CLAIMS, "card", now).accountId();
    String other = store().signIn(identity + "-x", CLAIMS, "card", now).accountId();
    assertFalse(store().detach(mine, identity, entry(mine)));
    store().attach(mine, identity + "-further", "xid", entry(mine));
    assertFalse(store().detach(mine, identity + "-x", entry(mine)));
    assertEquals(Optional.of(other), store().accountOf(identity + "-x"));
    assertTrue(store().detach(mine, identity, entry(mine)));
    assertEquals(Optional.empty(), store().accountOf(identity));
    assertFalse(store().detach(mine, identity + "-further", entry(mine)));
  }

  @Test
  void leavesAWayWhenBothAreTakenAwayAtOnce() {
    for (int round = 0; round < 5; round++) {
      String first = identity + round;
      String second = first + "-further";
      String mine = store().signIn(first, CLAIMS, "card", now).accountId();
      store().attach(mine, second, "xid", entry(mine));
      List<Boolean> gone =
          Stream.of(first, second)
              .parallel()
              .map(one -> store().detach(mine, one, entry(mine)))
              .toList();
      assertTrue(gone.contains(false), gone.toString());
      assertFalse(store().ways(mine).isEmpty());
    }
  }

  private SignInRecord entry(String account) {
    return new SignInRecord(account, now, "Linux・Firefox", SignInRecord.What.ATTACHED, "xid");
  }

  @Test
  void makesOneAccountOfTwentyFirstSignInsAtOnce() {
    Set<String> accounts =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> store().signIn(identity, CLAIMS, "card", now).accountId())
            .collect(Collectors.toSet());
    assertEquals(1, accounts.size());
    assertEquals(CLAIMS, store().find(accounts.iterator().next()).orElseThrow().claims());
  }

  @Test
  void isMovedByAnotherNameOrAddressButNotByAnotherSpellingOrSilence() {
    Map<String, String> before = Map.of("name", "石狩　花子", "address", "北海道石狩市花川北６条１丁目３０－２");
    assertFalse(Account.moved(before, Map.of("name", "石狩 花子", "address", "北海道石狩市花川北6条1丁目30－2")));
    assertFalse(Account.moved(before, Map.of("gender", "2")));
    assertFalse(Account.moved(Map.of(), before));
    assertTrue(Account.moved(before, Map.of("name", "札幌　花子")));
    assertTrue(Account.moved(before, Map.of("address", "北海道札幌市中央区北１条")));
  }
}
