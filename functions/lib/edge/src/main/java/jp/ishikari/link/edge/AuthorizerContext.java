package jp.ishikari.link.edge;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Scope;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * How a {@link Caller} travels from the session authorizer to a function: flat strings, both ways
 * in one place.
 */
public final class AuthorizerContext {
  private AuthorizerContext() {}

  /** For the authorizer's answer. */
  public static Map<String, String> write(Caller caller) {
    Map<String, String> context = new LinkedHashMap<>();
    switch (caller) {
      case Caller.Guest() -> context.put("kind", "guest");
      case Caller.Partner(String clientId, Set<Scope> scopes) -> {
        context.put("kind", "partner");
        context.put("id", clientId);
        context.put(
            "scopes", scopes.stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
      }
      case Caller.Machine machine ->
          throw new IllegalArgumentException("no authorizer is asked about machines");
      case Caller.Resident(String accountId, String session, boolean proven) -> {
        context.put("kind", "resident");
        context.put("id", accountId);
        context.put("proven", Boolean.toString(proven));
        context.put("session", session);
      }
      case Caller.Staff staff -> {
        context.put("kind", "staff");
        context.put("id", staff.staffId());
        context.put("name", staff.name());
        context.put(
            "roles",
            staff.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
        context.put(
            "divisions", staff.divisions().stream().sorted().collect(Collectors.joining(",")));
        context.put("proven", Boolean.toString(staff.proven()));
        context.put("session", staff.session());
        staff.standsInFor().ifPresent(absent -> context.put("standsInFor", absent));
      }
    }
    return context;
  }

  /** The same, of somebody at the counter. */
  public static Map<String, String> write(Caller caller, Optional<AtTerminal> visit) {
    Map<String, String> context = write(caller);
    visit.ifPresent(
        v -> {
          context.put("visit", v.visitId());
          context.put("terminal", v.terminalId());
        });
    return context;
  }

  /** The visit at the counter that a request's context names. */
  static Optional<AtTerminal> readVisit(JsonNode context) {
    String visit = context.path("visit").asString("");
    String terminal = context.path("terminal").asString("");
    return visit.isEmpty() || terminal.isEmpty()
        ? Optional.empty()
        : Optional.of(new AtTerminal(visit, terminal));
  }

  /** From a request's context; whoever cannot be read is a guest. */
  static Caller read(JsonNode context) {
    try {
      return caller(context);
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return new Caller.Guest();
    }
  }

  private static Caller caller(JsonNode context) {
    return switch (context.path("kind").asString("guest")) {
      case "resident" ->
          new Caller.Resident(
              context.path("id").stringValue(),
              context.path("session").stringValue(),
              Boolean.parseBoolean(context.path("proven").stringValue()));
      case "partner" ->
          new Caller.Partner(
              context.path("id").stringValue(),
              list(context.path("scopes").stringValue()).stream()
                  .map(Scope::valueOf)
                  .collect(Collectors.toUnmodifiableSet()));
      case "staff" ->
          new Caller.Staff(
              context.path("id").stringValue(),
              context.path("name").stringValue(),
              list(context.path("roles").stringValue()).stream()
                  .map(Role::valueOf)
                  .collect(Collectors.toUnmodifiableSet()),
              list(context.path("divisions").stringValue()),
              Boolean.parseBoolean(context.path("proven").stringValue()),
              context.path("session").stringValue(),
              Optional.of(context.path("standsInFor").asString(""))
                  .filter(absent -> !absent.isEmpty()));
      default -> new Caller.Guest();
    };
  }

  private static Set<String> list(String joined) {
    return Arrays.stream(joined.split(","))
        .filter(item -> !item.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
