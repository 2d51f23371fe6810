package jp.ishikari.link.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.ishikari.link.forms.Expression.Type;

/** Reads one expression and settles its type. Null stands for what could not be read. */
final class ExpressionReader {
  private static final Set<Type> ORDERED = Set.of(Type.INTEGER, Type.DECIMAL, Type.DATE, Type.TIME);

  private static final Set<Type> NUMBERS = Set.of(Type.INTEGER, Type.DECIMAL);

  private final ReferenceReader references;
  private int nodes;

  /**
   * @param item the fields of the surrounding group, or null outside groups
   */
  ExpressionReader(Scope form, Scope item) {
    this.references = new ReferenceReader(form, item);
  }

  /** An expression that has to be of that type. */
  Expression read(JsonPlace place, Type type) {
    nodes = 0;
    return typed(place, type, 1);
  }

  private Expression typed(JsonPlace place, Type type, int depth) {
    Expression expression = any(place, depth);
    if (expression != null && expression.type() != type) {
      boolean decimal = type == Type.INTEGER && expression.type() == Type.DECIMAL;
      place.found(decimal ? FindingCode.DECIMAL : FindingCode.TYPE);
      return null;
    }
    return expression;
  }

  private Expression any(JsonPlace place, int depth) {
    nodes++;
    if (nodes > FormLimits.EXPRESSION_NODES) {
      if (nodes == FormLimits.EXPRESSION_NODES + 1) {
        place.found(FindingCode.LIMIT);
      }
      return null;
    }
    if (!(place.value() instanceof Map<?, ?> map)) {
      return literal(place);
    }
    if (depth > FormLimits.EXPRESSION_DEPTH) {
      place.found(FindingCode.NESTING);
      return null;
    }
    if (map.size() != 1) {
      place.found(FindingCode.OPERATOR);
      return null;
    }
    String operator = String.valueOf(map.keySet().iterator().next());
    JsonPlace operands = place.child(operator);
    return switch (operator) {
      case "var" -> references.answer(operands, false);
      case "item" -> references.answer(operands, true);
      case "answered" -> references.answered(operands);
      case "==", "!=", ">", ">=", "<", "<=" -> comparison(operator, place, operands, depth);
      case "and" -> all(operands, Type.BOOLEAN, 1, depth, Expression.And::new);
      case "or" -> all(operands, Type.BOOLEAN, 1, depth, Expression.Or::new);
      case "!" -> not(operands, depth);
      case "in" -> in(place, operands, depth);
      case "+", "*" -> arithmetic(operator, operands, FormLimits.OPERANDS, depth);
      case "-" -> arithmetic(operator, operands, 2, depth);
      case "if" -> choice(place, operands, depth);
      case "sum" -> references.sum(operands);
      case "count" -> references.count(operands);
      default -> {
        place.found(FindingCode.OPERATOR);
        yield null;
      }
    };
  }

  private Expression literal(JsonPlace place) {
    Object value = place.value();
    if (value instanceof String) {
      String text = place.lines(FormLimits.LABEL);
      return text == null ? null : new Expression.Literal(text);
    }
    if (value instanceof Boolean) {
      return new Expression.Literal(value);
    }
    Long number = WholeNumber.of(value);
    if (number == null) {
      place.found(place.present() ? FindingCode.TYPE : FindingCode.REQUIRED);
      return null;
    }
    return new Expression.Literal(number);
  }

  private Expression comparison(String operator, JsonPlace place, JsonPlace operands, int depth) {
    if (!ReferenceReader.arity(operands, 2, 2)) {
      return null;
    }
    Expression left = any(operands.element(0), depth + 1);
    Expression right = any(operands.element(1), depth + 1);
    if (left == null || right == null) {
      return null;
    }
    if (!comparable(left, right)
        || (!operator.endsWith("==") && !operator.equals("!=") && !ordered(left, right))) {
      place.found(FindingCode.TYPE);
      return null;
    }
    if (!offered(left, right) || !offered(right, left)) {
      place.found(FindingCode.OPTION);
      return null;
    }
    return new Expression.Comparison(operator, left, right);
  }

  /**
   * Whether two values are of one kind; a text that writes a day, a time or a number with decimals
   * may stand for one.
   */
  private static boolean comparable(Expression left, Expression right) {
    return left.type() == right.type()
        ? left.type() != Type.LIST
        : NUMBERS.containsAll(Set.of(left.type(), right.type()))
            || writes(left.type(), right)
            || writes(right.type(), left);
  }

  private static boolean ordered(Expression left, Expression right) {
    return ORDERED.contains(left.type()) || ORDERED.contains(right.type());
  }

  private static boolean writes(Type type, Expression expression) {
    return expression instanceof Expression.Literal(String text)
        && switch (type) {
          case DATE -> Days.parse(text).isPresent();
          case TIME -> TextRules.minutes(text) >= 0;
          case DECIMAL -> DecimalText.is(text);
          case TEXT, INTEGER, BOOLEAN, LIST -> false;
        };
  }

  /** False when a literal is compared with a choice that does not offer it. */
  private static boolean offered(Expression choice, Expression literal) {
    return !(choice instanceof Expression.Answer answer
        && !answer.options().isEmpty()
        && literal instanceof Expression.Literal(String text)
        && !answer.options().contains(text));
  }

  private Expression not(JsonPlace operands, int depth) {
    JsonPlace operand = operands;
    if (operands.value() instanceof List<?>) {
      if (!ReferenceReader.arity(operands, 1, 1)) {
        return null;
      }
      operand = operands.element(0);
    }
    Expression expression = typed(operand, Type.BOOLEAN, depth + 1);
    return expression == null ? null : new Expression.Not(expression);
  }

  private Expression in(JsonPlace place, JsonPlace operands, int depth) {
    if (!ReferenceReader.arity(operands, 2, 2)) {
      return null;
    }
    Expression value = any(operands.element(0), depth + 1);
    JsonPlace list = operands.element(1);
    if (!(list.value() instanceof List<?>)) {
      Expression choices = typed(list, Type.LIST, depth + 1);
      if (value == null || choices == null) {
        return null;
      }
      if (value.type() != Type.TEXT) {
        place.found(FindingCode.TYPE);
        return null;
      }
      if (!offered(choices, value)) {
        place.found(FindingCode.OPTION);
        return null;
      }
      return new Expression.Chosen(value, (Expression.Answer) choices);
    }
    List<Object> literals = new ArrayList<>();
    int size = list.elements(1, FormLimits.LITERALS);
    boolean sound = size > 0 && value != null;
    for (int i = 0; i < size; i++) {
      Expression literal = literal(list.element(i));
      if (literal == null || value == null) {
        sound = false;
      } else if (!comparable(value, literal)) {
        list.element(i).found(FindingCode.TYPE);
        sound = false;
      } else if (!offered(value, literal)) {
        list.element(i).found(FindingCode.OPTION);
        sound = false;
      } else {
        literals.add(((Expression.Literal) literal).value());
      }
    }
    return sound ? new Expression.OneOf(value, List.copyOf(literals)) : null;
  }

  private Expression arithmetic(String operator, JsonPlace operands, int most, int depth) {
    return all(
        operands, Type.INTEGER, 2, most, depth, list -> new Expression.Arithmetic(operator, list));
  }

  private Expression choice(JsonPlace place, JsonPlace operands, int depth) {
    if (!ReferenceReader.arity(operands, 3, 3)) {
      return null;
    }
    Expression condition = typed(operands.element(0), Type.BOOLEAN, depth + 1);
    Expression then = any(operands.element(1), depth + 1);
    Expression otherwise = any(operands.element(2), depth + 1);
    if (condition == null || then == null || otherwise == null) {
      return null;
    }
    if (then.type() != otherwise.type() || then.type() == Type.LIST) {
      place.found(FindingCode.TYPE);
      return null;
    }
    return new Expression.If(condition, then, otherwise);
  }

  private Expression all(
      JsonPlace operands,
      Type type,
      int least,
      int depth,
      Function<List<Expression>, Expression> of) {
    return all(operands, type, least, FormLimits.OPERANDS, depth, of);
  }

  private Expression all(
      JsonPlace operands,
      Type type,
      int least,
      int most,
      int depth,
      Function<List<Expression>, Expression> of) {
    if (!ReferenceReader.arity(operands, least, most)) {
      return null;
    }
    List<Expression> read = new ArrayList<>();
    int size = ((List<?>) operands.value()).size();
    for (int i = 0; i < size; i++) {
      Expression expression = typed(operands.element(i), type, depth + 1);
      if (expression != null) {
        read.add(expression);
      }
    }
    return read.size() == size ? of.apply(List.copyOf(read)) : null;
  }
}
