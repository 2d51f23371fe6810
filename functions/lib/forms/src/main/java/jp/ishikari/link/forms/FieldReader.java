package jp.ishikari.link.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the fields of pages and groups. */
final class FieldReader {
  private static final Set<String> COMMON =
      Set.of("id", "type", "label", "help", "example", "required", "visibleIf", "messages", "gif");
  private static final Map<String, Set<String>> SPECIAL =
      Map.ofEntries(
          Map.entry("text", Set.of("maxLength", "minLength", "characters", "multiline")),
          Map.entry("number", Set.of("min", "max")),
          Map.entry("date", Set.of("min", "max")),
          Map.entry("select", Set.of("options")),
          Map.entry("radio", Set.of("options")),
          Map.entry("checkbox", Set.of("options", "min", "max")),
          Map.entry("name", Set.of("kana")),
          Map.entry("address", Set.of()),
          Map.entry("phone", Set.of()),
          Map.entry("email", Set.of()),
          Map.entry("consent", Set.of("text")),
          Map.entry("file", Set.of("accept", "max")),
          Map.entry("group", Set.of("fields", "min", "max", "itemLabel")),
          Map.entry("note", Set.of("text")));
  private static final List<String> FILE_KINDS = List.of("pdf", "jpeg", "png");
  private static final Set<String> MESSAGE_KEYS = messageKeys();

  private final Scope form;
  private final Set<String> gifKeys = new HashSet<>();
  private int count;

  FieldReader(Scope form) {
    this.form = form;
  }

  /**
   * The fields of that array.
   *
   * @param item the scope of the surrounding group, or null on a page
   */
  List<Field> read(JsonPlace place, Scope item) {
    int size = place.elements(1, DefinitionReader.MOST_FIELDS);
    count += size;
    if (count > DefinitionReader.MOST_FIELDS) {
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
    String type = kind.text(40);
    if (type == null || !SPECIAL.containsKey(type)) {
      if (type != null) {
        kind.found(FindingCode.TYPE);
      }
      return null;
    }
    Set<String> names = new HashSet<>(COMMON);
    names.addAll(SPECIAL.get(type));
    place.only(names);
    JsonPlace label = place.child("label");
    String id = place.child("id").id(false);
    String labelText = type.equals("note") && !label.present() ? null : label.text(200);
    String help = optionalLines(place.child("help"));
    String example = optionalLines(place.child("example"));
    boolean required = place.child("required").truth(false);
    Expression visibleIf = visibleIf(place.child("visibleIf"), item, id);
    Map<String, String> messages = messages(place.child("messages"));
    String gif = gif(place.child("gif"), item == null);
    FieldType fieldType = type(type, place, item, id);
    return new Field(id, labelText, help, example, required, visibleIf, messages, gif, fieldType);
  }

  private Expression visibleIf(JsonPlace place, Scope item, String id) {
    if (!place.present()) {
      return null;
    }
    Scope own = item == null ? form : item;
    if (id != null) {
      own.readingFor(Set.of(id));
    }
    Expression condition = new ExpressionReader(form, item).read(place, Expression.Type.BOOLEAN);
    own.readingFor(Set.of());
    return condition;
  }

  private Map<String, String> messages(JsonPlace place) {
    if (!place.present() || !place.isObject()) {
      return Map.of();
    }
    place.only(MESSAGE_KEYS);
    Map<String, String> messages = new HashMap<>();
    for (String key : MESSAGE_KEYS) {
      JsonPlace message = place.child(key);
      String text = message.present() ? message.text(200) : null;
      if (text != null) {
        messages.put(key, text);
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

  private FieldType type(String type, JsonPlace place, Scope item, String id) {
    return switch (type) {
      case "text" -> text(place);
      case "number" -> {
        Long min = bound(place.child("min"));
        Long max = bound(place.child("max"));
        if (min != null && max != null && min > max) {
          place.child("max").found(FindingCode.RANGE);
        }
        yield new FieldType.Number(min, max);
      }
      case "date" -> new FieldType.Date(day(place.child("min")), day(place.child("max")));
      case "select" -> new FieldType.Select(options(place.child("options")));
      case "radio" -> new FieldType.Radio(options(place.child("options")));
      case "checkbox" -> {
        List<Option> options = options(place.child("options"));
        int min = place.child("min").integer(0, 1000, 0);
        int max = place.child("max").integer(1, 1000, Math.max(options.size(), 1));
        ordered(place, min, max);
        yield new FieldType.Checkbox(options, min, max);
      }
      case "name" -> new FieldType.Name(place.child("kana").truth(true));
      case "address" -> new FieldType.Address();
      case "phone" -> new FieldType.Phone();
      case "email" -> new FieldType.Email();
      case "consent" -> new FieldType.Consent(place.child("text").lines(4000));
      case "file" ->
          new FieldType.File(accept(place.child("accept")), place.child("max").integer(1, 20, 1));
      case "group" -> group(place, item, id);
      default -> new FieldType.Note(place.child("text").lines(4000));
    };
  }

  private static FieldType text(JsonPlace place) {
    int min = place.child("minLength").integer(0, 10_000, 0);
    int max = place.child("maxLength").integer(1, 10_000, 200);
    if (min > max) {
      place.child("maxLength").found(FindingCode.RANGE);
    }
    JsonPlace kind = place.child("characters");
    FieldType.Characters characters = FieldType.Characters.ANY;
    String name = kind.present() ? kind.text(40) : null;
    if (name != null) {
      switch (name) {
        case "any" -> characters = FieldType.Characters.ANY;
        case "kana" -> characters = FieldType.Characters.KANA;
        case "digits" -> characters = FieldType.Characters.DIGITS;
        case "alnum" -> characters = FieldType.Characters.ALNUM;
        default -> kind.found(FindingCode.TYPE);
      }
    }
    return new FieldType.Text(min, max, characters, place.child("multiline").truth(false));
  }

  private FieldType group(JsonPlace place, Scope item, String id) {
    JsonPlace members = place.child("fields");
    if (item != null) {
      members.found(FindingCode.NESTING);
      return new FieldType.Group(List.of(), 0, 1, null);
    }
    form.readingFor(id == null ? Set.of() : Set.of(id));
    List<Field> fields = read(members, Scope.over(members.value()));
    form.readingFor(Set.of());
    int min = place.child("min").integer(0, 100, 0);
    int max = place.child("max").integer(1, 100, 20);
    ordered(place, min, max);
    JsonPlace label = place.child("itemLabel");
    return new FieldType.Group(fields, min, max, label.present() ? label.text(100) : null);
  }

  private static void ordered(JsonPlace place, int min, int max) {
    if (min > max) {
      place.child("max").found(FindingCode.RANGE);
    }
  }

  private static List<Option> options(JsonPlace place) {
    List<Option> options = new ArrayList<>();
    Set<String> values = new HashSet<>();
    int size = place.elements(1, 1000);
    for (int i = 0; i < size; i++) {
      JsonPlace option = place.element(i);
      if (option.isObject()) {
        option.only(Set.of("value", "label"));
        String value = option.child("value").text(100);
        String label = option.child("label").text(200);
        if (value != null && !values.add(value)) {
          option.child("value").found(FindingCode.DUPLICATE);
        }
        options.add(new Option(value, label));
      }
    }
    return options;
  }

  private static List<String> accept(JsonPlace place) {
    if (!place.present()) {
      return FILE_KINDS;
    }
    List<String> kinds = new ArrayList<>();
    int size = place.elements(1, FILE_KINDS.size());
    for (int i = 0; i < size; i++) {
      String kind = place.element(i).text(10);
      if (kind != null && !FILE_KINDS.contains(kind)) {
        place.element(i).found(FindingCode.TYPE);
      } else if (kind != null) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private static Long bound(JsonPlace place) {
    return place.present() ? place.integer(-WholeNumber.MAX, WholeNumber.MAX) : null;
  }

  private static DateBound day(JsonPlace place) {
    if (!place.present()) {
      return null;
    }
    if ("today".equals(place.value())) {
      return new DateBound.FromToday(0);
    }
    if (place.value() instanceof String text && Days.parse(text).isPresent()) {
      return new DateBound.Fixed(Days.parse(text).orElseThrow());
    }
    if (place.value() instanceof Map) {
      place.only(Set.of("today"));
      Long days = place.child("today").integer(-100_000, 100_000);
      return days == null ? null : new DateBound.FromToday(days.intValue());
    }
    place.found(FindingCode.TYPE);
    return null;
  }

  private static String optionalLines(JsonPlace place) {
    return place.present() ? place.lines(2000) : null;
  }

  private static Set<String> messageKeys() {
    List<String> parts = new ArrayList<>(new FieldType.Name(true).parts());
    parts.addAll(FieldType.Address.PARTS);
    Set<String> keys = new java.util.TreeSet<>();
    for (ErrorCode code : ErrorCode.values()) {
      keys.add(code.name().toLowerCase(Locale.ROOT));
      parts.forEach(part -> keys.add(part + "." + code.code()));
    }
    return keys;
  }
}
