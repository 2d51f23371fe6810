package jp.ishikari.link.edge;

import com.amazonaws.services.lambda.runtime.Context;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.ishikari.link.blueprint.Access;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.blueprint.Trigger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import tools.jackson.databind.JsonNode;

/**
 * Serves the routes of one HTTP entry. Order of checks: unreadable 400/413/415, no session 401,
 * role or origin 403, standby 503, over a budget 429, counted before anything is looked at; then
 * the operation: not yours or unknown 404, form 400, rule 422, lost race 409. What fails is caught
 * here, once: 503 when a service we call could not do it this time, otherwise 500.
 */
public final class HttpEntry implements EntryFunction {
  /** Every id of ours looks like this; what does not can't name anything. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** The mark of the account that a page shows ({@link Caller.Resident#mark}). */
  private static final String SESSION_OF = "session-of";

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private static final String BUSY_SECONDS = "5";

  private static final Log LOG = Log.of(HttpEntry.class);

  private final Entry entry;
  private final Api api;
  private final Map<Route, Operation> operations;
  private final String origin;
  private final boolean standby;
  private final MachineDoor machines;
  private final Tries tries;
  private final Runnable priming;

  /** Throws when a declared route has no operation or the reverse. */
  public HttpEntry(
      Entry entry, Environment environment, Budgets budgets, Map<Route, Operation> operations) {
    this(entry, environment, budgets, operations, () -> {});
  }

  /**
   * @param priming see {@link EntryFunction#prime}
   */
  public HttpEntry(
      Entry entry,
      Environment environment,
      Budgets budgets,
      Map<Route, Operation> operations,
      Runnable priming) {
    this.entry = entry;
    this.tries = new Tries(budgets, environment.number(Setting.BUDGET_SCALE));
    this.priming = priming;
    this.api = ((Trigger.Http) entry.trigger()).api();
    this.operations = Map.copyOf(operations);
    for (Route route : Route.values()) {
      boolean ours = route.capability() == entry.capability() && route.api() == api;
      if (ours != operations.containsKey(route)) {
        throw new IllegalStateException(entry + " and its operations disagree about " + route);
      }
      if (ours) {
        MachineDoor.check(route, operations.get(route));
      }
    }
    this.origin =
        switch (api) {
          case RESIDENT -> environment.get(Setting.PUBLIC_ORIGIN);
          case STAFF -> environment.get(Setting.STAFF_ORIGIN);
          case PARTNER -> null;
        };
    this.standby = environment.get(Setting.ROLE).equals("standby");
    this.machines = new MachineDoor(tries, standby, InstantSource.system());
  }

  @Override
  public Optional<byte[]> primingEvent() {
    return Optional.of(Priming.event(entry));
  }

  @Override
  public void prime() {
    priming.run();
  }

  @Override
  public byte[] handle(byte[] event, Context context) {
    String correlationId = UUID.randomUUID().toString();
    Response response;
    String route = "none";
    try {
      GatewayEvent gatewayEvent = GatewayEvent.read(event);
      Optional<Route> declared = gatewayEvent.route(entry.capability(), api);
      route = declared.map(Enum::name).orElse(route);
      response =
          declared
              .map(
                  r ->
                      operations.get(r) instanceof MachineOperation machine
                          ? machines.serve(r, gatewayEvent, machine, correlationId)
                          : serve(r, gatewayEvent, correlationId))
              .orElseGet(Problem.NOT_FOUND::response);
    } catch (RuntimeException unexpected) {
      LOG.error(
          "request failed",
          unexpected,
          Log.fields(LogField.ENTRY, LogField.ROUTE, LogField.INQUIRY_ID),
          entry,
          route,
          correlationId);
      response =
          passes(unexpected)
              ? Problem.BUSY.response().with("Retry-After", BUSY_SECONDS)
              : Problem.UNEXPECTED.response();
    }
    if (response.body() instanceof Problem.Body problem) {
      response =
          new Response(
              response.status(),
              response.contentType(),
              response.headers(),
              problem.with(correlationId));
      LOG.info(
          "request refused",
          Log.fields(LogField.ROUTE, LogField.STATUS, LogField.CODE, LogField.INQUIRY_ID),
          route,
          problem.status(),
          problem.code(),
          correlationId);
    }
    return GatewayEvent.write(response);
  }

  /**
   * What a database or another service could not do this time, after all tries of its client. The
   * same request may be sent again: it carries its idempotency key.
   */
  private static boolean passes(RuntimeException failure) {
    return failure instanceof SdkException sdk
        && (sdk.retryable()
            || sdk instanceof SdkServiceException service
                && (service.statusCode() >= 500 || service.isThrottlingException()));
  }

  private Response serve(Route route, GatewayEvent event, String correlationId) {
    Map<String, List<String>> headers = event.headers();
    Optional<String> text = event.body();
    if (text.isEmpty()) {
      return Problem.UNREADABLE.response();
    }
    if (text.get().getBytes(StandardCharsets.UTF_8).length > route.bodySize().bytes()) {
      return Problem.TOO_LARGE.response();
    }
    JsonNode body = null;
    if (!text.get().isEmpty()) {
      if (headers.getOrDefault("content-type", List.of("")).stream()
          .noneMatch(type -> type.strip().toLowerCase().startsWith("application/json"))) {
        return Problem.UNSUPPORTED_MEDIA_TYPE.response();
      }
      body = Json.readOrNull(text.get());
      if (body == null) {
        return Problem.UNREADABLE.response();
      }
    }
    Caller caller = AuthorizerContext.read(event.authorizer());
    Request request =
        new Request(
            route,
            event.pathParameters(),
            event.query(),
            headers,
            body,
            text.get(),
            caller,
            AuthorizerContext.readVisit(event.authorizer()),
            event.sourceIp(),
            correlationId);
    Optional<Response> refused = refusal(route, request);
    if (refused.isPresent()) {
      return refused.get();
    }
    Operation operation = operations.get(route);
    return tries
        .over(request, operation)
        .orElseGet(
            () -> namesSomething(request) ? run(operation, request) : Problem.NOT_FOUND.response());
  }

  /** Where no body is read, one that says something is refused like a field that nobody knows. */
  private static Response run(Operation operation, Request request) {
    Contract contract = operation.getClass().getAnnotation(Contract.class);
    return contract != null
            && contract.request() == Contract.Nothing.class
            && request.body() != null
        ? Body.read(request, None.class).fold(refusal -> refusal, none -> operation.run(request))
        : operation.run(request);
  }

  /** A body without a field. */
  private record None() {}

  static boolean namesSomething(Request request) {
    return PARAMETER
        .matcher(request.route().path())
        .results()
        .map(parameter -> request.path().getOrDefault(parameter.group(1), ""))
        .allMatch(id -> ID.matcher(id).matches());
  }

  /**
   * A page acts for whom it shows, whoever signed in from another tab meanwhile.
   *
   * @return empty where the page did not say for whom
   */
  private static Optional<Response> ofOther(Request request) {
    return request
        .header(SESSION_OF)
        .filter(
            mark ->
                !(request.caller() instanceof Caller.Resident resident
                    && resident.mark().equals(mark)))
        .map(
            other ->
                request.caller() instanceof Caller.Resident
                    ? Problem.OTHER_SESSION.response()
                    : Problem.SIGN_IN_REQUIRED.response());
  }

  private Optional<Response> refusal(Route route, Request request) {
    Optional<Response> refused =
        refusal(route.access(), request)
            .or(() -> api == Api.RESIDENT ? ofOther(request) : Optional.empty());
    if (refused.isPresent() || route.method() == Route.Method.GET) {
      return refused;
    }
    if (origin != null && !request.header("origin").equals(Optional.of(origin))) {
      return Optional.of(Problem.ORIGIN_REFUSED.response());
    }
    return standby ? Optional.of(Problem.STANDBY.response()) : Optional.empty();
  }

  private static Optional<Response> refusal(Access access, Request request) {
    Caller caller = request.caller();
    if (access.scope().isPresent() && !(caller instanceof Caller.Partner)) {
      return Optional.of(Problem.CLIENT_UNKNOWN.response().with("WWW-Authenticate", "Bearer"));
    }
    Problem problem =
        switch (access) {
          case ANYONE -> null;
          case MACHINE -> throw new IllegalStateException("machines come by their own door");
          case PROCEDURE_PARTNER ->
              ((Caller.Partner) caller).scopes().contains(access.scope().orElseThrow())
                  ? null
                  : Problem.FORBIDDEN;
          case RESIDENT -> caller instanceof Caller.Resident ? null : Problem.SIGN_IN_REQUIRED;
          case VISITOR -> request.visit().isPresent() ? null : Problem.COUNTER_ONLY;
          case STAFF_FIRST_FACTOR ->
              caller instanceof Caller.Staff ? null : Problem.SIGN_IN_REQUIRED;
          case CASE_READER,
              OVERSEER,
              ACCOUNTANT,
              EVIDENCE_READER,
              REVIEWER,
              DESIGNER,
              DIVISION_KEEPER,
              WORD_READER,
              STAFF_READER,
              USER_ADMINISTRATOR,
              SYSTEM_ADMINISTRATOR ->
              withoutRole(caller, access);
        };
    return Optional.ofNullable(problem).map(Problem::response);
  }

  private static Problem withoutRole(Caller caller, Access access) {
    if (!(caller instanceof Caller.Staff staff)) {
      return Problem.SIGN_IN_REQUIRED;
    }
    if (!staff.proven()) {
      return Problem.ONE_TIME_CODE_REQUIRED;
    }
    return access.opensTo(staff.roles()) ? null : Problem.FORBIDDEN;
  }
}
