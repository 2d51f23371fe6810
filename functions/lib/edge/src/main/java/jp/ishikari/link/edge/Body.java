package jp.ishikari.link.edge;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.forms.TextRules;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a JSON object into the record that says what it must be, and remembers everything wrong
 * with it: missing, of a wrong type, too long, unknown. How components are read stands in {@link
 * BodyShape}.
 */
public final class Body {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final JsonNode json;
  private final Set<String> known = new HashSet<>();
  private final List<Problem.FieldError> errors = new ArrayList<>();

  private Body(JsonNode json) {
    this.json = json;
  }

  /** Is told mistakes by rules that reach over more than one component. */
  @FunctionalInterface
  public interface Mistakes {
    void wrong(String path, String code, String message);
  }

  /** A request's body as the record that its operation declares; all mistakes at once. */
  public static <R extends Record> Outcome<Response, R> read(Request request, Class<R> type) {
    return read(request, type, (asked, mistakes) -> asked);
  }

  /**
   * The same with rules of the operation's own, whose mistakes are told together with the others.
   *
   * @param rules sees the record also when something is wrong with it: then with an empty text, no
   *     list items, null for what is no text
   */
  public static <R extends Record, T> Outcome<Response, T> read(
      Request request, Class<R> type, BiFunction<R, Mistakes, T> rules) {
    if (request.body() == null || !request.body().isObject()) {
      return Outcome.failure(Problem.UNREADABLE.response());
    }
    return read(request.body(), type, rules)
        .fold(wrong -> Outcome.failure(Problem.ANSWERS_INVALID.response(wrong)), Outcome::success);
  }

  /** Reads an object that came otherwise than as a request's body, inside a file, say. */
  public static <R extends Record, T> Outcome<List<Problem.FieldError>, T> read(
      JsonNode object, Class<R> type, BiFunction<R, Mistakes, T> rules) {
    Body body = new Body(object);
    T value = rules.apply(BodyShape.read(body, type), body::wrong);
    body.tellUnknown();
    return body.errors.isEmpty() ? Outcome.success(value) : Outcome.failure(body.errors);
  }

  /** Whether plain data is free of half characters, which no store can hold. */
  public static boolean storable(Map<String, Object> data) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(Json.MAPPER.writeValueAsString(data));
  }

  /** What stands at a name; empty, told as missing unless it may be, when nothing or null does. */
  Optional<JsonNode> take(String name, boolean optional) {
    known.add(name);
    JsonNode node = json.get(name);
    boolean missing = node == null || node.isNull();
    if (missing && !optional) {
      wrong(name, "required", "入力してください。");
    }
    return missing ? Optional.empty() : Optional.of(node);
  }

  String text(String name, JsonNode node, int max, boolean lines) {
    if (!node.isString()) {
      wrong(name, "type", "文字で送信してください。");
      return "";
    }
    String text = node.stringValue();
    // Rules that follow may look it up, where a wrong one would be no key.
    return checkText(text, name, max, lines, this::wrong) ? text : "";
  }

  /** A name that people tell things apart by. */
  String name(String name, JsonNode node, int max) {
    if (!node.isString()) {
      return text(name, node, max, false);
    }
    String text = TextRules.stripped(node.stringValue());
    return checkName(text, name, max, this::wrong) ? text : "";
  }

  /**
   * Tells what is wrong with a name, wherever it came from; false when something is. With a
   * character that nobody sees, two names would look like one; with a sign of a formula before it,
   * a spreadsheet would reckon with it; without a letter it is no name.
   */
  public static boolean checkName(String name, String path, int max, Mistakes mistakes) {
    return checkText(name, path, max, false, mistakes) && NameRules.check(name, path, mistakes);
  }

  /** Tells what is wrong with a text, wherever it came from; false when something is. */
  public static boolean checkText(
      String text, String path, int max, boolean lines, Mistakes mistakes) {
    int refused = TextRules.firstRefused(text, lines);
    if (TextRules.blank(text)) {
      mistakes.wrong(path, "required", "入力してください。");
    } else if (TextRules.length(text) > max) {
      mistakes.wrong(path, "length", max + "文字以内で入力してください。");
    } else if (refused >= 0) {
      boolean broken = "\n\r\t".indexOf(text.charAt(refused)) >= 0;
      String which =
          broken
              ? "改行やタブは入力できません。"
              : TextRules.ordinal(text, refused)
                  + "文字目に、使えない文字「"
                  + TextRules.named(text, refused)
                  + "」が含まれています。";
      mistakes.wrong(path, "characters", which);
    } else {
      return true;
    }
    return false;
  }

  List<String> texts(String name, JsonNode node, BodyShape.Bounds limit) {
    if (!node.isArray()) {
      wrong(name, "type", "一覧で送信してください。");
      return List.of();
    }
    if (node.size() > limit.max()) {
      wrong(name, "length", limit.max() + "個以内にしてください。");
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : node) {
      texts.add(text(name, item, limit.each(), limit.lines()));
    }
    return texts;
  }

  /** Objects of one kind; what is wrong with one is told under its number from 0. */
  <R> List<R> records(String name, JsonNode node, int max, Class<R> type) {
    if (!node.isArray()) {
      wrong(name, "type", "一覧で送信してください。");
      return List.of();
    }
    if (node.size() > max) {
      wrong(name, "length", max + "個以内にしてください。");
      return List.of();
    }
    List<R> records = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      String path = name + "." + i;
      if (!node.get(i).isObject()) {
        wrong(path, "type", "内容がありません。");
        continue;
      }
      Body one = new Body(node.get(i));
      records.add(BodyShape.read(one, type));
      one.tellUnknown();
      one.errors.forEach(e -> wrong(path + "." + e.path(), e.code(), e.message()));
    }
    return records;
  }

  private void tellUnknown() {
    for (String name : json.propertyNames()) {
      if (!known.contains(name)) {
        wrong(name, "unknown", "この項目は受け付けていません。");
      }
    }
  }

  Map<String, List<String>> lists(String name, JsonNode node, BodyShape.Bounds limit) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    if (node.isObject()) {
      if (node.size() > limit.max()) {
        wrong(name, "length", limit.max() + "個以内にしてください。");
        return lists;
      }
      node.properties().forEach(e -> lists.put(e.getKey(), texts(name, e.getValue(), limit)));
    } else {
      wrong(name, "type", "一覧で送信してください。");
    }
    return lists;
  }

  /** A whole number from {@code min} to {@code max}; the least when it is none. */
  int integer(String name, JsonNode node, int min, int max) {
    if (!node.isIntegralNumber()) {
      wrong(name, "type", "整数で送信してください。");
      return min;
    }
    if (!node.canConvertToInt() || node.intValue() < min || node.intValue() > max) {
      wrong(name, "range", "値が範囲を超えています。");
      return min;
    }
    return node.intValue();
  }

  boolean flag(String name, JsonNode node) {
    if (!node.isBoolean()) {
      wrong(name, "type", "はい・いいえで送信してください。");
    }
    return node.asBoolean(false);
  }

  /** An object as plain data, which has rules of its own. */
  @SuppressWarnings("unchecked")
  Map<String, Object> object(String name, JsonNode node) {
    if (!node.isObject()) {
      wrong(name, "type", "内容がありません。");
      return Map.of();
    }
    return Json.MAPPER.convertValue(node, Map.class);
  }

  /** One of the constants of an enum by its name. */
  <E> @Nullable E choice(String name, JsonNode node, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (node.isString() && ((Enum<?>) constant).name().equals(node.stringValue())) {
        return constant;
      }
    }
    wrong(name, "option", "選択肢から選んでください。");
    return null;
  }

  /** A day as YYYY-MM-DD; ISO 8601 would go on to years of five digits with a sign. */
  @Nullable LocalDate day(String name, JsonNode node) {
    String typed = node.isString() ? node.stringValue() : "";
    try {
      return LocalDate.parse(DAY.matcher(typed).matches() ? typed : "");
    } catch (DateTimeParseException wrong) {
      wrong(name, "date", "正しい日付を入力してください。");
      return null;
    }
  }

  void wrong(String name, String code, String message) {
    errors.add(new Problem.FieldError(name, code, message));
  }
}
