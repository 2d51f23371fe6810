package jp.ishikari.link.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what is special to each kind of field. */
final class KindReader {
  static final Map<String, Set<String>> SPECIAL =
      Map.ofEntries(
          Map.entry(
              "text",
              Set.of("maxLength", "minLength", "characters", "multiline", "pattern", "default")),
          Map.entry("number", Set.of("min", "max", "unit", "decimals", "default")),
          Map.entry("amount", Set.of("min", "max", "default")),
          Map.entry("yesno", Set.of("default")),
          Map.entry("date", Set.of("min", "max", "partial", "default")),
          Map.entry("time", Set.of("min", "max", "step")),
          Map.entry("select", Set.of("options", "default")),
          Map.entry("radio", Set.of("options", "default")),
          Map.entry("checkbox", Set.of("options", "min", "max", "default")),
          Map.entry("name", Set.of("kana", "formerName", "unwritable")),
          Map.entry("address", Set.of("unwritable")),
          Map.entry("phone", Set.of()),
          Map.entry("email", Set.of("confirm")),
          Map.entry("bank", Set.of()),
          Map.entry("consent", Set.of("text")),
          Map.entry("file", Set.of("accept", "max")),
          Map.entry("group", Set.of("fields", "min", "max", "itemLabel")),
          Map.entry("constant", Set.of("value")),
          Map.entry("computed", Set.of("value", "unit")),
          Map.entry("note", Set.of("text", "image")));
  private static final List<String> FILE_KINDS = List.of("pdf", "jpeg", "png");

  private final Scope form;
  private final FieldReader fields;
  private int imageData;

  KindReader(Scope form, FieldReader fields) {
    this.form = form;
    this.fields = fields;
  }

  /** The kind of that name with its limits; what is unusable has been noted. */
  FieldType read(String type, JsonPlace place, Scope item, String id) {
    return switch (type) {
      case "text" -> text(place);
      case "number" -> NumberReader.number(place);
      case "amount" -> NumberReader.amount(place);
      case "yesno" -> new FieldType.YesNo();
      case "date" -> {
        DateBound min = day(place.child("min"));
        DateBound max = day(place.child("max"));
        if (alwaysAfter(min, max)) {
          place.child("max").found(FindingCode.RANGE);
        }
        yield new FieldType.Date(min, max, place.child("partial").truth(false));
      }
      case "time" -> time(place);
      case "select" -> new FieldType.Select(options(place.child("options")));
      case "radio" -> new FieldType.Radio(options(place.child("options")));
      case "checkbox" -> {
        List<Option> options = options(place.child("options"));
        int min = place.child("min").integer(0, FormLimits.OPTIONS, 0);
        int max = place.child("max").integer(1, FormLimits.OPTIONS, Math.max(options.size(), 1));
        ordered(place, min, max);
        yield new FieldType.Checkbox(options, min, max);
      }
      case "name" ->
          new FieldType.Name(
              place.child("kana").truth(true),
              place.child("formerName").truth(false),
              place.child("unwritable").truth(false));
      case "address" -> new FieldType.Address(place.child("unwritable").truth(false));
      case "phone" -> new FieldType.Phone();
      case "email" -> new FieldType.Email(place.child("confirm").truth(false));
      case "bank" -> new FieldType.Bank();
      case "consent" -> new FieldType.Consent(place.child("text").lines(FormLimits.TEXT));
      case "file" ->
          new FieldType.File(
              accept(place.child("accept")), place.child("max").integer(1, FormLimits.FILES, 1));
      case "group" -> group(place, item, id);
      case "constant" -> new FieldType.Constant(constant(place.child("value")));
      case "computed" -> {
        JsonPlace unit = place.child("unit");
        Expression value =
            fields.expression(place.child("value"), item, id, Expression.Type.INTEGER, false);
        yield new FieldType.Computed(value, unit.present() ? unit.text(20) : null);
      }
      default ->
          new FieldType.Note(
              place.child("text").lines(FormLimits.TEXT), image(place.child("image")));
    };
  }

  private static FieldType text(JsonPlace place) {
    JsonPlace pattern = place.child("pattern");
    if (pattern.present()) {
      for (String name : List.of("characters", "maxLength", "minLength", "multiline")) {
        if (place.child(name).present()) {
          place.child(name).found(FindingCode.UNKNOWN);
        }
      }
      String id = pattern.text(FormLimits.ID);
      if (id != null && TextPattern.of(id) == null) {
        pattern.found(FindingCode.TYPE);
      }
      return new FieldType.Text(
          0, FormLimits.LABEL, FieldType.Characters.ANY, false, TextPattern.of(id));
    }
    int min = place.child("minLength").integer(0, FormLimits.ANSWER, 0);
    int max = place.child("maxLength").integer(1, FormLimits.ANSWER, 200);
    if (min > max) {
      place.child("maxLength").found(FindingCode.RANGE);
    }
    JsonPlace kind = place.child("characters");
    FieldType.Characters characters = FieldType.Characters.ANY;
    String name = kind.present() ? kind.text(FormLimits.ID) : null;
    if (name != null) {
      switch (name) {
        case "any" -> characters = FieldType.Characters.ANY;
        case "kana" -> characters = FieldType.Characters.KANA;
        case "digits" -> characters = FieldType.Characters.DIGITS;
        case "alnum" -> characters = FieldType.Characters.ALNUM;
        default -> kind.found(FindingCode.TYPE);
      }
    }
    return new FieldType.Text(min, max, characters, place.child("multiline").truth(false), null);
  }

  private FieldType group(JsonPlace place, Scope item, String id) {
    JsonPlace members = place.child("fields");
    if (item != null) {
      members.found(FindingCode.NESTING);
      return new FieldType.Group(List.of(), 0, 1, null);
    }
    form.readingFor(id == null ? Set.of() : Set.of(id));
    List<Field> read = fields.read(members, Scope.over(members.value()));
    form.readingFor(Set.of());
    int min = place.child("min").integer(0, FormLimits.GROUP_ITEMS, 0);
    int max = place.child("max").integer(1, FormLimits.GROUP_ITEMS, 20);
    ordered(place, min, max);
    JsonPlace label = place.child("itemLabel");
    return new FieldType.Group(read, min, max, label.present() ? label.text(100) : null);
  }

  private static void ordered(JsonPlace place, int min, int max) {
    if (min > max) {
      place.child("max").found(FindingCode.RANGE);
    }
  }

  private static List<Option> options(JsonPlace place) {
    List<Option> options = new ArrayList<>();
    Set<String> values = new HashSet<>();
    int size = place.elements(1, FormLimits.OPTIONS);
    for (int i = 0; i < size; i++) {
      JsonPlace option = place.element(i);
      if (option.isObject()) {
        option.only(Set.of("value", "label"));
        String value = option.child("value").text(100);
        String label = option.child("label").text(FormLimits.LABEL);
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

  static DateBound day(JsonPlace place) {
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

  /** Two days of the calendar or two counted from today: others depend on the day of answering. */
  static boolean alwaysAfter(DateBound minOrNull, DateBound maxOrNull) {
    return switch (minOrNull) {
      case DateBound.Fixed(LocalDate first) ->
          maxOrNull instanceof DateBound.Fixed(LocalDate last) && first.isAfter(last);
      case DateBound.FromToday(int first) ->
          maxOrNull instanceof DateBound.FromToday(int last) && first > last;
      case DateBound.YearsFromToday years -> false;
      case null -> false;
    };
  }

  private static FieldType time(JsonPlace place) {
    Integer min = minutes(place.child("min"));
    Integer max = minutes(place.child("max"));
    if (min != null && max != null && min > max) {
      place.child("max").found(FindingCode.RANGE);
    }
    return new FieldType.Time(min, max, place.child("step").integer(1, 720, 1));
  }

  private static Integer minutes(JsonPlace place) {
    if (!place.present()) {
      return null;
    }
    int minutes = place.value() instanceof String text ? TextRules.minutes(text) : -1;
    if (minutes < 0) {
      place.found(FindingCode.TYPE);
      return null;
    }
    return minutes;
  }

  private static Object constant(JsonPlace place) {
    if (place.value() instanceof Boolean truth) {
      return truth;
    }
    return place.value() instanceof Number
        ? (Object) place.integer(-WholeNumber.MAX, WholeNumber.MAX)
        : place.lines(FormLimits.LABEL);
  }

  /** PNG and JPEG are told by how their base64 begins. */
  private Image image(JsonPlace place) {
    if (!place.present() || !place.isObject()) {
      return null;
    }
    place.only(Set.of("type", "data", "alt"));
    String type = place.child("type").text(FormLimits.ID);
    String data = place.child("data").text(FormLimits.IMAGE);
    String alt = place.child("alt").text(FormLimits.LABEL);
    imageData += data == null ? 0 : data.length();
    boolean sound =
        data == null
            || type == null
            || (TextRules.base64(data)
                && (type.equals("image/png") && data.startsWith("iVBORw0KGgo")
                    || type.equals("image/jpeg") && data.startsWith("/9j/")));
    if (!sound) {
      place.found(FindingCode.IMAGE);
    } else if (imageData > FormLimits.IMAGES) {
      place.found(FindingCode.LIMIT);
    }
    return new Image(type, data, alt);
  }
}
