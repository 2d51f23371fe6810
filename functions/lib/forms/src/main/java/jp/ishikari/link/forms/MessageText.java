package jp.ishikari.link.forms;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sentences of this module, from the one rule file that both twins read. */
final class MessageText {
  private static final Map<String, Map<String, String>> LANGUAGES =
      Map.of(
          FormDefinition.JAPANESE,
          FlatJson.read("messages.json"),
          "easy",
          translated("messages.easy.json"),
          "en",
          translated("messages.en.json"));

  /** Only staff read these, so the browser of residents does not load them. */
  private static final Map<String, String> GATE = FlatJson.read("gate.json");

  private MessageText() {}

  /**
   * The sentence for an error. The form's own sentence goes first ({@code part.code}, then {@code
   * code}); then the rule for the field's type, then the general one.
   */
  static String of(Spot spot, ErrorCode code, Map<String, Object> params, String language) {
    Map<String, String> rules = rules(language);
    Field field = spot.field();
    String own = spot.part() == null ? null : field.messages().get(spot.part() + "." + code.code());
    String template = own != null ? own : field.messages().get(code.code());
    if (template == null) {
      String ofPart = field.type().name() + "." + spot.part() + "." + code.code();
      template =
          rules.containsKey(ofPart)
              ? rules.get(ofPart)
              : rule(rules, field.type().name(), code.code(), params);
    }
    return fill(template, Map.of("label", label(rules, spot)), params);
  }

  /** The sentence for what belongs to no field. */
  static String of(ErrorCode code, String language) {
    return rules(language).get(code.code());
  }

  /** A word of the screens in Japanese; what has none stands as its key's end. */
  static String word(String key) {
    String word = rules(FormDefinition.JAPANESE).get(key);
    return word == null ? key.substring(key.lastIndexOf('.') + 1) : word;
  }

  /** A day in words. */
  static String of(LocalDate day, String language) {
    Map<String, Integer> numbers =
        Map.of("year", day.getYear(), "month", day.getMonthValue(), "day", day.getDayOfMonth());
    return fill(rules(language).get("day"), numbers, Map.of());
  }

  /** The sentence for a finding of the gate. */
  static String of(GateCode code, Map<String, Object> params) {
    Object language = params.get("language");
    return fill(
        GATE.get(code.code()),
        language == null ? Map.of() : Map.of("language", name(language.toString())),
        params);
  }

  /** What a language is called in Japanese; its tag where nobody has a name for it. */
  private static String name(String language) {
    String known = GATE.get("language." + language);
    return known == null ? Locale.forLanguageTag(language).getDisplayName(Locale.JAPANESE) : known;
  }

  /** What a language leaves out is told in Japanese. */
  private static Map<String, String> translated(String file) {
    Map<String, String> rules = new HashMap<>(FlatJson.read("messages.json"));
    rules.putAll(FlatJson.read(file));
    return rules;
  }

  /** The rules of that language; of Japanese, when there are none. */
  private static Map<String, String> rules(String language) {
    return LANGUAGES.getOrDefault(language, LANGUAGES.get(FormDefinition.JAPANESE));
  }

  /** The sentence for a finding. */
  static String of(FindingCode code) {
    return rules(FormDefinition.JAPANESE).get("finding." + code.code());
  }

  private static String rule(
      Map<String, String> rules, String type, String code, Map<String, Object> params) {
    String detail =
        params.containsKey("allowed")
            ? code + "." + params.get("allowed")
            : params.containsKey("max") && params.containsKey("min")
                ? code + ".between"
                : params.containsKey("max")
                    ? code + ".max"
                    : params.containsKey("min") ? code + ".min" : code;
    for (String key : List.of(type + "." + detail, detail, type + "." + code)) {
      if (rules.containsKey(key)) {
        return rules.get(key);
      }
    }
    return rules.get(code);
  }

  private static String label(Map<String, String> rules, Spot spot) {
    Field field = spot.field();
    String label = field.label() == null ? field.id() : field.label();
    if (spot.part() != null) {
      String part = rules.get("part." + field.type().name() + "." + spot.part());
      // Of an item it is said which one it is, and the part alone is told: お子さん1：姓.
      label =
          spot.item() == null
              ? fill(rules.get("label.part"), Map.of("label", label), Map.of("part", part))
              : part;
    }
    if (spot.item() != null) {
      Map<String, Object> item = Map.of("item", spot.item(), "number", spot.number());
      label = fill(rules.get("label.item"), Map.of("label", label), item);
    }
    return label;
  }

  /** One pass, so that a label with braces in it stays as it is. */
  private static String fill(String template, Map<String, ?> first, Map<String, ?> second) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    while (true) {
      int open = template.indexOf('{', from);
      int close = open < 0 ? -1 : template.indexOf('}', open);
      if (close < 0) {
        return filled.append(template, from, template.length()).toString();
      }
      String name = template.substring(open + 1, close);
      Object value = first.containsKey(name) ? first.get(name) : second.get(name);
      filled.append(template, from, open);
      filled.append(value == null ? template.substring(open, close + 1) : value.toString());
      from = close + 1;
    }
  }
}
