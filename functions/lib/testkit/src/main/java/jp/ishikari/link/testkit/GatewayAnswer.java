package jp.ishikari.link.testkit;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a function gave the gateway.
 *
 * @param body the text as it goes to the browser; empty when there is none
 */
public record GatewayAnswer(int status, String body, JsonNode headers) {

  static GatewayAnswer read(byte[] answer) {
    JsonNode json = JsonMapper.shared().readTree(answer);
    return new GatewayAnswer(
        json.get("statusCode").intValue(),
        json.path("body").asString(""),
        json.path("multiValueHeaders"));
  }

  /** The body, parsed. */
  public JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }

  /** A text of the body by its name. */
  public String text(String name) {
    return json().path(name).asString("");
  }

  /** The problem's stable code. */
  public String code() {
    return text("code");
  }

  /** Each field error as {@code path code}, in the order given. */
  public List<String> errors() {
    return StreamSupport.stream(json().path("errors").spliterator(), false)
        .map(e -> e.path("path").asString() + " " + e.path("code").asString())
        .toList();
  }

  /** The body without the one part that names this very request. */
  public String bodyButCorrelation() {
    return body.replaceFirst("\"correlationId\":\"[^\"]*\"", "");
  }
}
