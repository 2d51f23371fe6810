package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.ishikari.link.blueprint.Access;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Trigger;

/** One API as the gateway imports it: the blueprint's routes and nothing else. */
final class OpenApiBody {
  private static final String SESSION = "session";
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}+]+)\\+?}");

  private final Place place;
  private final Api api;
  private final Map<String, Map<String, Object>> paths = new TreeMap<>();

  OpenApiBody(Place place, Api api) {
    this.place = place;
    this.api = api;
    for (Route route : Route.values()) {
      if (route.api() == api) {
        paths
            .computeIfAbsent(route.path(), path -> new TreeMap<>())
            .put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
      }
    }
  }

  /** Adds what the gateway serves by itself, such as files. */
  void add(String path, String method, Map<String, Object> operation) {
    paths.computeIfAbsent(path, same -> new TreeMap<>()).put(method, operation);
  }

  Map<String, Object> document() {
    Map<String, Object> document = new TreeMap<>();
    document.put("openapi", "3.0.1");
    document.put(
        "info", ImmutableMap.of("title", Names.CITY + "-" + Names.kebab(api), "version", "1"));
    document.put("paths", paths);
    document.put("x-amazon-apigateway-gateway-responses", GatewayProblem.responses());
    document.put("components", ImmutableMap.of("securitySchemes", securitySchemes()));
    return document;
  }

  /** The entry that says who calls. */
  static Optional<Entry> authorizer(Api api) {
    return Arrays.stream(Entry.values())
        .filter(entry -> entry.trigger().equals(new Trigger.Authorizer(api)))
        .findFirst();
  }

  private Map<String, Object> operation(Route route) {
    Map<String, Object> operation = new TreeMap<>();
    operation.put("operationId", Names.operationId(route));
    operation.put("parameters", parameters(route.path()));
    operation.put("responses", ImmutableMap.of());
    operation.put("security", security(route.access(), SESSION));
    operation.put(
        "x-amazon-apigateway-integration",
        ImmutableMap.of(
            "type", "aws_proxy",
            "httpMethod", "POST",
            "uri", invocation(place, route.entry()),
            "passthroughBehavior", "when_no_match",
            "timeoutInMillis", 29_000));
    return operation;
  }

  /** Machines have no session: their message proves itself, and the function looks at it. */
  static List<Map<String, Object>> security(Access access, String scheme) {
    return access.asksTheAuthorizer() ? List.of(ImmutableMap.of(scheme, List.of())) : List.of();
  }

  /** Path parameters of a template. */
  static List<Map<String, Object>> parameters(String path) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    Matcher matcher = PARAMETER.matcher(path);
    while (matcher.find()) {
      parameters.add(
          ImmutableMap.of(
              "name",
              matcher.group(1),
              "in",
              "path",
              "required",
              true,
              "schema",
              ImmutableMap.of("type", "string")));
    }
    return parameters;
  }

  private Map<String, Object> securitySchemes() {
    return authorizer(api)
        .map(
            entry ->
                ImmutableMap.<String, Object>of(
                    SESSION,
                    ImmutableMap.of(
                        "type", "apiKey",
                        "in", "header",
                        "name", "Unused",
                        "x-amazon-apigateway-authtype", "custom",
                        "x-amazon-apigateway-authorizer",
                            // No identity source and no cache: a request without a cookie reaches
                            // it too and is a guest's, and a session that ended has ended at once.
                            ImmutableMap.of(
                                "type",
                                "request",
                                "authorizerUri",
                                invocation(place, entry),
                                "authorizerResultTtlInSeconds",
                                0))))
        .orElseThrow(() -> new IllegalStateException(api + " has nobody to say who calls"));
  }

  private static String invocation(Place place, Entry entry) {
    return "arn:aws:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
        .formatted(place.region().code(), place.liveArn(entry));
  }
}
