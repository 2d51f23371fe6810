package jp.ishikari.link.localcloud.topics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.localcloud.wire.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A subscription filter policy (Amazon SNS Developer Guide, "Subscription filter policies").
 *
 * <p>Keys are joined by AND, the conditions of one key by OR, {@code $or} joins whole policies.
 * Attributes and body are matched alike, as a JSON object.
 */
record FilterPolicy(JsonNode rules) {

  /** Where the policy looks. */
  enum Scope {
    ATTRIBUTES,
    BODY
  }

  /**
   * @throws Refusal when SNS would not accept the policy
   */
  static FilterPolicy parse(String text, Scope scope) {
    JsonNode rules;
    try {
      rules = Json.read(text);
    } catch (JacksonException e) {
      throw Refusal.invalid("FilterPolicy: failed to parse JSON");
    }
    if (!rules.isObject()) {
      throw Refusal.invalid("FilterPolicy: filter policy must be an object");
    }
    check(rules, scope);
    return new FilterPolicy(rules);
  }

  boolean matches(Map<String, QueryForm.Attribute> attributes) {
    return matches(rules, List.of(asJson(attributes)));
  }

  /** A body that is not a JSON object matches no policy. */
  boolean matchesBody(String body) {
    try {
      var message = Json.read(body);
      return message.isObject() && matches(rules, List.of(message));
    } catch (JacksonException e) {
      return false;
    }
  }

  private static void check(JsonNode rules, Scope scope) {
    for (var rule : rules.properties()) {
      var value = rule.getValue();
      if (isOr(rule)) {
        value.forEach(alternative -> check(alternative, scope));
      } else if (value.isObject() && scope == Scope.BODY) {
        check(value, scope);
      } else if (value.isArray() && !value.isEmpty()) {
        value.forEach(condition -> ValueCondition.check(rule.getKey(), condition));
      } else {
        throw Refusal.invalid("FilterPolicy: \"" + rule.getKey() + "\" must be an array");
      }
    }
  }

  private static boolean isOr(Map.Entry<String, JsonNode> rule) {
    if (!rule.getKey().equals("$or") || !rule.getValue().isArray() || rule.getValue().size() < 2) {
      return false;
    }
    for (var alternative : rule.getValue()) {
      if (!alternative.isObject()) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(JsonNode rules, List<JsonNode> contexts) {
    for (var rule : rules.properties()) {
      if (!matches(rule, contexts)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(Map.Entry<String, JsonNode> rule, List<JsonNode> contexts) {
    if (isOr(rule)) {
      for (var alternative : rule.getValue()) {
        if (matches(alternative, contexts)) {
          return true;
        }
      }
      return false;
    }
    var values = valuesAt(contexts, rule.getKey());
    if (rule.getValue().isObject()) {
      return matches(rule.getValue(), values);
    }
    for (var condition : rule.getValue()) {
      if (ValueCondition.holds(condition, values)) {
        return true;
      }
    }
    return false;
  }

  private static List<JsonNode> valuesAt(List<JsonNode> contexts, String key) {
    var values = new ArrayList<JsonNode>();
    for (var context : contexts) {
      if (context.isObject() && context.has(key)) {
        flatten(context.get(key), values);
      }
    }
    return values;
  }

  private static void flatten(JsonNode node, List<JsonNode> values) {
    if (node.isArray()) {
      node.forEach(element -> flatten(element, values));
    } else {
      values.add(node);
    }
  }

  private static ObjectNode asJson(Map<String, QueryForm.Attribute> attributes) {
    var json = Json.object();
    attributes.forEach(
        (name, attribute) -> {
          if (attribute.type().startsWith("String.Array")) {
            json.set(name, Json.read(attribute.value()));
          } else if (attribute.type().startsWith("Number")) {
            json.set(name, DecimalNode.valueOf(new BigDecimal(attribute.value())));
          } else if (!attribute.binary()) {
            json.put(name, attribute.value());
          }
        });
    return json;
  }
}
