package jp.ishikari.link.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.identity.residents.CardWay;
import jp.ishikari.link.identity.residents.EmailDoor;
import jp.ishikari.link.identity.store.AttachedWay;
import jp.ishikari.link.identity.store.DynamoAccountStore;
import jp.ishikari.link.identity.store.KmsResidentKeys;
import jp.ishikari.link.identity.store.SignInRecord;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody signed in by mail proves themself with a card, on the way to a procedure. */
@ExtendWith(Engines.class)
class StepUpTest {
  private static final Pattern STATE = Pattern.compile("[?&;]state=([^&\"]+)");
  private static final Pattern NONCE = Pattern.compile("[?&;]nonce=([^&\"]+)");

  private static TestCloud cloud;
  private static CardProvider provider;
  private static EntryFunction entry;
  private static DynamoAccountStore accounts;
  private static DynamoSessionStore sessions;

  private final String subject = "subject-" + UUID.randomUUID();
  private final Map<String, String> claims =
      Map.of("sub", subject, "name", "石狩　花子", "birthdate", "19890107");
  private String account;
  private String secret;

  @BeforeAll
  static void wire(TestCloud engines) throws IOException, JOSEException {
    provider = new CardProvider();
    cloud = engines.with(Setting.CARD_ISSUER, provider.issuer());
    entry = new IdentityWiring().wire(Entry.IDENTITY_RESIDENT, cloud);
    accounts = new DynamoAccountStore(cloud);
    sessions = DynamoSessionStore.ofResidents(cloud);
  }

  @AfterAll
  static void close() {
    provider.close();
  }

  @BeforeEach
  void signInByMail() {
    account =
        accounts
            .signIn("email#" + UUID.randomUUID(), Map.of(), EmailDoor.NAME, Instant.now())
            .accountId();
    secret = Secrets.draw();
    begunAgo(0);
  }

  /** The session by mail, as if it had begun that many seconds ago. */
  private void begunAgo(long seconds) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    sessions.start(
        new Session(
            Secrets.hash(secret),
            Session.Kind.RESIDENT,
            account,
            false,
            "Linux・Firefox",
            now.minusSeconds(seconds),
            now,
            now.plusSeconds(3600)));
  }

  private Caller byMail() {
    return new Caller.Resident(account, Secrets.hash(secret), false);
  }

  private GatewayAnswer start() {
    return GatewayCall.of(Route.START_SIGN_IN)
        .as(byMail())
        .query("attach", "1")
        .query("returnTo", "/apply/juminhyo")
        .sentTo(entry);
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    assertTrue(matcher.find(), page);
    return matcher.group(1);
  }

  /** To the provider and back with the card of {@link #claims}. */
  private GatewayAnswer prove() {
    GatewayAnswer started = start();
    assertEquals(200, started.status(), started.body());
    provider.reads(claims, found(NONCE, started.body()));
    String browser = EmailBrowser.cookie(started, "sign-in-card").orElseThrow();
    return GatewayCall.of(Route.FINISH_SIGN_IN)
        .as(byMail())
        .header("Cookie", "session=" + secret + "; sign-in-card=" + browser)
        .query("state", found(STATE, started.body()))
        .sentTo(entry);
  }

  private static Optional<Session> begunBy(GatewayAnswer answer) {
    return EmailBrowser.cookie(answer, "session").map(Secrets::hash).flatMap(sessions::find);
  }

  private String card() {
    return new KmsResidentKeys(cloud).identityOf(CardWay.NAME, subject);
  }

  private List<String> ways() {
    return accounts.ways(account).stream().map(AttachedWay::way).sorted().toList();
  }

  private void attachCard() {
    accounts.attach(
        account,
        card(),
        CardWay.NAME,
        new SignInRecord(
            account, Instant.now(), "Linux・Firefox", SignInRecord.What.ATTACHED, CardWay.NAME));
  }

  @Nested
  class Proven {
    @Test
    void theCardIsAttachedToTheSameAccountAndANewSessionThatProofsTakesThePlaceOfTheOldOne() {
      GatewayAnswer back = prove();
      assertEquals(200, back.status(), back.body());
      assertTrue(back.body().contains("url=/apply/juminhyo\""), back.body());
      Session session = begunBy(back).orElseThrow();
      assertTrue(session.proven());
      assertEquals(account, session.principalId());
      assertTrue(sessions.find(Secrets.hash(secret)).isEmpty(), "the session by mail is over");
      assertEquals(Optional.of(account), accounts.accountOf(card()));
      assertEquals("石狩　花子", accounts.find(account).orElseThrow().claims().get("name"));
    }

    @Test
    void byACardThatIsTheirsAlreadyAlsoLongAfterSigningIn() {
      attachCard();
      begunAgo(660);
      Session session = begunBy(prove()).orElseThrow();
      assertTrue(session.proven());
      assertEquals(account, session.principalId());
      assertEquals(List.of("card", "email"), ways());
    }
  }

  @Nested
  class NotProven {
    private void stays(GatewayAnswer back, String told) {
      assertTrue(back.body().contains(told), back.body());
      assertTrue(back.body().contains("href=\"/apply/juminhyo\""), back.body());
      assertTrue(begunBy(back).isEmpty());
      assertFalse(sessions.find(Secrets.hash(secret)).orElseThrow().proven());
    }

    @Test
    void byACardThatOpensAnotherAccountAndTheSessionByMailStaysAsItIs() {
      accounts.signIn(card(), claims, CardWay.NAME, Instant.now());
      GatewayAnswer back = prove();
      assertEquals(409, back.status());
      stays(back, "別のアカウントで使われている");
      assertEquals(List.of("email"), ways());
    }

    @Test
    void longAfterSigningInByACardThatIsNotTheirs() {
      begunAgo(660);
      stays(start(), "10分以内");
      // Somebody at a browser that was left open, with a card of their own.
      accounts.attach(
          account,
          "card#" + UUID.randomUUID(),
          CardWay.NAME,
          new SignInRecord(
              account, Instant.now(), "Linux・Firefox", SignInRecord.What.ATTACHED, CardWay.NAME));
      stays(prove(), "10分以内");
      assertTrue(accounts.accountOf(card()).isEmpty());
    }
  }
}
