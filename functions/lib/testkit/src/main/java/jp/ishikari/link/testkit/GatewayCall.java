package jp.ishikari.link.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.AtTerminal;
import jp.ishikari.link.edge.AuthorizerContext;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as the gateway hands it over, begun from the route's file under {@code events/} and
 * changed where a test says so. The file's origin is the deployed one; here it is the test's, and
 * each call gets an Idempotency-Key of its own.
 */
public final class GatewayCall {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Route route;
  private final ObjectNode event;

  private GatewayCall(Route route, ObjectNode event) {
    this.route = route;
    this.event = event;
  }

  /** The route's own sample event. */
  public static GatewayCall of(Route route) {
    return read(route, Names.sampleEvent(route));
  }

  /** Another situation of the route, e.g. {@code guest}: the file with that before its ending. */
  public static GatewayCall of(Route route, String situation) {
    return read(route, situation(Names.sampleEvent(route), situation));
  }

  private static String situation(String file, String situation) {
    return file.substring(0, file.length() - "json".length()) + situation + ".json";
  }

  private static GatewayCall read(Route route, String file) {
    GatewayCall call = new GatewayCall(route, (ObjectNode) SampleEvents.json(file));
    if (route.method() == Route.Method.POST) {
      call.header("Origin", route.api() == Api.STAFF ? TestCloud.STAFF : TestCloud.PORTAL);
      call.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    return call;
  }

  /**
   * Sends exactly these values of a header; none removes it. Any spelling of the name is replaced.
   */
  public GatewayCall header(String name, String... values) {
    for (String kind : new String[] {"headers", "multiValueHeaders"}) {
      ObjectNode headers = (ObjectNode) event.get(kind);
      headers.propertyNames().stream()
          .filter(name::equalsIgnoreCase)
          .toList()
          .forEach(headers::remove);
    }
    if (values.length > 0) {
      ((ObjectNode) event.get("headers")).put(name, values[values.length - 1]);
      ArrayNode all = ((ObjectNode) event.get("multiValueHeaders")).putArray(name);
      for (String value : values) {
        all.add(value);
      }
    }
    return this;
  }

  /** As this caller, written the way the session authorizer writes it. */
  public GatewayCall as(Caller caller) {
    ObjectNode context = ((ObjectNode) event.get("requestContext")).putObject("authorizer");
    AuthorizerContext.write(caller).forEach(context::put);
    return this;
  }

  /** As this caller at the counter. */
  public GatewayCall as(Caller caller, AtTerminal visit) {
    ObjectNode context = ((ObjectNode) event.get("requestContext")).putObject("authorizer");
    AuthorizerContext.write(caller, Optional.of(visit)).forEach(context::put);
    return this;
  }

  /** One value of the authorizer's context as it should never be; null removes it. */
  public GatewayCall authorizer(String name, String value) {
    ObjectNode context = (ObjectNode) event.get("requestContext").get("authorizer");
    context.remove(name);
    if (value != null) {
      context.put(name, value);
    }
    return this;
  }

  /** The value of the path's {@code applicationId}. */
  public GatewayCall on(String applicationId) {
    event.putObject("pathParameters").put("applicationId", applicationId);
    return this;
  }

  /** The value of another parameter of the path. */
  public GatewayCall path(String name, String value) {
    ((ObjectNode) event.get("pathParameters")).put(name, value);
    return this;
  }

  /** One value of the query. */
  public GatewayCall query(String name, String value) {
    event.withObject("/queryStringParameters").put(name, value);
    event.withObject("/multiValueQueryStringParameters").putArray(name).add(value);
    return this;
  }

  /** Nothing is asked for in the query. */
  public GatewayCall withoutQuery() {
    event.putNull("queryStringParameters").putNull("multiValueQueryStringParameters");
    return this;
  }

  /** The body as it is, whether JSON or not; null for none. */
  public GatewayCall body(String text) {
    event.put("body", text).put("isBase64Encoded", false);
    return this;
  }

  /** The body as the gateway hands over what it takes for binary. */
  public GatewayCall base64(String text) {
    event.put("body", text).put("isBase64Encoded", true);
    return this;
  }

  /** The file's body, changed. */
  public GatewayCall change(Consumer<ObjectNode> change) {
    ObjectNode body = (ObjectNode) MAPPER.readTree(event.get("body").stringValue());
    change.accept(body);
    return body(MAPPER.writeValueAsString(body));
  }

  /** The file's body with other answers. */
  public GatewayCall answers(Map<String, Object> answers) {
    return change(body -> body.set("answers", MAPPER.valueToTree(answers)));
  }

  /** The body that would be sent now. */
  public String body() {
    return event.get("body").stringValue();
  }

  /** JSON bytes in, JSON bytes out; the answer must be what the operation declares. */
  public GatewayAnswer sentTo(EntryFunction function) {
    GatewayAnswer answer = GatewayAnswer.read(function.handle(bytes(), null));
    List<String> faults = BodyCheck.faults(route, answer);
    if (!faults.isEmpty()) {
      throw new AssertionError(route + " answers otherwise than it declares: " + faults);
    }
    return answer;
  }

  public byte[] bytes() {
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }
}
