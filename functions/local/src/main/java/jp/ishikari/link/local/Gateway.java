package jp.ishikari.link.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Problem;
import tools.jackson.databind.JsonNode;

/**
 * One REST API of the blueprint: HTTP to proxy event and back, as JSON bytes, with the session
 * authorizer asked first and the cloud's limits kept.
 */
final class Gateway {
  /** What a function takes and gives; API Gateway's own 10 MB never come through. */
  private static final int MAX_REQUEST = 6 * 1024 * 1024;

  private static final int MAX_RESPONSE = 6 * 1024 * 1024;
  private static final long TIMEOUT_SECONDS = 29;
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private record Template(Route route, Pattern path, List<String> names) {}

  private final Api api;
  private final Invocations invocations;
  private final List<Template> templates = new ArrayList<>();
  private final Optional<Entry> authorizer;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  Gateway(Api api, Invocations invocations) {
    this.api = api;
    this.invocations = invocations;
    for (Route route : Route.values()) {
      if (route.api() == api) {
        List<String> names = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(route.path());
        StringBuilder pattern = new StringBuilder();
        while (parameter.find()) {
          names.add(parameter.group(1));
          parameter.appendReplacement(pattern, "([^/]+)");
        }
        parameter.appendTail(pattern);
        templates.add(new Template(route, Pattern.compile(pattern.toString()), names));
      }
    }
    this.authorizer =
        java.util.Arrays.stream(Entry.values())
            .filter(e -> e.trigger().equals(new Trigger.Authorizer(api)))
            .findFirst();
  }

  /** The routes that are served, for the test that compares them with the blueprint. */
  List<Route> routes() {
    return templates.stream().map(Template::route).toList();
  }

  /** Whether a path belongs to this API rather than to the static site. */
  boolean serves(String path) {
    return path.startsWith("/api/") || path.startsWith("/v1/");
  }

  void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST + 1);
    if (body.length > MAX_REQUEST) {
      problem(exchange, Problem.TOO_LARGE);
      return;
    }
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getRawPath();
    for (Template template : templates) {
      Matcher match = template.path().matcher(path);
      if (match.matches() && template.route().method().name().equals(method)) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < template.names().size(); i++) {
          parameters.put(
              template.names().get(i),
              java.net.URLDecoder.decode(
                  match.group(i + 1).replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        answer(exchange, template.route(), parameters, body);
        return;
      }
    }
    problem(exchange, Problem.NOT_FOUND);
  }

  private void answer(HttpExchange exchange, Route route, Map<String, String> path, byte[] body)
      throws IOException {
    Future<byte[]> running =
        workers.submit(
            () -> {
              GatewayRequest request = new GatewayRequest(exchange, route, path, body);
              JsonNode context = Json.MAPPER.createObjectNode();
              if (authorizer.isPresent() && route.access().asksTheAuthorizer()) {
                byte[] decision =
                    invocations.invoke(authorizer.get(), request.authorizerEvent(api));
                context = Json.MAPPER.readTree(decision).path("context");
              }
              return invocations.invoke(route.entry(), request.event(context));
            });
    try {
      byte[] response = running.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      if (response.length > MAX_RESPONSE) {
        problem(exchange, Problem.UNEXPECTED);
        return;
      }
      send(exchange, Json.MAPPER.readTree(response));
    } catch (TimeoutException slow) {
      running.cancel(true);
      problem(exchange, Problem.TIMED_OUT);
    } catch (ExecutionException failed) {
      failed.getCause().printStackTrace();
      problem(exchange, Problem.UNEXPECTED);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      problem(exchange, Problem.UNEXPECTED);
    }
  }

  private static void send(HttpExchange exchange, JsonNode response) throws IOException {
    for (Map.Entry<String, JsonNode> header : response.path("multiValueHeaders").properties()) {
      header
          .getValue()
          .forEach(
              value -> exchange.getResponseHeaders().add(header.getKey(), value.stringValue()));
    }
    byte[] body = response.path("body").asString("").getBytes(StandardCharsets.UTF_8);
    write(exchange, response.path("statusCode").intValue(), body);
  }

  /** The gateway's own refusals have the same shape as the functions'. */
  static void problem(HttpExchange exchange, Problem problem) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/problem+json; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    write(exchange, problem.status(), Json.MAPPER.writeValueAsBytes(problem.response().body()));
  }

  private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, empty ? -1 : body.length);
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
