package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who keeps the books of the city, and looks at them from one till. */
record Accountant(Till till, String staffId) {

  Caller.Staff caller() {
    return new Caller.Staff(staffId, "会計　花子", Set.of(Role.ACCOUNTANT), Set.of(), true, "session");
  }

  GatewayAnswer sends(Route route, Consumer<ObjectNode> change) {
    return till.sent(GatewayCall.of(route).as(caller()).change(change));
  }

  GatewayAnswer reads(String first, String last) {
    return reads(till, caller(), first, last);
  }

  /** What anybody is shown of some days of the ledger. */
  static GatewayAnswer reads(Till till, Caller caller, String first, String last) {
    return till.sent(
        GatewayCall.of(Route.READ_LEDGER).as(caller).query("first", first).query("last", last));
  }

  /** What stands in the ledger today. */
  JsonNode today() {
    String today = Reception.today(till.instant()).toString();
    GatewayAnswer answer = reads(today, today);
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  /** Its lines that are of this payment, the newest first. */
  List<JsonNode> lines() {
    return StreamSupport.stream(today().get("lines").spliterator(), false)
        .filter(
            line ->
                line.get("applicationId").stringValue().equals(till.application.applicationId()))
        .toList();
  }
}
