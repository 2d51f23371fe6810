package jp.ishikari.link.forms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an expression speaks of.
 *
 * @param computedWith the answers whose values it uses
 * @param asked the answers of which it only asks whether they are there
 * @param groups the groups that it counts or adds up
 */
record References(
    Set<Expression.Answer> computedWith, Set<Expression.Answer> asked, Set<String> groups) {

  static References of(Expression expression) {
    References found =
        new References(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    if (expression != null) {
      found.collect(expression);
    }
    return found;
  }

  /** The ids of the fields of the form (not of an item) that it speaks of. */
  Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>(groups);
    for (Set<Expression.Answer> answers : List.of(computedWith, asked)) {
      answers.stream().filter(a -> !a.inItem()).forEach(answer -> fields.add(answer.field()));
    }
    return fields;
  }

  private void collect(Expression expression) {
    switch (expression) {
      case Expression.Literal literal -> {}
      case Expression.Answer answer -> computedWith.add(answer);
      case Expression.Answered answered -> asked.add(answered.of());
      case Expression.Comparison comparison -> {
        collect(comparison.left());
        collect(comparison.right());
      }
      case Expression.And and -> and.operands().forEach(this::collect);
      case Expression.Or or -> or.operands().forEach(this::collect);
      case Expression.Not not -> collect(not.operand());
      case Expression.OneOf oneOf -> collect(oneOf.value());
      case Expression.Chosen chosen -> {
        collect(chosen.value());
        collect(chosen.list());
      }
      case Expression.Arithmetic arithmetic -> arithmetic.operands().forEach(this::collect);
      case Expression.If choice -> {
        collect(choice.condition());
        collect(choice.then());
        collect(choice.otherwise());
      }
      case Expression.Sum sum -> groups.add(sum.group());
      case Expression.Count count -> groups.add(count.group());
    }
  }
}
