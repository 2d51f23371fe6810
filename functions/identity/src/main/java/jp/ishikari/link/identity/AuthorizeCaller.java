package jp.ishikari.link.identity;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The authorizer of one API: says who is behind a request. It lets everyone through, a caller
 * without a session or a client's secret as a guest; the entry decides by the blueprint.
 */
record AuthorizeCaller(Recognition who) implements EntryFunction {

  @Override
  public byte[] handle(byte[] event, Context context) {
    JsonNode request = Json.MAPPER.readTree(event);
    List<String> shown = new ArrayList<>();
    for (Map.Entry<String, JsonNode> header : request.path("multiValueHeaders").properties()) {
      if (header.getKey().equalsIgnoreCase(who.header())) {
        header.getValue().forEach(value -> shown.add(value.asString()));
      }
    }
    // As the gateway saw it: nothing stands between staff and the gateway, so no header is
    // believed.
    String address = request.at("/requestContext/identity/sourceIp").asString("");
    ObjectNode answer = Json.MAPPER.createObjectNode();
    Map<String, String> said = who.of(shown, address);
    answer.put("principalId", said.getOrDefault("id", "guest"));
    ObjectNode statement =
        answer
            .putObject("policyDocument")
            .put("Version", "2012-10-17")
            .putArray("Statement")
            .addObject();
    // A request that names no method is none of the gateway's.
    String method = request.path("methodArn").asString("");
    statement
        .put("Action", "execute-api:Invoke")
        .put("Effect", method.isEmpty() ? "Deny" : "Allow")
        .put("Resource", method.isEmpty() ? "*" : method);
    ObjectNode to = answer.putObject("context");
    said.forEach(to::put);
    return Json.MAPPER.writeValueAsBytes(answer);
  }

  /** What opens nothing. */
  @Override
  public Optional<byte[]> primingEvent() {
    ObjectNode event = Json.MAPPER.createObjectNode().put("methodArn", "priming");
    event.putObject("multiValueHeaders").putArray(who.header()).add(who.none());
    return Optional.of(Json.MAPPER.writeValueAsBytes(event));
  }
}
