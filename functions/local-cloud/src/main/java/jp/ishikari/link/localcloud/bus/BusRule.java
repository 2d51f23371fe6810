package jp.ishikari.link.localcloud.bus;

import java.util.List;
import jp.ishikari.link.localcloud.wire.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Which events a queue is handed, in the words of EventBridge: each member of the pattern lists the
 * values that the event's member may have; of an event's list, one suffices.
 */
public record BusRule(String queue, JsonNode pattern) {

  /**
   * @throws IllegalArgumentException for a pattern with operators, of which this bus knows none
   */
  public BusRule {
    check(pattern);
  }

  /**
   * Reads patterns by queue.
   *
   * @throws IllegalArgumentException when one of them is none
   */
  public static List<BusRule> read(String json) {
    try {
      JsonNode rules = Json.read(json);
      if (!rules.isObject()) {
        throw new IllegalArgumentException("not an object");
      }
      return rules.properties().stream()
          .map(rule -> new BusRule(rule.getKey(), rule.getValue()))
          .toList();
    } catch (JacksonException unreadable) {
      throw new IllegalArgumentException("not JSON", unreadable);
    }
  }

  private static void check(JsonNode pattern) {
    if (!pattern.isObject() || pattern.isEmpty()) {
      throw new IllegalArgumentException("not a pattern: " + pattern);
    }
    for (JsonNode wanted : pattern) {
      if (!wanted.isArray()) {
        check(wanted);
      } else if (wanted.isEmpty() || !wanted.valueStream().allMatch(JsonNode::isString)) {
        throw new IllegalArgumentException("not a list of texts: " + wanted);
      }
    }
  }

  boolean wants(JsonNode event) {
    return fits(pattern, event);
  }

  private static boolean fits(JsonNode pattern, JsonNode event) {
    return pattern.properties().stream()
        .allMatch(
            member -> {
              JsonNode said = event.path(member.getKey());
              JsonNode wanted = member.getValue();
              return wanted.isArray() ? isOneOf(wanted, said) : fits(wanted, said);
            });
  }

  private static boolean isOneOf(JsonNode wanted, JsonNode said) {
    return said.isArray()
        ? said.valueStream().anyMatch(one -> isOneOf(wanted, one))
        : wanted.valueStream().anyMatch(said::equals);
  }
}
