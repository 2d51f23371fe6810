package jp.ishikari.link.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.SecurityHeader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event of API Gateway's REST API proxy integration (payload version 1), read; and its answer,
 * written.
 */
record GatewayEvent(JsonNode json) {

  static GatewayEvent read(byte[] event) {
    return new GatewayEvent(Json.MAPPER.readTree(event));
  }

  /** The declared route, by method and resource template. */
  Optional<Route> route(Capability capability, Api api) {
    String method = text("httpMethod");
    String resource = text("resource");
    return Arrays.stream(Route.values())
        .filter(r -> r.capability() == capability && r.api() == api)
        .filter(r -> r.method().name().equals(method) && r.path().equals(resource))
        .findFirst();
  }

  /** By lower-case name, every value in order. */
  Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> header : json.path("multiValueHeaders").properties()) {
      List<String> values = new ArrayList<>();
      header.getValue().forEach(value -> values.add(value.asString()));
      headers.merge(
          header.getKey().toLowerCase(Locale.ROOT),
          values,
          (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    return headers;
  }

  Map<String, String> pathParameters() {
    return strings("pathParameters");
  }

  Map<String, String> query() {
    return strings("queryStringParameters");
  }

  String sourceIp() {
    return json.path("requestContext").path("identity").path("sourceIp").asString("");
  }

  String requestId() {
    return json.path("requestContext").path("requestId").asString("");
  }

  JsonNode authorizer() {
    return json.path("requestContext").path("authorizer");
  }

  /** The body as text, empty when there is none; nothing when it is not UTF-8. */
  Optional<String> body() {
    try {
      return bytes()
          .map(
              bytes -> {
                try {
                  return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
                } catch (CharacterCodingException broken) {
                  throw new IllegalArgumentException(broken);
                }
              })
          .map(Object::toString);
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /** The body byte for byte as it was sent; nothing when it cannot be read. */
  Optional<byte[]> bytes() {
    String body = json.path("body").asString("");
    if (!json.path("isBase64Encoded").asBoolean(false)) {
      return Optional.of(body.getBytes(StandardCharsets.UTF_8));
    }
    try {
      return Optional.of(Base64.getDecoder().decode(body));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /** The answer as API Gateway expects it. */
  static byte[] write(Response response) {
    ObjectNode answer = Json.MAPPER.createObjectNode().put("statusCode", response.status());
    ObjectNode headers = answer.putObject("multiValueHeaders");
    if (response.contentType() != null) {
      headers.putArray("Content-Type").add(response.contentType());
    }
    headers.putArray("Cache-Control").add("no-store");
    headers.putArray("X-Content-Type-Options").add("nosniff");
    headers.putArray("Referrer-Policy").add("no-referrer");
    SecurityHeader.ofAnswers().forEach(h -> headers.putArray(h.header()).add(h.value()));
    response.headers().forEach((name, values) -> values.forEach(headers.withArray(name)::add));
    if (response.body() instanceof String text) {
      answer.put("body", text);
    } else if (response.body() != null) {
      answer.put("body", Json.MAPPER.writeValueAsString(response.body()));
    }
    answer.put("isBase64Encoded", false);
    return Json.MAPPER.writeValueAsBytes(answer);
  }

  private String text(String name) {
    return json.path(name).asString("");
  }

  private Map<String, String> strings(String name) {
    return json.path(name).properties().stream()
        .filter(e -> e.getValue().isString())
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().stringValue()));
  }
}
