package jp.ishikari.link.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Access;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The requests under {@code events/} as the gateway hands them over. What a person says of one is
 * its {@code body} (an object will do), its {@code pathParameters}, its query, its credential and
 * who asks ({@code requestContext.authorizer}, where it is not a guest or the route's usual
 * caller); everything else follows from the route.
 */
final class GeneratedSamples {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String BROWSER =
      "Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/72.0.3626.121 Mobile Safari/537.36";
  private static final String ADDRESS = "203.0.113.7";
  private static final String HOST = "link.city.ishikari.example.jp";
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private GeneratedSamples() {}

  /** Every request under {@code events/} with what it should contain, and each route's own. */
  static Map<String, String> files(Path checkout) {
    Map<String, String> files = new TreeMap<>();
    for (Route route : Route.values()) {
      String own = "events/" + Names.sampleEvent(route);
      for (String file : situations(checkout, own)) {
        files.put(file, written(envelope(route, file, said(checkout.resolve(file)))));
      }
    }
    return files;
  }

  /** {@code save-draft.json} and, where there are any, {@code save-draft.guest.json}. */
  private static List<String> situations(Path checkout, String own) {
    Path file = checkout.resolve(own);
    String stem = own.substring(own.lastIndexOf('/') + 1, own.length() - "json".length());
    if (!Files.isDirectory(file.getParent())) {
      return List.of(own);
    }
    try (Stream<Path> all = Files.list(file.getParent())) {
      return Stream.concat(
              Stream.of(own),
              all.map(one -> one.getFileName().toString())
                  .filter(name -> name.startsWith(stem) && !own.endsWith("/" + name))
                  .map(name -> own.substring(0, own.lastIndexOf('/') + 1) + name))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static JsonNode said(Path file) {
    try {
      return Files.exists(file)
          ? MAPPER.readTree(Files.readAllBytes(file))
          : MAPPER.createObjectNode();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ObjectNode envelope(Route route, String file, JsonNode said) {
    String path = path(route, said.path("pathParameters"));
    ObjectNode event = MAPPER.createObjectNode();
    event.put("resource", route.path()).put("path", path).put("httpMethod", route.method().name());
    Map<String, String> headers = headers(route, file, said.path("headers"));
    ObjectNode single = event.putObject("headers");
    headers.forEach(single::put);
    ObjectNode several = event.putObject("multiValueHeaders");
    headers.forEach((name, value) -> several.putArray(name).add(value));
    event.set("queryStringParameters", orNull(said.path("queryStringParameters")));
    event.set(
        "multiValueQueryStringParameters", orNull(said.path("multiValueQueryStringParameters")));
    event.set("pathParameters", orNull(said.path("pathParameters")));
    event.putNull("stageVariables");
    event.set("requestContext", context(route, path, said.at("/requestContext/authorizer")));
    JsonNode body = said.path("body");
    if (body.isObject()) {
      event.put("body", MAPPER.writeValueAsString(body));
    } else {
      event.set("body", orNull(body));
    }
    return event.put("isBase64Encoded", said.path("isBase64Encoded").asBoolean(false));
  }

  private static JsonNode orNull(JsonNode said) {
    return said.isMissingNode() ? MAPPER.nullNode() : said;
  }

  private static String path(Route route, JsonNode parameters) {
    return PARAMETER
        .matcher(route.path())
        .replaceAll(parameter -> parameters.path(parameter.group(1)).asString("sample"));
  }

  private static String host(Api api) {
    return switch (api) {
      case RESIDENT -> HOST;
      case STAFF -> "staff." + HOST;
      case PARTNER -> "partner." + HOST;
    };
  }

  private static Map<String, String> headers(Route route, String file, JsonNode said) {
    String host = host(route.api());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    headers.put("Accept-Language", "ja");
    headers.put("Host", host);
    headers.put("User-Agent", BROWSER);
    headers.put("X-Amzn-Trace-Id", "Root=1-6743a1b2-1c2d3e4f5061728394a5b6c7");
    headers.put("X-Forwarded-For", ADDRESS);
    headers.put("X-Forwarded-Port", "443");
    headers.put("X-Forwarded-Proto", "https");
    for (String credential : List.of("Cookie", "Authorization")) {
      if (said.path(credential).isString()) {
        headers.put(credential, said.path(credential).stringValue());
      }
    }
    if (route.method() == Route.Method.POST) {
      headers.put("Content-Type", "application/json");
      if (route.access() == Access.MACHINE) {
        // What a provider signs with, and which kind of body it sends, is the provider's.
        said.propertyStream()
            .filter(
                one -> one.getKey().endsWith("-Signature") || one.getKey().equals("Content-Type"))
            .forEach(one -> headers.put(one.getKey(), one.getValue().stringValue()));
      } else if (route.api() != Api.PARTNER) {
        headers.put("Origin", "https://" + host);
        headers.put(
            "Idempotency-Key",
            "f3a1c0de-0000-4000-8000-%012x".formatted(file.hashCode() & 0xffffffffL));
      }
    }
    return headers;
  }

  private static ObjectNode context(Route route, String path, JsonNode caller) {
    ObjectNode context = MAPPER.createObjectNode();
    context.put("accountId", "000000000000");
    context.put("apiId", route.api().name().toLowerCase(Locale.ROOT) + "api");
    ObjectNode authorizer = context.putObject("authorizer");
    authorizer.put("principalId", "caller").put("integrationLatency", 12);
    Optional.of(caller)
        .filter(JsonNode::isObject)
        .orElseGet(() -> usual(route.access()))
        .forEachEntry(
            (name, value) -> {
              if (!authorizer.has(name)) {
                authorizer.set(name, value);
              }
            });
    context.put("domainName", host(route.api()));
    context.put("extendedRequestId", "Bq3l2E8sNjMFmZA=");
    context.put("httpMethod", route.method().name());
    ObjectNode identity = context.putObject("identity");
    identity.putNull("accessKey").putNull("accountId").putNull("caller");
    identity.put("sourceIp", ADDRESS).putNull("user").put("userAgent", BROWSER).putNull("userArn");
    context.put("path", "/live" + path).put("protocol", "HTTP/1.1");
    context.put("requestId", "0f6f4b0e-3f5e-4d0c-9a51-3a8d8f0b7f10");
    context.put("requestTime", "23/Nov/2026:05:12:00 +0000");
    context.put("requestTimeEpoch", 1795410720000L);
    context.put("resourceId", "a1b2c3").put("resourcePath", route.path()).put("stage", "live");
    return context;
  }

  /** Who asks unless the file says otherwise: whoever the route is for. */
  private static ObjectNode usual(Access access) {
    ObjectNode caller = MAPPER.createObjectNode();
    if (access == Access.RESIDENT) {
      return caller
          .put("kind", "resident")
          .put("id", "account-7d2f1c")
          .put("session", "session-hash-1")
          .put("proven", "true");
    }
    if (!access.roles().isEmpty()) {
      return caller
          .put("kind", "staff")
          .put("id", "staff-3b9e")
          .put("name", "小林　由紀")
          .put("roles", access.roles().iterator().next().name())
          .put("divisions", "shimin")
          .put("proven", "true")
          .put("session", "session-hash-2");
    }
    return caller.put("kind", "guest");
  }

  private static String written(JsonNode event) {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return MAPPER
            .writer()
            .with(
                new DefaultPrettyPrinter(separators)
                    .withObjectIndenter(lines)
                    .withArrayIndenter(lines))
            .writeValueAsString(event)
        + "\n";
  }
}
