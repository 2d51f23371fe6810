package jp.ishikari.link.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.DynamoTerminalStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** What staff and browsers do with terminals, for the tests of what comes of it. */
@ExtendWith(Engines.class)
abstract class TerminalSteps {
  static final String DIVISION = "d-" + UUID.randomUUID();
  static final Caller ADMINISTRATOR =
      new Caller.Staff(
          "s-admin", "吉田　恵子", Set.of(Role.SYSTEM_ADMINISTRATOR), Set.of(), true, "session");

  static TestCloud cloud;
  static EntryFunction console;

  final PretendTerminal browser = PretendTerminal.over(cloud);

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    console = new CounterWiring().wire(Entry.COUNTER_STAFF, cloud);
    new DynamoDivisionStore(cloud).save(new Division(DIVISION, "市民課", "0133", "1番", false));
  }

  static GatewayCall registering() {
    return GatewayCall.of(Route.REGISTER_TERMINAL)
        .as(ADMINISTRATOR)
        .change(body -> body.put("name", "端末" + UUID.randomUUID()))
        .change(body -> body.putArray("divisions").add(DIVISION));
  }

  static GatewayAnswer registered() {
    return ok(201, registering().sentTo(console));
  }

  static GatewayAnswer step(Route route, String terminalId, int revision) {
    return GatewayCall.of(route)
        .as(ADMINISTRATOR)
        .path("terminalId", terminalId)
        .change(body -> body.put("revision", revision))
        .sentTo(console);
  }

  static GatewayAnswer ok(int status, GatewayAnswer answer) {
    assertEquals(status, answer.status(), answer.body());
    return answer;
  }

  /** A terminal in use; its id. */
  String enrolled() {
    return ok(201, browser.enrol(registered().text("code"))).text("terminalId");
  }

  static Terminal stored(String terminalId) {
    return new DynamoTerminalStore(cloud).find(terminalId).orElseThrow();
  }
}
