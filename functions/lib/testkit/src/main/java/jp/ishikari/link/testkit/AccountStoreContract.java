package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.ishikari.link.domain.identity.Account;
import jp.ishikari.link.domain.identity.AccountStore;
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
