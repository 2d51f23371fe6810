package jp.ishikari.link.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.forms.Expression.Type;

/** Reads the operators that speak of fields. Null stands for what could not be read. */
final class ReferenceReader {
  private final Scope form;
  private final Scope item;

  /**
   * @param item the fields of the surrounding group, or null outside groups
   */
  ReferenceReader(Scope form, Scope item) {
    this.form = form;
    this.item = item;
  }

  /** {@code var}, or {@code item} when it speaks of the same item of a group. */
  Expression answer(JsonPlace place, boolean inItem) {
    Expression.Answer answer = any(place, inItem);
    if (answer != null && answer.type() == null) {
      place.found(FindingCode.TYPE);
      return null;
    }
    return answer;
  }

  /** {@code answered}: the operand is a reference to an answer of any kind. */
  Expression answered(JsonPlace operand) {
    boolean reference =
        operand.value() instanceof Map<?, ?> map
            && map.size() == 1
            && (map.containsKey("var") || map.containsKey("item"));
    if (!reference) {
      operand.found(FindingCode.TYPE);
      return null;
    }
    boolean inItem = ((Map<?, ?>) operand.value()).containsKey("item");
    Expression.Answer answer = any(operand.child(inItem ? "item" : "var"), inItem);
    return answer == null ? null : new Expression.Answered(answer);
  }

  private Expression.Answer any(JsonPlace place, boolean inItem) {
    Scope scope = inItem ? item : form;
    String path = place.text(100);
    if (path == null) {
      return null;
    }
    int dot = path.indexOf('.');
    String id = dot < 0 ? path : path.substring(0, dot);
    String part = dot < 0 ? null : path.substring(dot + 1);
    if (scope == null) {
      place.found(FindingCode.REFERENCE);
      return null;
    }
    Field field = scope.find(id, place);
    if (field == null) {
      return null;
    }
    if (part != null) {
      if (!(field.type() instanceof FieldType.Composite whole) || !whole.parts().contains(part)) {
        place.found(FindingCode.REFERENCE);
        return null;
      }
      return new Expression.Answer(inItem, id, part, Type.TEXT, Set.of());
    }
    return new Expression.Answer(inItem, id, null, type(field.type()), options(field));
  }

  /** The type that an answer has in a computation; null when none can use it. */
  private static Type type(FieldType type) {
    return switch (type) {
      case FieldType.Text t -> Type.TEXT;
      case FieldType.Phone t -> Type.TEXT;
      case FieldType.Email t -> Type.TEXT;
      case FieldType.Select t -> Type.TEXT;
      case FieldType.Radio t -> Type.TEXT;
      case FieldType.Number t -> Type.INTEGER;
      case FieldType.Decimal t -> Type.DECIMAL;
      case FieldType.Amount t -> Type.INTEGER;
      case FieldType.Computed t -> Type.INTEGER;
      // A year or a month has no place in the order of days.
      case FieldType.Date t -> t.partial() ? Type.TEXT : Type.DATE;
      case FieldType.Time t -> Type.TIME;
      case FieldType.Consent t -> Type.BOOLEAN;
      case FieldType.YesNo t -> Type.BOOLEAN;
      case FieldType.Checkbox t -> Type.LIST;
      case FieldType.Constant t ->
          t.value() == null ? null : new Expression.Literal(t.value()).type();
      case FieldType.Composite t -> null;
      case FieldType.File t -> null;
      case FieldType.Group t -> null;
      case FieldType.Note t -> null;
    };
  }

  private static Set<String> options(Field field) {
    List<Option> options =
        switch (field.type()) {
          case FieldType.Select select -> select.options();
          case FieldType.Radio radio -> radio.options();
          case FieldType.Checkbox checkbox -> checkbox.options();
          default -> List.of();
        };
    Set<String> values = new HashSet<>();
    options.forEach(option -> values.add(option.value()));
    return values;
  }

  /** {@code sum} of a number over the items of a group. */
  Expression sum(JsonPlace operands) {
    if (!arity(operands, 2, 2)) {
      return null;
    }
    String id = operands.element(0).text(100);
    String member = operands.element(1).text(100);
    FieldType.Group group = id == null ? null : group(operands.element(0), id);
    if (group == null || member == null) {
      return null;
    }
    for (Field field : group.fields()) {
      if (field.id().equals(member)) {
        if (field.type() instanceof FieldType.Number
            || field.type() instanceof FieldType.Amount
            || field.type() instanceof FieldType.Computed) {
          return new Expression.Sum(id, member);
        }
        boolean decimal = field.type() instanceof FieldType.Decimal;
        operands.element(1).found(decimal ? FindingCode.DECIMAL : FindingCode.TYPE);
        return null;
      }
    }
    operands.element(1).found(FindingCode.REFERENCE);
    return null;
  }

  /** {@code count} of the items of a group. */
  Expression count(JsonPlace operands) {
    JsonPlace operand = operands;
    if (operands.value() instanceof List<?>) {
      if (!arity(operands, 1, 1)) {
        return null;
      }
      operand = operands.element(0);
    }
    String id = operand.text(100);
    return id == null || group(operand, id) == null ? null : new Expression.Count(id);
  }

  private FieldType.Group group(JsonPlace place, String id) {
    Field field = form.find(id, place);
    if (field != null && field.type() instanceof FieldType.Group group) {
      return group;
    }
    if (field != null) {
      place.found(FindingCode.TYPE);
    }
    return null;
  }

  /** Whether the operands are an array of a fitting length; notes it if not. */
  static boolean arity(JsonPlace operands, int least, int most) {
    boolean fits =
        operands.value() instanceof List<?> list && list.size() >= least && list.size() <= most;
    if (!fits) {
      operands.found(FindingCode.ARITY);
    }
    return fits;
  }
}
