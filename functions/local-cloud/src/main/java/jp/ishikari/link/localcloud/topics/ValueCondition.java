package jp.ishikari.link.localcloud.topics;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** One condition of a filter policy against the values of one key. */
final class ValueCondition {
  private static final Set<String> COMPARISONS = Set.of("=", "<", "<=", ">", ">=");

  private ValueCondition() {}

  /**
   * @throws Refusal when the condition is not one that SNS knows
   */
  static void check(String key, JsonNode condition) {
    if (!condition.isObject()) {
      if (condition.isArray()) {
        throw Refusal.invalid("FilterPolicy: match value of \"" + key + "\" must not be an array");
      }
      return;
    }
    if (condition.size() != 1) {
      throw Refusal.invalid("FilterPolicy: one operator per object is allowed in \"" + key + "\"");
    }
    var operator = condition.properties().iterator().next();
    var operand = operator.getValue();
    var good =
        switch (operator.getKey()) {
          case "prefix", "suffix", "equals-ignore-case" -> operand.isString();
          case "exists" -> operand.isBoolean();
          case "numeric" -> goodNumeric(operand);
          case "anything-but" -> goodAnythingBut(operand);
          default -> false;
        };
    if (!good) {
      throw Refusal.invalid("FilterPolicy: unusable match type " + operator.getKey());
    }
  }

  static boolean holds(JsonNode condition, List<JsonNode> values) {
    if (condition.isObject() && condition.has("exists")) {
      return condition.get("exists").asBoolean() != values.isEmpty();
    }
    Predicate<JsonNode> test =
        condition.isObject() ? operator(condition) : value -> same(condition, value);
    return values.stream().anyMatch(test);
  }

  private static boolean goodNumeric(JsonNode operand) {
    if (!operand.isArray() || (operand.size() != 2 && operand.size() != 4)) {
      return false;
    }
    for (var i = 0; i < operand.size(); i += 2) {
      if (!operand.get(i).isString()
          || !COMPARISONS.contains(operand.get(i).stringValue())
          || !operand.get(i + 1).isNumber()) {
        return false;
      }
    }
    return true;
  }

  private static boolean goodAnythingBut(JsonNode operand) {
    if (operand.isObject()) {
      return operand.size() == 1
          && (operand.has("prefix") || operand.has("suffix") || operand.has("equals-ignore-case"));
    }
    return operand.isArray() ? !operand.isEmpty() : operand.isString() || operand.isNumber();
  }

  private static Predicate<JsonNode> operator(JsonNode condition) {
    var operator = condition.properties().iterator().next();
    var operand = operator.getValue();
    return switch (operator.getKey()) {
      case "prefix" -> value -> value.isString() && starts(value, operand);
      case "suffix" -> value -> value.isString() && ends(value, operand);
      case "equals-ignore-case" ->
          value -> value.isString() && value.stringValue().equalsIgnoreCase(operand.stringValue());
      case "numeric" -> value -> value.isNumber() && inRange(value, operand);
      case "anything-but" -> anythingBut(operand);
      default -> throw new IllegalStateException("A policy was stored unchecked");
    };
  }

  private static Predicate<JsonNode> anythingBut(JsonNode operand) {
    if (operand.isObject()) {
      return operand.properties().stream()
          .map(
              inner ->
                  operand.has("equals-ignore-case") ? anyCase(inner.getValue()) : operator(operand))
          .findFirst()
          .map(Predicate::not)
          .orElseThrow();
    }
    if (operand.isArray()) {
      return value -> operand.valueStream().noneMatch(one -> same(one, value));
    }
    return value -> !same(operand, value);
  }

  private static Predicate<JsonNode> anyCase(JsonNode operand) {
    return value ->
        value.isString()
            && (operand.isArray() ? operand.valueStream() : java.util.stream.Stream.of(operand))
                .anyMatch(one -> value.stringValue().equalsIgnoreCase(one.asString()));
  }

  private static boolean starts(JsonNode value, JsonNode operand) {
    return value.stringValue().startsWith(operand.stringValue());
  }

  private static boolean ends(JsonNode value, JsonNode operand) {
    return value.stringValue().endsWith(operand.stringValue());
  }

  private static boolean same(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    return one.equals(other);
  }

  private static boolean inRange(JsonNode value, JsonNode operand) {
    for (var i = 0; i < operand.size(); i += 2) {
      var order = value.decimalValue().compareTo(operand.get(i + 1).decimalValue());
      var good =
          switch (operand.get(i).stringValue()) {
            case "=" -> order == 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
          };
      if (!good) {
        return false;
      }
    }
    return true;
  }
}
