package jp.ishikari.link.edge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operation answers.
 *
 * @param headers beyond the ones every answer carries; several values where a header may repeat
 * @param body an object that becomes JSON, a String that is sent as it is, or null for none
 */
public record Response(
    int status, String contentType, Map<String, List<String>> headers, Object body) {
  private static final String JSON = "application/json; charset=utf-8";

  public static Response ok(Object body) {
    return new Response(200, JSON, Map.of(), body);
  }

  public static Response created(Object body) {
    return new Response(201, JSON, Map.of(), body);
  }

  public static Response noContent() {
    return new Response(204, null, Map.of(), null);
  }

  /** A small page of our own, for sign-in steps. */
  public static Response page(int status, String html) {
    return new Response(status, "text/html; charset=utf-8", Map.of(), html);
  }

  static Response problem(Problem.Body body) {
    return new Response(body.status(), "application/problem+json; charset=utf-8", Map.of(), body);
  }

  /** JSON that is already written. */
  public static Response json(int status, String json) {
    return new Response(status, JSON, Map.of(), json);
  }

  /** The same with one more value of a header. */
  public Response with(String header, String value) {
    Map<String, List<String>> more = new LinkedHashMap<>(headers);
    more.merge(
        header,
        List.of(value),
        (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
    return new Response(status, contentType, more, body);
  }
}
