package jp.ishikari.link.forms;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import jp.ishikari.link.forms.Expression.Type;

/** Replaces what cannot be followed by free truth values, the same for the same. */
final class OpaqueConditions {
  private final Predicate<Expression.Answer> computed;
  private final Map<Expression, String> names = new LinkedHashMap<>();

  OpaqueConditions(Predicate<Expression.Answer> computed) {
    this.computed = computed;
  }

  Set<String> names() {
    return new LinkedHashSet<>(names.values());
  }

  Expression without(Expression condition) {
    return switch (condition) {
      case Expression.And and ->
          new Expression.And(and.operands().stream().map(this::without).toList());
      case Expression.Or or ->
          new Expression.Or(or.operands().stream().map(this::without).toList());
      case Expression.Not not -> new Expression.Not(without(not.operand()));
      case Expression.If choice when choice.type() == Type.BOOLEAN ->
          new Expression.If(
              without(choice.condition()), without(choice.then()), without(choice.otherwise()));
      case Expression.Comparison c when plain(c.left(), c.right()) -> c;
      case Expression.OneOf oneOf when followed(oneOf.value()) -> oneOf;
      case Expression.Chosen chosen when chosen.value() instanceof Expression.Literal -> chosen;
      case Expression.Answer answer -> answer;
      case Expression.Literal literal -> literal;
      case Expression.Answered answered when !computed.test(answered.of()) -> answered;
      default -> {
        String name = names.computeIfAbsent(condition, c -> "?" + names.size());
        yield new Expression.Answer(false, name, null, Type.BOOLEAN, Set.of());
      }
    };
  }

  private boolean plain(Expression left, Expression right) {
    return (followed(left) && right instanceof Expression.Literal)
        || (followed(right) && left instanceof Expression.Literal)
        || (left instanceof Expression.Literal && right instanceof Expression.Literal);
  }

  private boolean followed(Expression expression) {
    return expression instanceof Expression.Answer answer && !computed.test(answer);
  }
}
