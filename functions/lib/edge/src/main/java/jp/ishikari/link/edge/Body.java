package jp.ishikari.link.edge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.domain.Outcome;
import tools.jackson.databind.JsonNode;

/**
 * Reads a JSON object field by field and remembers everything wrong with it: missing, of a wrong
 * type, too long, unknown. {@link #read} gives the value only when nothing was.
 */
public final class Body {
  private final JsonNode json;
  private final Set<String> known = new HashSet<>();
  private final List<Problem.FieldError> errors = new ArrayList<>();

  private Body(JsonNode json) {
    this.json = json;
  }

  /** Parses a request's body by {@code reader}; all mistakes come back as one problem. */
  public static <T> Outcome<Response, T> read(
      Request request, java.util.function.Function<Body, T> reader) {
    if (request.body() == null || !request.body().isObject()) {
      return Outcome.failure(Problem.UNREADABLE.response());
    }
    return read(request.body(), reader)
        .fold(wrong -> Outcome.failure(Problem.ANSWERS_INVALID.response(wrong)), Outcome::success);
  }

  /** Reads an object that came otherwise than as a request's body, inside a file, say. */
  public static <T> Outcome<List<Problem.FieldError>, T> read(
      JsonNode object, java.util.function.Function<Body, T> reader) {
    Body body = new Body(object);
    T value = reader.apply(body);
    for (String name : body.json.propertyNames()) {
      if (!body.known.contains(name)) {
        body.errors.add(new Problem.FieldError(name, "unknown", "この項目は受け付けていません。"));
      }
    }
    return body.errors.isEmpty() ? Outcome.success(value) : Outcome.failure(body.errors);
  }

  /**
   * A text that must be there, not blank, at most {@code max} code points, without control
   * characters but line breaks.
   */
  public String text(String name, int max) {
    JsonNode node = take(name);
    if (node == null) {
      wrong(name, "required", "入力してください。");
      return "";
    }
    return checkedText(name, node, max);
  }

  /** Like {@link #text}, but null when absent. */
  public String optionalText(String name, int max) {
    JsonNode node = take(name);
    return node == null ? null : checkedText(name, node, max);
  }

  /** A whole number from {@code min} to {@code max}. */
  public int integer(String name, int min, int max) {
    JsonNode node = take(name);
    if (node == null) {
      wrong(name, "required", "入力してください。");
      return min;
    }
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      wrong(name, "type", "整数で送信してください。");
      return min;
    }
    if (node.intValue() < min || node.intValue() > max) {
      wrong(name, "range", "値が範囲を超えています。");
    }
    return node.intValue();
  }

  /** Like {@link #integer}, but null when absent. */
  public Integer optionalInteger(String name, int min, int max) {
    JsonNode node = json.get(name);
    if (node == null || node.isNull()) {
      known.add(name);
      return null;
    }
    return integer(name, min, max);
  }

  /** An object as plain data, e.g. answers to a form, which has checks of its own. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> object(String name) {
    JsonNode node = take(name);
    if (node == null || !node.isObject()) {
      wrong(name, node == null ? "required" : "type", "内容がありません。");
      return Map.of();
    }
    return Json.MAPPER.convertValue(node, Map.class);
  }

  /**
   * An object that is kept as it is, so it must be free of half characters, which no store can
   * hold.
   */
  public Map<String, Object> document(String name) {
    JsonNode node = take(name);
    if (node != null
        && node.toString()
            .codePoints()
            .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      wrong(name, "characters", "使えない文字が含まれています。");
      return Map.of();
    }
    return object(name);
  }

  /** Like {@link #document}, but null when absent. */
  public Map<String, Object> optionalDocument(String name) {
    return take(name) == null ? null : document(name);
  }

  /** One of the constants of an enum by its name; {@code absent} when there is none. */
  public <E extends Enum<E>> E choice(String name, Class<E> type, E absent) {
    JsonNode node = take(name);
    if (node == null) {
      return absent;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(node.asString(""))) {
        return constant;
      }
    }
    wrong(name, "option", "選択肢から選んでください。");
    return absent;
  }

  /** Yes or no; no when absent. */
  public boolean flag(String name) {
    JsonNode node = take(name);
    if (node != null && !node.isBoolean()) {
      wrong(name, "type", "はい・いいえで送信してください。");
    }
    return node != null && node.asBoolean(false);
  }

  /** A day as YYYY-MM-DD; null when absent. */
  public LocalDate optionalDay(String name) {
    JsonNode node = take(name);
    if (node == null) {
      return null;
    }
    try {
      return LocalDate.parse(node.asString(""));
    } catch (DateTimeParseException wrong) {
      wrong(name, "date", "正しい日付を入力してください。");
      return null;
    }
  }

  /** A list of at most {@code max} short texts; empty when absent. */
  public List<String> texts(String name, int max) {
    JsonNode node = take(name);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray() || node.size() > max) {
      wrong(name, "type", "一覧で送信してください。");
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : node) {
      texts.add(checkedText(name, item, 100));
    }
    return texts;
  }

  private JsonNode take(String name) {
    known.add(name);
    JsonNode node = json.get(name);
    return node == null || node.isNull() ? null : node;
  }

  private String checkedText(String name, JsonNode node, int max) {
    if (!node.isString()) {
      wrong(name, "type", "文字で送信してください。");
      return "";
    }
    String text = node.stringValue();
    if (text.isBlank()) {
      wrong(name, "required", "入力してください。");
    } else if (text.codePointCount(0, text.length()) > max) {
      wrong(name, "length", max + "文字以内で入力してください。");
    } else if (!writable(text)) {
      wrong(name, "characters", "使えない文字が含まれています。");
    }
    return text;
  }

  /** Whether a text is free of half characters and of control characters but line breaks. */
  public static boolean writable(String text) {
    return text.codePoints().noneMatch(Body::refused);
  }

  private static boolean refused(int c) {
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return surrogate || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
  }

  /** Remembers a mistake of the caller's own rules beside those found here. */
  public void wrong(String name, String code, String message) {
    errors.add(new Problem.FieldError(name, code, message));
  }
}
