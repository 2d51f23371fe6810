package jp.ishikari.link.local;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A request as API Gateway's REST API (payload version 1) hands it to authorizer and function. */
record GatewayRequest(HttpExchange exchange, Route route, Map<String, String> path, byte[] body) {

  byte[] authorizerEvent(Api api) {
    ObjectNode event = common();
    event.put("type", "REQUEST");
    event.put(
        "methodArn",
        "arn:aws:execute-api:ap-northeast-1:000000000000:%s/live/%s%s"
            .formatted(api.name().toLowerCase(), route.method(), route.path()));
    return Json.MAPPER.writeValueAsBytes(event);
  }

  byte[] event(JsonNode authorizerContext) {
    ObjectNode event = common();
    ((ObjectNode) event.get("requestContext")).set("authorizer", authorizerContext);
    try {
      event.put(
          "body",
          body.length == 0
              ? null
              : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
      event.put("isBase64Encoded", false);
    } catch (CharacterCodingException binary) {
      event.put("body", Base64.getEncoder().encodeToString(body));
      event.put("isBase64Encoded", true);
    }
    return Json.MAPPER.writeValueAsBytes(event);
  }

  private ObjectNode common() {
    ObjectNode event = Json.MAPPER.createObjectNode();
    event.put("resource", route.path());
    event.put("path", exchange.getRequestURI().getPath());
    event.put("httpMethod", exchange.getRequestMethod());
    ObjectNode last = event.putObject("headers");
    ObjectNode all = event.putObject("multiValueHeaders");
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                values.forEach(
                    value -> {
                      last.put(name, value);
                      all.withArray(name).add(value);
                    }));
    // As the edge does in the cloud: whatever a viewer claims is overwritten.
    exchange.getRequestHeaders().keySet().stream()
        .filter(Api.VIEWER_HEADER::equalsIgnoreCase)
        .forEach(
            claimed -> {
              last.remove(claimed);
              all.remove(claimed);
            });
    String viewer = exchange.getRemoteAddress().getAddress().getHostAddress();
    last.put(Api.VIEWER_HEADER, viewer);
    all.putArray(Api.VIEWER_HEADER).add(viewer);
    ObjectNode query = event.putObject("queryStringParameters");
    ObjectNode queries = event.putObject("multiValueQueryStringParameters");
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
      String name = decode(pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair);
      String value = pair.contains("=") ? decode(pair.substring(pair.indexOf('=') + 1)) : "";
      query.put(name, value);
      queries.withArray(name).add(value);
    }
    ObjectNode parameters = event.putObject("pathParameters");
    path.forEach(parameters::put);
    ObjectNode context = event.putObject("requestContext");
    context.put("requestId", UUID.randomUUID().toString());
    context.put("resourcePath", route.path());
    context.put("httpMethod", exchange.getRequestMethod());
    context.put("stage", "live");
    context.putObject("identity").put("sourceIp", viewer);
    return event;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
