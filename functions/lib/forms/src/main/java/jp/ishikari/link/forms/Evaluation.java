package jp.ishikari.link.forms;

import java.util.List;
import java.util.Map;

/**
 * Gives expressions their values. Missing is null; see {@link Expression} for what it does.
 *
 * @param form the acceptable answers so far, by field id
 * @param item the acceptable answers of the current item of a group so far; empty outside groups
 */
record Evaluation(Map<String, Object> form, Map<String, Object> item) {

  /** Whether a condition holds; no condition always does. */
  boolean holds(Expression condition) {
    return condition == null || Boolean.TRUE.equals(value(condition));
  }

  /** A String, Long, Boolean or List, or null for missing. */
  Object value(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> literal.value();
      case Expression.Answer answer -> answer(answer);
      case Expression.Answered answered -> answer(answered.of()) != null;
      case Expression.Comparison comparison -> comparison(comparison);
      case Expression.And and -> decided(and.operands(), false);
      case Expression.Or or -> decided(or.operands(), true);
      case Expression.Not not -> value(not.operand()) instanceof Boolean truth ? !truth : null;
      case Expression.OneOf oneOf -> {
        Object value = value(oneOf.value());
        yield value == null
            ? null
            : (Boolean) oneOf.literals().stream().anyMatch(literal -> equal(value, literal));
      }
      case Expression.Chosen chosen -> {
        Object value = value(chosen.value());
        yield value != null && value(chosen.list()) instanceof List<?> list
            ? (Boolean) list.contains(value)
            : null;
      }
      case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Expression.If choice ->
          value(holds(choice.condition()) ? choice.then() : choice.otherwise());
      case Expression.Sum sum -> sum(sum);
      case Expression.Count count -> (long) items(count.group()).size();
    };
  }

  /**
   * Of several conditions: one that is {@code decisive} decides; otherwise one that is missing
   * leaves it open.
   */
  private Boolean decided(List<Expression> operands, boolean decisive) {
    boolean open = false;
    for (Expression operand : operands) {
      Object value = value(operand);
      if (value instanceof Boolean truth && truth == decisive) {
        return decisive;
      }
      open = open || value == null;
    }
    return open ? null : !decisive;
  }

  private Object answer(Expression.Answer answer) {
    Object value = (answer.inItem() ? item : form).get(answer.field());
    return answer.part() == null
        ? value
        : value instanceof Map<?, ?> parts ? parts.get(answer.part()) : null;
  }

  /** What was not answered is neither equal nor unequal to anything, nor before or after it. */
  private Boolean comparison(Expression.Comparison comparison) {
    Object left = value(comparison.left());
    Object right = value(comparison.right());
    String operator = comparison.operator();
    if (left == null || right == null) {
      return null;
    }
    return switch (operator) {
      case "==" -> equal(left, right);
      case "!=" -> !equal(left, right);
      case ">" -> order(left, right) > 0;
      case ">=" -> order(left, right) >= 0;
      case "<" -> order(left, right) < 0;
      default -> order(left, right) <= 0;
    };
  }

  /** Of a whole number and one with decimals, the texts are equal when the numbers are. */
  private static boolean equal(Object left, Object right) {
    return left instanceof Long == right instanceof Long
        ? left.equals(right)
        : left.toString().equals(right.toString());
  }

  /** Of two texts that are no numbers with decimals, both are days or times. */
  private static int order(Object left, Object right) {
    if (left instanceof Long a && right instanceof Long b) {
      return a.compareTo(b);
    }
    String one = left.toString();
    String other = right.toString();
    return DecimalText.is(one) && DecimalText.is(other)
        ? DecimalText.compare(one, other)
        : one.compareTo(other);
  }

  private Long arithmetic(Expression.Arithmetic arithmetic) {
    Long result = null;
    for (Expression operand : arithmetic.operands()) {
      if (!(value(operand) instanceof Long number)) {
        return null;
      }
      result = result == null ? number : compute(arithmetic.operator(), result, number);
      if (result == null) {
        return null;
      }
    }
    return result;
  }

  /** Beyond ±(2^53 − 1) the double is not exact, but it is beyond, which is all that matters. */
  private static Long compute(String operator, double left, double right) {
    return WholeNumber.of(
        switch (operator) {
          case "+" -> left + right;
          case "-" -> left - right;
          default -> left * right;
        });
  }

  private Long sum(Expression.Sum sum) {
    Long total = 0L;
    for (Object each : items(sum.group())) {
      if (total != null
          && each instanceof Map<?, ?> map
          && map.get(sum.field()) instanceof Long n) {
        total = compute("+", total, n);
      }
    }
    return total;
  }

  private List<?> items(String group) {
    return form.get(group) instanceof List<?> list ? list : List.of();
  }
}
