package jp.ishikari.link.edge;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.blueprint.Access;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.blueprint.Route;
import tools.jackson.databind.JsonNode;

/**
 * Serves the routes that providers' machines call. Order of checks: too large or of another type
 * 400/413/415, standby 503, over a budget 429, counted before anything is looked at, not proven by
 * the provider 401, proven but not JSON 400; then the operation. Every refusal for want of proof
 * looks alike.
 */
record MachineDoor(Tries tries, boolean standby, InstantSource clock) {
  private static final String JSON = "application/json";

  /** Throws when a route for machines has no proof or no budget, or another route has a proof. */
  static void check(Route route, Operation operation) {
    boolean machine = route.access() == Access.MACHINE;
    if (machine != (operation instanceof MachineOperation)) {
      throw new IllegalStateException(route + " is not for who its operation serves");
    }
    if (machine && route.budgets().stream().noneMatch(one -> one.payer() == Budget.Payer.VIEWER)) {
      throw new IllegalStateException(route + " has no budget for who calls it");
    }
  }

  Response serve(
      Route route, GatewayEvent event, MachineOperation operation, String correlationId) {
    Map<String, List<String>> headers = event.headers();
    Optional<byte[]> bytes = event.bytes();
    if (bytes.isEmpty()) {
      return Problem.UNREADABLE.response();
    }
    if (bytes.get().length > route.bodySize().bytes()) {
      return Problem.TOO_LARGE.response();
    }
    if (!isOf(operation.contentType(), headers)) {
      return Problem.UNSUPPORTED_MEDIA_TYPE.response();
    }
    if (standby) {
      return Problem.STANDBY.response();
    }
    Request unproven =
        new Request(
            route,
            event.pathParameters(),
            event.query(),
            headers,
            null,
            new String(bytes.get(), StandardCharsets.UTF_8),
            new Caller.Guest(),
            event.sourceIp(),
            correlationId);
    Optional<Response> over = tries.over(unproven, operation);
    if (over.isPresent()) {
      return over.get();
    }
    Optional<String> message = operation.proof().check(headers, bytes.get(), clock.instant());
    if (message.isEmpty()) {
      return Problem.SENDER_UNPROVEN.response();
    }
    // Nothing is parsed that is not proven.
    JsonNode body =
        operation.contentType().equals(JSON) ? Json.readOrNull(unproven.bodyText()) : null;
    if (operation.contentType().equals(JSON) && (body == null || body.isMissingNode())) {
      return Problem.UNREADABLE.response();
    }
    return HttpEntry.namesSomething(unproven)
        ? operation.run(unproven.proven(new Caller.Machine(message.get()), body))
        : Problem.NOT_FOUND.response();
  }

  /** Exactly one, with or without parameters. */
  private static boolean isOf(String wanted, Map<String, List<String>> headers) {
    List<String> said = headers.getOrDefault("content-type", List.of());
    return said.size() == 1 && said.getFirst().split(";", 2)[0].strip().equalsIgnoreCase(wanted);
  }
}
