package jp.ishikari.link.identity;

import static jp.ishikari.link.identity.store.EmailCode.Purpose.SIGN_IN;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
import jp.ishikari.link.identity.store.KmsResidentKeys;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.Inbox;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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

  private static Map<String, AttributeValue> key(String holder) {
    return Map.of("holder", AttributeValue.fromS(holder));
  }

  private static String table() {
    return cloud.environment().nameOf(Table.EMAIL_CODES);
  }

  /** What the address is known by. */
  String mailbox() {
    return new KmsResidentKeys(cloud).identityOf("email", address);
  }

  /** As if nothing had been sent to the address of late. */
  void forgetMailbox() {
    cloud.dynamoDb().deleteItem(r -> r.tableName(table()).key(key(mailbox())));
  }

  /** As if what a browser and the address were sent had been sent so much earlier. */
  void earlier(EmailBrowser browser, Duration by) {
    for (String holder : List.of(browser.id(), mailbox())) {
      Map<String, AttributeValue> row =
          new HashMap<>(
              cloud.dynamoDb().getItem(r -> r.tableName(table()).key(key(holder))).item());
      for (String at : List.of("since", "last")) {
        Instant moved = Instant.parse(row.get(at).s()).minus(by);
        row.put(at, AttributeValue.fromS(moved.toString()));
      }
      row.computeIfPresent(
          "codeEndsAt",
          (name, at) ->
              AttributeValue.fromN(Long.toString(Long.parseLong(at.n()) - by.toSeconds())));
      cloud.dynamoDb().putItem(r -> r.tableName(table()).item(row));
    }
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
