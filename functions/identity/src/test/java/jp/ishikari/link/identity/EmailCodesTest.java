package jp.ishikari.link.identity;

import static jp.ishikari.link.identity.store.EmailCode.Purpose.CONTACT;
import static jp.ishikari.link.identity.store.EmailCode.Purpose.SIGN_IN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoContactEmails;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.identity.store.Account;
import jp.ishikari.link.identity.store.DynamoAccountStore;
import jp.ishikari.link.identity.store.DynamoEmailCodeStore;
import jp.ishikari.link.identity.store.EmailCode;
import jp.ishikari.link.testkit.GatewayAnswer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Signing in by a code that was mailed, and the contact address that is confirmed by one. */
class EmailCodesTest extends EmailCodeSteps {
  @Nested
  class SignedIn {
    @Test
    void whoEntersTheCodeGetsASessionThatProofsNothingAndTheAddressToFillIn() {
      EmailBrowser browser = new EmailBrowser(entry);
      assertEquals(200, browser.ask(address, SIGN_IN).status());
      GatewayAnswer entered = browser.enter(latest(address));
      assertEquals(200, entered.status(), entered.body());
      Session session = sessionOf(entered).orElseThrow();
      assertFalse(session.proven());
      JsonNode profile = profile(resident(session));
      assertEquals(address, profile.at("/values/email").stringValue());
      assertEquals("メールアドレスの確認", profile.at("/origins/email/source").stringValue());
      assertFalse(profile.at("/origins/email/asOf").stringValue().isEmpty());
    }

    @Test
    void oneMailboxIsOneAccountHoweverItIsTyped() {
      String account = signedIn().principalId();
      EmailBrowser other = new EmailBrowser(entry);
      // The pause is the mailbox's, not the spelling's.
      assertEquals(429, other.ask(address.toUpperCase(), SIGN_IN).status());
      forgetMailbox();
      other.ask("ｈ" + address.substring(1).toUpperCase(), SIGN_IN);
      assertEquals(
          account,
          sessionOf(other.enter(latest("h" + address.substring(1).toUpperCase())))
              .orElseThrow()
              .principalId());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCodeMayBeTypedWithSpacesOrInFullWidthDigits(boolean spaces) {
      EmailBrowser browser = new EmailBrowser(entry);
      browser.ask(address, SIGN_IN);
      String code = latest(address);
      String typed =
          spaces
              ? code.substring(0, 4) + "　" + code.substring(4)
              : code.chars()
                  .mapToObj(c -> Character.toString(c - '0' + '０'))
                  .reduce("", String::concat);
      assertEquals(200, browser.enter(typed).status());
    }

    @Test
    void anAddressMayBePastedWithSpacesAroundAndWithin() {
      EmailBrowser browser = new EmailBrowser(entry);
      assertEquals(200, browser.ask("　" + address.replace("@", " @ "), SIGN_IN).status());
      assertEquals(200, browser.enter(latest(address)).status());
    }

    @Test
    void aNewCodeTakesThePlaceOfTheOldOne() {
      EmailBrowser browser = new EmailBrowser(entry);
      browser.ask(address, SIGN_IN);
      String old = latest(address);
      forgetMailbox();
      assertEquals(200, browser.ask(address, SIGN_IN).status());
      assertEquals("wrong@400", error(browser.enter(old)));
      assertEquals(200, browser.enter(latest(address)).status());
    }
  }

  @Nested
  class Mailed {
    @Test
    void theMailHoldsTheCodeWhatItIsForAndWhatToDoAndNobodysAddress() {
      new EmailBrowser(entry).ask(address, SIGN_IN);
      JsonNode mail = inbox.to(address).getLast();
      String text = mail.path("text").stringValue();
      assertTrue(text.contains("ログイン") && text.contains("心当たりがないとき"), text);
      assertFalse(text.contains(address), text);
    }

    @Test
    void noStoreHoldsTheCodeItself() {
      EmailBrowser browser = new EmailBrowser(entry);
      browser.ask(address, SIGN_IN);
      EmailCode kept = new DynamoEmailCodeStore(cloud).find(browser.id()).orElseThrow();
      assertFalse(kept.toString().contains(latest(address)), kept.toString());
      assertNotEquals(Secrets.hash(latest(address)), kept.code());
    }
  }

  @Nested
  class Contact {
    private final Account card =
        new DynamoAccountStore(cloud)
            .signIn("card#" + UUID.randomUUID(), Map.of("name", "石狩　花子"), "card", Instant.now());
    private final EmailBrowser browser = new EmailBrowser(entry);

    {
      browser.caller = new Caller.Resident(card.accountId(), "session-of-the-card", true);
    }

    @Test
    void anAccountWithACardConfirmsAnAddressAndItIsFilledInBesideTheCardsData() {
      assertEquals(200, browser.ask(address, CONTACT).status());
      GatewayAnswer entered = browser.enter(latest(address));
      assertEquals("CONTACT", entered.json().get("purpose").stringValue(), entered.body());
      assertTrue(sessionOf(entered).isEmpty(), "the session stays");
      JsonNode profile = profile((Caller.Resident) browser.caller);
      assertEquals(address, profile.at("/values/email").stringValue());
      assertEquals("マイナンバーカード", profile.at("/origins/fullName/source").stringValue());
    }

    @Test
    void theOldAddressIsToldThatItWasReplaced() {
      browser.ask(address, CONTACT);
      browser.enter(latest(address));
      String next = "next-" + address;
      forgetMailbox();
      browser.ask(next, CONTACT);
      assertEquals(200, browser.enter(latest(next)).status());
      JsonNode told = inbox.to(address).getLast();
      assertTrue(told.path("subject").stringValue().contains("変更"), told.toString());
      assertFalse(told.path("text").stringValue().contains(next), told.toString());
    }

    @Test
    void aContactAddressIsNoWayIntoTheAccount() {
      browser.ask(address, CONTACT);
      browser.enter(latest(address));
      forgetMailbox();
      assertNotEquals(card.accountId(), signedIn().principalId());
    }

    @Test
    void aGuestHasNoContactAddressAndAnotherAccountCannotTakeTheCode() {
      assertEquals(401, new EmailBrowser(entry).ask(address, CONTACT).status());
      // What is refused is counted, too.
      forgetMailbox();
      browser.ask(address, CONTACT);
      browser.caller = new Caller.Resident("account-" + UUID.randomUUID(), "session-2", true);
      assertEquals(401, browser.enter(latest(address)).status());
      browser.caller = new Caller.Guest();
      assertEquals(401, browser.enter(latest(address)).status());
      assertTrue(new DynamoContactEmails(cloud).of(card.accountId()).isEmpty());
    }

    @Test
    void aSignInByMailLeavesWhatTheCardSaid() {
      String identity = "email#" + UUID.randomUUID();
      DynamoAccountStore accounts = new DynamoAccountStore(cloud);
      Instant now = Instant.now();
      accounts.signIn(identity, Map.of("name", "石狩　花子"), "card", now);
      accounts.signIn(identity, Map.of(), "email", now.plusSeconds(5));
      Account after = accounts.find(accounts.accountOf(identity).orElseThrow()).orElseThrow();
      assertEquals("石狩　花子", after.claims().get("name"));
      assertEquals("card", after.source());
    }
  }
}
