package jp.ishikari.link.identity.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.domain.identity.ContactEmail;
import jp.ishikari.link.domain.identity.ContactEmails;
import jp.ishikari.link.testkit.AtOnce;
import org.junit.jupiter.api.Test;

/** What a store of contact addresses promises. */
public abstract class ContactEmailsContract {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final ContactEmail OLD = new ContactEmail("hanako@example.jp", DAY);
  private static final ContactEmail NEW = new ContactEmail("atsuta@example.jp", DAY.plusDays(1));

  private final String identity = "identity-" + UUID.randomUUID();

  protected abstract ContactEmails store();

  protected abstract AccountStore accounts();

  private String account() {
    return accounts().signIn(identity, Map.of("name", "石狩　花子"), "card", Instant.now()).accountId();
  }

  @Test
  void keepsAnAddressInThePlaceOfTheOneThatStandsAndOfNoOther() {
    String account = account();
    assertEquals(Optional.empty(), store().of(account));
    assertFalse(store().replace(account, OLD, NEW));
    assertTrue(store().replace(account, null, OLD));
    assertFalse(store().replace(account, null, NEW));
    assertFalse(store().replace(account, NEW, NEW));
    assertEquals(Optional.of(OLD), store().of(account));
    assertTrue(store().replace(account, OLD, NEW));
    assertEquals(Optional.of(NEW), store().of(account));
  }

  @Test
  void standsForTheDayOnWhichItWasShownToo() {
    String account = account();
    ContactEmail again = new ContactEmail(OLD.address(), DAY.plusDays(1));
    assertTrue(store().replace(account, null, OLD));
    assertTrue(store().replace(account, OLD, again));
    assertFalse(store().replace(account, OLD, NEW));
    assertEquals(Optional.of(again), store().of(account));
  }

  @Test
  void ofManyAtOnceOneTakesThePlace() {
    String account = account();
    List<Boolean> kept =
        AtOnce.each(
            12, i -> store().replace(account, null, new ContactEmail(i + "@example.jp", DAY)));
    assertEquals(1, Collections.frequency(kept, true), kept.toString());
    assertEquals(
        Optional.of(new ContactEmail(kept.indexOf(true) + "@example.jp", DAY)),
        store().of(account));
  }

  @Test
  void makesNoAccountWhereThereIsNone() {
    String none = "account-" + UUID.randomUUID();
    assertFalse(store().replace(none, null, OLD));
    assertEquals(Optional.empty(), store().of(none));
    assertEquals(Optional.empty(), accounts().find(none));
  }

  @Test
  void isLeftAloneByTheNextSignInAndLeavesAloneWhatThatSaid() {
    String account = account();
    store().replace(account, null, OLD);
    assertEquals(account, account());
    assertEquals(Optional.of(OLD), store().of(account));
    assertEquals(Map.of("name", "石狩　花子"), accounts().find(account).orElseThrow().claims());
  }
}
