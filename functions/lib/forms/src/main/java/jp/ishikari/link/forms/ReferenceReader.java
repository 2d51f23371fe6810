package jp.ishikari.link.forms;

import java.util.HashSet;
import java.util.List;
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
      boolean has =
          switch (field.type()) {
            case FieldType.Name name -> name.parts().contains(part);
            case FieldType.Address address -> FieldType.Address.PARTS.contains(part);
            default -> false;
          };
      if (!has) {
        place.found(FindingCode.REFERENCE);
        return null;
      }
      return new Expression.Answer(inItem, id, part, Type.TEXT, Set.of());
    }
    Type type =
        switch (field.type()) {
          case FieldType.Text t -> Type.TEXT;
          case FieldType.Phone t -> Type.TEXT;
          case FieldType.Email t -> Type.TEXT;
          case FieldType.Select t -> Type.TEXT;
          case FieldType.Radio t -> Type.TEXT;
          case FieldType.Number t -> Type.INTEGER;
          case FieldType.Date t -> Type.DATE;
          case FieldType.Consent t -> Type.BOOLEAN;
          case FieldType.Checkbox t -> Type.LIST;
          case FieldType.Name t -> null;
          case FieldType.Address t -> null;
          case FieldType.File t -> null;
          case FieldType.Group t -> null;
          case FieldType.Note t -> null;
        };
    if (type == null) {
      place.found(FindingCode.TYPE);
      return null;
    }
    return new Expression.Answer(inItem, id, null, type, options(field));
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
        if (field.type() instanceof FieldType.Number) {
          return new Expression.Sum(id, member);
        }
        operands.element(1).found(FindingCode.TYPE);
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
