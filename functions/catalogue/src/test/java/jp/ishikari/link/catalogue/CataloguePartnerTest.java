package jp.ishikari.link.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Scope;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may read the list of procedures on the partner API, and how often. */
@ExtendWith(Engines.class)
class CataloguePartnerTest {
  private static EntryFunction entry;

  @BeforeAll
  static void wire(TestCloud cloud) {
    entry = new CatalogueWiring().wire(Entry.CATALOGUE_PARTNER, cloud);
  }

  private static Caller client(Scope... scopes) {
    return new Caller.Partner("p-" + UUID.randomUUID(), Set.of(scopes));
  }

  private static GatewayAnswer asked(Caller caller) {
    return GatewayCall.of(Route.LIST_PROCEDURES).as(caller).sentTo(entry);
  }

  @Test
  void aClientWithTheScopeReadsThem() {
    GatewayAnswer answer = asked(client(Scope.PROCEDURES));
    assertEquals(200, answer.status(), answer.body());
  }

  @Test
  void returns401ForWhoIsNoClientAndSaysHowToBeOne() {
    GatewayAnswer answer = asked(new Caller.Guest());
    assertEquals(401, answer.status());
    assertEquals("client-unknown", answer.code());
    assertEquals("Bearer", answer.headers().at("/WWW-Authenticate/0").stringValue());
    assertEquals(401, asked(new Caller.Resident("account", "session", true)).status());
  }

  @Test
  void returns403ForAClientWithoutTheScope() {
    GatewayAnswer answer = asked(client());
    assertEquals(403, answer.status());
    assertEquals("forbidden", answer.code());
  }

  @Test
  void returns429ForAClientOverItsBudgetAndLeavesTheOthersTheirs() {
    Caller busy = client(Scope.PROCEDURES);
    int limit = Route.LIST_PROCEDURES.budgets().getFirst().limit();
    int answered = 0;
    GatewayAnswer last = asked(busy);
    // The window may end in between, once.
    while (last.status() == 200 && answered <= 2 * limit) {
      answered++;
      last = asked(busy);
    }
    assertEquals(429, last.status(), answered + " were answered");
    assertEquals("too-many-requests", last.code());
    assertTrue(Integer.parseInt(last.headers().at("/Retry-After/0").stringValue()) > 0);
    assertTrue(answered >= limit, answered + " were answered");
    assertEquals(200, asked(client(Scope.PROCEDURES)).status());
  }
}
