package jp.ishikari.link.edge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Route;
import tools.jackson.databind.JsonNode;

/**
 * A request that passed the checks.
 *
 * @param headers by lower-case name
 * @param body the parsed body; null when there was none
 * @param bodyText the body as it came, for hashing; empty when there was none
 * @param visit the visit at the counter that the request belongs to; empty everywhere else
 * @param correlationId names this request in the log and in an unexpected answer
 */
public record Request(
    Route route,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, List<String>> headers,
    JsonNode body,
    String bodyText,
    Caller caller,
    Optional<AtTerminal> visit,
    String sourceIp,
    String correlationId) {

  /** A request from anywhere but the counter. */
  public Request(
      Route route,
      Map<String, String> path,
      Map<String, String> query,
      Map<String, List<String>> headers,
      JsonNode body,
      String bodyText,
      Caller caller,
      String sourceIp,
      String correlationId) {
    this(
        route,
        path,
        query,
        headers,
        body,
        bodyText,
        caller,
        Optional.empty(),
        sourceIp,
        correlationId);
  }

  /** The same request, now that it is known who sent it, with its body read. */
  Request proven(Caller sender, JsonNode read) {
    return new Request(
        route, path, query, headers, read, bodyText, sender, visit, sourceIp, correlationId);
  }

  /** First value of a header. */
  public Optional<String> header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
  }

  /** Value of a cookie; empty when absent or when two different values are sent. */
  public Optional<String> cookie(String name) {
    return Cookies.value(headers.getOrDefault("cookie", List.of()), name);
  }

  /**
   * The address of the browser: for residents as the edge saw it before us, for everybody else as
   * the gateway did, whatever a header claims.
   */
  public String viewer() {
    return route.api() == Api.RESIDENT ? header(Api.VIEWER_HEADER).orElse(sourceIp) : sourceIp;
  }

  /** The visit; the blueprint's access has made sure there is one. */
  public AtTerminal atTerminal() {
    return visit.orElseThrow();
  }

  /** The resident; the blueprint's access has made sure there is one. */
  public Caller.Resident resident() {
    return (Caller.Resident) caller;
  }

  /** The staff member; the blueprint's access has made sure there is one. */
  public Caller.Staff staff() {
    return (Caller.Staff) caller;
  }
}
