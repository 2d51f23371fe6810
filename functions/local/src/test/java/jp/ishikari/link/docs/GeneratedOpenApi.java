package jp.ishikari.link.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Access;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.testkit.BodySchemas;
import jp.ishikari.link.testkit.SampleEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * OpenAPI 3.1 of one API: paths from the blueprint, bodies from the records, examples from {@code
 * events/}. One document each, because two hosts share paths.
 */
final class GeneratedOpenApi {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final Pattern JAVADOC =
      Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*@Contract", Pattern.DOTALL);
  private static final String JSON = "application/json";

  private final JsonMapper json = JsonMapper.shared();
  private final BodySchemas schemas = new BodySchemas();
  private final Path checkout;
  private final Api api;

  GeneratedOpenApi(Path checkout, Api api) {
    this.checkout = checkout;
    this.api = api;
  }

  /** Every document, by its file. */
  static Map<String, String> files(Path checkout) {
    return Arrays.stream(Api.values())
        .collect(
            Collectors.toMap(
                GeneratedOpenApi::file, api -> new GeneratedOpenApi(checkout, api).yaml()));
  }

  static String file(Api api) {
    return "docs/generated/openapi/" + api.name().toLowerCase(Locale.ROOT) + ".yaml";
  }

  private String yaml() {
    ObjectNode root = json.createObjectNode().put("openapi", "3.1.0");
    root.putObject("info")
        .put("title", "いしかリンク " + api.name().toLowerCase(Locale.ROOT))
        .put("version", "1")
        .put(
            "description",
            "Generated from the blueprint, the records that operations read and write, and events/."
                + " Do not edit: a test fails when it differs.");
    root.putArray("servers").addObject().put("url", "/");
    ObjectNode paths = root.putObject("paths");
    Map<String, List<Route>> byPath =
        Arrays.stream(Route.values())
            .filter(route -> route.api() == api)
            .collect(Collectors.groupingBy(Route::path, TreeMap::new, Collectors.toList()));
    byPath.forEach((path, routes) -> path(paths.putObject(path), path, routes));
    ObjectNode components = root.putObject("components");
    components.putObject("responses").set("Problem", problem());
    security(components);
    components.set("schemas", schemas.definitions());
    return YAMLMapper.builder()
        .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
        .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
        .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
        .disable(YAMLWriteFeature.SPLIT_LINES)
        .build()
        .writeValueAsString(root);
  }

  private ObjectNode problem() {
    ObjectNode problem =
        json.createObjectNode().put("description", "One of the codes in problems.md.");
    problem
        .putObject("content")
        .putObject("application/problem+json")
        .set("schema", schemas.reference(Problem.Body.class));
    return problem;
  }

  private void security(ObjectNode components) {
    ObjectNode scheme = components.putObject("securitySchemes").putObject(api.name());
    if (api == Api.PARTNER) {
      scheme
          .put("type", "http")
          .put("scheme", "bearer")
          .put("description", "A client's id and secret with a dot between, as the console tells.");
    } else {
      scheme
          .put("type", "apiKey")
          .put("in", "cookie")
          .put("name", api == Api.RESIDENT ? "__Host-session" : "__Host-staff-session");
    }
  }

  private void path(ObjectNode at, String path, List<Route> routes) {
    Matcher parameter = PARAMETER.matcher(path);
    while (parameter.find()) {
      at.withArray("parameters")
          .addObject()
          .put("name", parameter.group(1))
          .put("in", "path")
          .put("required", true)
          .putObject("schema")
          .put("type", "string")
          .put("pattern", "^[A-Za-z0-9_-]{1,64}$");
    }
    routes.forEach(
        route -> operation(at.putObject(route.method().name().toLowerCase(Locale.ROOT)), route));
  }

  private void operation(ObjectNode at, Route route) {
    at.put("operationId", Names.operationId(route));
    at.put("summary", summary(route));
    at.putArray("tags").add(Names.module(route.capability()));
    ArrayNode security = at.putArray("security");
    if (route.access() != Access.ANYONE && route.access().asksTheAuthorizer()) {
      security.addObject().putArray(api.name());
      at.put("x-access", route.access().name());
      route.access().scope().ifPresent(scope -> at.put("x-scope", scope.label()));
    }
    JsonNode sample = SampleEvents.json(Names.sampleEvent(route));
    parameters(at, route, sample);
    request(at, route, sample);
    ObjectNode responses = at.putObject("responses");
    answer(responses, route);
    for (String failed : new String[] {"4XX", "5XX"}) {
      responses.putObject(failed).put("$ref", "#/components/responses/Problem");
    }
  }

  private void parameters(ObjectNode at, Route route, JsonNode sample) {
    sample
        .path("queryStringParameters")
        .propertyNames()
        .forEach(
            name ->
                at.withArray("parameters")
                    .addObject()
                    .put("name", name)
                    .put("in", "query")
                    .putObject("schema")
                    .put("type", "string"));
    if (route.method() == Route.Method.POST && route.access().asksTheAuthorizer()) {
      at.withArray("parameters")
          .addObject()
          .put("name", "Idempotency-Key")
          .put("in", "header")
          .put("description", "The same for every retry of one wish.")
          .putObject("schema")
          .put("type", "string");
    }
  }

  private void request(ObjectNode at, Route route, JsonNode sample) {
    Class<?> record = BodySchemas.contract(route).request();
    if (record == Contract.Nothing.class) {
      return;
    }
    ObjectNode body =
        at.putObject("requestBody").put("required", true).putObject("content").putObject(JSON);
    body.set("schema", schemas.request(record));
    body.set("example", json.readTree(sample.get("body").asString()));
  }

  private void answer(ObjectNode responses, Route route) {
    Contract contract = BodySchemas.contract(route);
    if (contract.response().length == 0) {
      responses.putObject("204").put("description", "Done.");
    } else if (contract.response()[0] == Contract.Page.class) {
      for (String status : new String[] {"200", "302"}) {
        responses
            .putObject(status)
            .put("description", "A page, or on to the next one.")
            .putObject("content")
            .putObject("text/html")
            .putObject("schema")
            .put("type", "string");
      }
    } else {
      responses
          .putObject(String.valueOf(contract.status()))
          .put("description", "Done.")
          .putObject("content")
          .putObject(JSON)
          .set("schema", schemas.reference(contract.response()));
    }
  }

  /** The first sentence of the operation's Javadoc. */
  private String summary(Route route) {
    String name = Names.operationClass(route).replace('.', '/');
    Path file =
        checkout.resolve(
            "functions/" + Names.module(route.capability()) + "/src/main/java/" + name + ".java");
    try {
      Matcher doc = JAVADOC.matcher(Files.readString(file));
      if (!doc.find()) {
        throw new IllegalStateException(file + " has no Javadoc");
      }
      String text =
          doc.group(1)
              .replaceAll("\\s*\\n\\s*\\*\\s?", " ")
              .replaceAll("\\{@\\w+ ([^}]*)}", "$1")
              .replaceAll("\\s+", " ")
              .strip();
      return text.split("(?<=\\.) |(?=@)")[0].strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
