package jp.ishikari.link.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the fields of pages and groups. */
final class FieldReader {
  private static final Set<String> COMMON =
      Set.of("id", "type", "label", "help", "example", "required", "visibleIf", "messages", "gif");
  private static final Set<String> MESSAGE_KEYS = messageKeys();

  /** Kinds that nobody sees or that are text themselves need no label. */
  private static final Set<String> WITHOUT_LABEL = Set.of("note", "constant");

  private final Scope form;
  private final KindReader kinds;
  private final Set<String> gifKeys = new HashSet<>();
  private int count;

  FieldReader(Scope form) {
    this.form = form;
    this.kinds = new KindReader(form, this);
  }

  /**
   * The fields of that array.
   *
   * @param item the scope of the surrounding group, or null on a page
   */
  List<Field> read(JsonPlace place, Scope item) {
    int size = place.elements(1, FormLimits.FIELDS);
    count += size;
    if (count > FormLimits.FIELDS) {
      place.found(FindingCode.LIMIT);
      return List.of();
    }
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      JsonPlace element = place.element(i);
      Field field = element.isObject() ? field(element, item) : null;
      if (field != null && field.id() != null) {
        if (!(item == null ? form : item).add(field)) {
          element.child("id").found(FindingCode.DUPLICATE);
        }
        fields.add(field);
      }
    }
    return fields;
  }

  private Field field(JsonPlace place, Scope item) {
    JsonPlace kind = place.child("type");
    String type = kind.text(FormLimits.ID);
    if (type == null || !KindReader.SPECIAL.containsKey(type)) {
      if (type != null) {
        kind.found(FindingCode.TYPE);
      }
      return null;
    }
    int found = place.findings().size();
    Set<String> names = new HashSet<>(COMMON);
    names.addAll(KindReader.SPECIAL.get(type));
    place.only(names);
    JsonPlace label = place.child("label");
    String id = place.child("id").id(false);
    String labelText =
        WITHOUT_LABEL.contains(type) && !label.present() ? null : label.text(FormLimits.LABEL);
    String help = optionalLines(place.child("help"));
    String example = optionalLines(place.child("example"));
    boolean required = place.child("required").truth(false);
    Expression visibleIf =
        expression(place.child("visibleIf"), item, id, Expression.Type.BOOLEAN, true);
    Map<String, String> messages = messages(place.child("messages"));
    String gif = gif(place.child("gif"), item == null);
    FieldType fieldType = kinds.read(type, place, item, id);
    Field field =
        new Field(id, labelText, help, example, required, visibleIf, messages, gif, fieldType);
    // A field that is not sound itself has no rules to hold a default to.
    if (place.findings().size() == found && found < FormLimits.FINDINGS) {
      DefaultReader.read(place.child("default"), field);
    }
    return field;
  }

  /** The expression of a field, which must not speak of the field itself. */
  Expression expression(
      JsonPlace place, Scope item, String id, Expression.Type type, boolean optional) {
    if (optional && !place.present()) {
      return null;
    }
    Scope own = item == null ? form : item;
    if (id != null) {
      own.readingFor(Set.of(id));
    }
    Expression expression = new ExpressionReader(form, item).read(place, type);
    own.readingFor(Set.of());
    return expression;
  }

  private Map<String, String> messages(JsonPlace place) {
    if (!place.present() || !place.isObject()) {
      return Map.of();
    }
    place.only(MESSAGE_KEYS);
    Map<String, String> messages = new HashMap<>();
    for (Object key : new TreeSet<>(((Map<?, ?>) place.value()).keySet())) {
      String text =
          MESSAGE_KEYS.contains(key) ? place.child((String) key).text(FormLimits.LABEL) : null;
      if (text != null) {
        messages.put((String) key, text);
      }
    }
    return messages;
  }

  private String gif(JsonPlace place, boolean ofApplicant) {
    String gif = place.present() ? place.id(false) : null;
    if (gif != null && ofApplicant && !gifKeys.add(gif)) {
      place.found(FindingCode.DUPLICATE);
    }
    return gif;
  }

  private static String optionalLines(JsonPlace place) {
    return place.present() ? place.lines(FormLimits.HELP) : null;
  }

  private static Set<String> messageKeys() {
    List<String> parts = new ArrayList<>(new FieldType.Name(true, true, true).parts());
    parts.addAll(new FieldType.Address(false).parts());
    parts.addAll(new FieldType.Bank().parts());
    Set<String> keys = new HashSet<>();
    for (ErrorCode code : ErrorCode.values()) {
      keys.add(code.code());
      parts.forEach(part -> keys.add(part + "." + code.code()));
    }
    return keys;
  }
}
