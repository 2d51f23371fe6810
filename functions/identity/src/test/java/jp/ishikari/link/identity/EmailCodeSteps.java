package jp.ishikari.link.identity;

import static jp.ishikari.link.identity.store.EmailCode.Purpose.SIGN_IN;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.identity.store.DynamoEmailCodeStore;
import jp.ishikari.link.identity.store.EmailCode;
import jp.ishikari.link.identity.store.KmsResidentKeys;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.Inbox;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Codes that are mailed, read in the inbox and entered, for the tests of what comes of it. */
@ExtendWith(Engines.class)
abstract class EmailCodeSteps {
  private static final Pattern CODE = Pattern.compile("確認番号　(\\d{4}) (\\d{4})");

  static TestCloud cloud;
  static EntryFunction entry;
  static Inbox inbox;

  final String address = "hanako-" + UUID.randomUUID() + "@example.jp";

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new IdentityWiring().wire(Entry.IDENTITY_RESIDENT, cloud);
    inbox = new Inbox(cloud);
  }

  static String latest(String to) {
    Matcher code = CODE.matcher(inbox.to(to).getLast().path("text").stringValue());
    assertTrue(code.find(), "a code for " + to);
    return code.group(1) + code.group(2);
  }

  static String wrong(String right) {
    return (right.startsWith("0") ? "1" : "0") + right.substring(1);
  }

  static String error(GatewayAnswer answer) {
    return answer.json().at("/errors/0/code").asString("") + "@" + answer.status();
  }

  /** What the address is known by. */
  String mailbox() {
    return new KmsResidentKeys(cloud).identityOf("email", address);
  }

  /** As if nothing had been sent to any address of late. */
  static void forgetMailbox() {
    String table = cloud.environment().nameOf(Table.BUDGETS);
    cloud.dynamoDb().scanPaginator(r -> r.tableName(table)).items().stream()
        .map(row -> Map.of("budget", row.get("budget")))
        .forEach(key -> cloud.dynamoDb().deleteItem(r -> r.tableName(table).key(key)));
  }

  /** As if what a browser was sent had been sent so much earlier. */
  static void earlier(EmailBrowser browser, Duration by) {
    DynamoEmailCodeStore codes = new DynamoEmailCodeStore(cloud);
    EmailCode code = codes.find(browser.id()).orElseThrow();
    codes.keep(
        new EmailCode(
            code.browser(),
            code.code(),
            code.address(),
            code.purpose(),
            code.accountId(),
            code.tries(),
            code.expiresAt().minus(by)));
    forgetMailbox();
  }

  static Optional<Session> sessionOf(GatewayAnswer answer) {
    return EmailBrowser.cookie(answer, "session")
        .flatMap(secret -> DynamoSessionStore.ofResidents(cloud).find(Secrets.hash(secret)));
  }

  Session signedIn() {
    EmailBrowser browser = new EmailBrowser(entry);
    browser.ask(address, SIGN_IN);
    return sessionOf(browser.enter(latest(address))).orElseThrow();
  }

  static Caller.Resident resident(Session session) {
    return new Caller.Resident(session.principalId(), session.id(), session.proven());
  }

  static JsonNode profile(Caller.Resident resident) {
    return GatewayCall.of(Route.READ_PROFILE).as(resident).sentTo(entry).json();
  }
}
