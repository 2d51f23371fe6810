package jp.ishikari.link.testkit;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Nothing that an operation answers in a test differs from what it declares. */
public final class BodyCheck {
  private static final Map<List<Class<?>>, Schema> ANSWERS = new ConcurrentHashMap<>();
  private static final Map<Class<?>, Schema> REQUESTS = new ConcurrentHashMap<>();

  private BodyCheck() {}

  /** What of an answer is not as the operation declares it. */
  public static List<String> faults(Route route, GatewayAnswer answer) {
    Contract contract = BodySchemas.contract(route);
    if (answer.status() >= 400) {
      boolean problem = contentType(answer).startsWith("application/problem+json");
      boolean page = List.of(contract.response()).contains(Contract.Page.class);
      return problem
          ? faults(answer.body(), Problem.Body.class)
          : page ? List.of() : List.of("no problem: " + contentType(answer));
    }
    if (contract.response().length == 0) {
      return answer.status() == 204 && answer.body().isEmpty()
          ? List.of()
          : List.of("a body that is not declared, status " + answer.status());
    }
    if (List.of(contract.response()).contains(Contract.Page.class)) {
      return contentType(answer).startsWith("application/json")
          ? List.of("JSON, not a page")
          : List.of();
    }
    return answer.status() == contract.status()
        ? faults(answer.body(), contract.response())
        : List.of("status " + answer.status() + ", not " + contract.status());
  }

  /** What of a body is not as one of these records. */
  public static List<String> faults(String body, Class<?>... records) {
    return faults(
        body,
        ANSWERS.computeIfAbsent(
            List.of(records),
            all -> schema(schemas -> schemas.reference(all.toArray(new Class<?>[0])))));
  }

  /** What of a request's body is not as the record that it is read into. */
  public static List<String> requestFaults(String body, Class<?> record) {
    return faults(
        body, REQUESTS.computeIfAbsent(record, r -> schema(schemas -> schemas.request(r))));
  }

  private static List<String> faults(String body, Schema schema) {
    return schema
        .validate(
            body, InputFormat.JSON, c -> c.executionConfig(e -> e.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static Schema schema(Function<BodySchemas, JsonNode> root) {
    BodySchemas schemas = new BodySchemas();
    ObjectNode whole = JsonMapper.shared().createObjectNode();
    whole.putArray("allOf").add(root.apply(schemas));
    whole.putObject("components").set("schemas", schemas.definitions());
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(JsonMapper.shared().writeValueAsString(whole));
  }

  private static String contentType(GatewayAnswer answer) {
    return answer.headers().path("Content-Type").path(0).asString("");
  }
}
