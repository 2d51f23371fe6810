package jp.ishikari.link.edge;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Trigger;
import tools.jackson.databind.node.ObjectNode;

/**
 * A guest's request to the first route of an HTTP entry: read, checked, and refused or answered
 * without a change.
 */
final class Priming {
  private Priming() {}

  static byte[] event(Entry entry) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    Trigger.Http http = (Trigger.Http) entry.trigger();
    for (Route route : Route.values()) {
      if (route.capability() == entry.capability() && route.api() == http.api()) {
        event.put("httpMethod", route.method().name()).put("resource", route.path());
        ObjectNode path = event.putObject("pathParameters");
        path.put("applicationId", "priming").put("procedureId", "priming");
        event.putObject("multiValueHeaders").putArray("content-type").add("application/json");
        event.put("body", route.method() == Route.Method.GET ? "" : "{}");
        break;
      }
    }
    return Json.MAPPER.writeValueAsBytes(event);
  }
}
