package jp.ishikari.link.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers of a form as JSON Schema 2020-12, for programs that send applications.
 *
 * <p>Whatever the form accepts, the schema accepts. It is wider where a schema cannot say what the
 * form says: conditions (what may be hidden is not required), rules, fees, days relative to today,
 * lengths of what is folded first, check digits; and a blank text counts as no answer.
 */
public final class FormSchema {
  /** Nothing that anybody sees, as {@link TextRules#blank} decides. */
  private static final String BLANK =
      "^[ \\t\\n\\r\u00A0\u00AD\u034F\u061C\u115F\u1160\u1680\u17B4\u17B5\u180B-\u180F\u2000-\u200F"
          + "\u202A-\u202F\u205F-\u206F\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB"
          + "\uD834\uDD73-\uD834\uDD7A\uDB40\uDC00-\uDB43\uDFFF]*$";

  private FormSchema() {}

  /** The schema of {@code answers}. */
  public static Map<String, Object> of(FormDefinition form) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", form.title());
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Page page : form.pages()) {
      fields(page.fields(), page.visibleIf() == null, properties, required);
    }
    object(schema, properties, required);
    return schema;
  }

  private static void fields(
      List<Field> fields, boolean shown, Map<String, Object> properties, List<String> required) {
    for (Field field : fields) {
      Map<String, Object> schema = schema(field);
      if (schema != null) {
        schema.put("title", title(field));
        if (field.help() != null) {
          schema.put("description", field.help());
        }
        properties.put(field.id(), schema);
        if (shown && field.required() && field.visibleIf() == null) {
          required.add(field.id());
        }
      }
    }
  }

  private static void object(
      Map<String, Object> schema, Map<String, Object> properties, List<String> required) {
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
  }

  /** The schema of one answer; null when nothing is ever sent. */
  private static Map<String, Object> schema(Field field) {
    boolean required = field.required();
    return switch (field.type()) {
      case FieldType.Text text -> string(required, text(text));
      case FieldType.Number number -> whole(number.min(), number.max());
      case FieldType.Decimal decimal -> decimal(decimal);
      case FieldType.Amount amount ->
          whole(amount.min() == null ? Long.valueOf(0) : amount.min(), amount.max());
      case FieldType.YesNo yesNo -> map("type", "boolean");
      case FieldType.Date date ->
          string(
              required,
              date.partial()
                  ? map("pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")
                  : map("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "format", "date"));
      case FieldType.Time time -> string(required, map("pattern", "^[0-9]{2}:[0-9]{2}$"));
      case FieldType.Select select -> string(required, map("enum", values(select.options())));
      case FieldType.Radio radio -> string(required, map("enum", values(radio.options())));
      case FieldType.Checkbox box -> {
        Map<String, Object> items = map("type", "string", "enum", values(box.options()));
        yield array(required, items, box.min(), box.max(), true);
      }
      case FieldType.Composite composite -> composite(composite, required);
      case FieldType.Phone phone -> string(required, map());
      case FieldType.Email email -> string(required, map());
      case FieldType.Consent consent -> required ? map("const", true) : map("type", "boolean");
      case FieldType.File file -> {
        Map<String, Object> items = map("type", "string", "pattern", "^[A-Za-z0-9_-]{10,64}$");
        yield array(required, items, 0, file.max(), true);
      }
      case FieldType.Group group -> {
        Map<String, Object> item = new LinkedHashMap<>();
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> members = new ArrayList<>();
        fields(group.fields(), true, properties, members);
        object(item, properties, members);
        yield array(required, item, group.min(), group.max(), false);
      }
      case FieldType.Derived derived -> null;
      case FieldType.Note note -> null;
    };
  }

  private static Map<String, Object> text(FieldType.Text text) {
    Map<String, Object> schema = map();
    // What is folded may be longer as it is entered, and holds spaces and hyphens.
    if (text.pattern() == null && text.characters() == FieldType.Characters.ANY) {
      schema.put("minLength", text.minLength());
      schema.put("maxLength", text.maxLength());
    }
    return schema;
  }

  private static Map<String, Object> composite(FieldType.Composite composite, boolean required) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> needed = new ArrayList<>();
    for (String part : composite.parts()) {
      properties.put(part, map("type", "string"));
      boolean sure =
          !FieldType.OPTIONAL_PARTS.contains(part) && !FieldType.GIVEN_PARTS.contains(part);
      if (required && sure) {
        needed.add(part);
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    object(schema, properties, needed);
    return schema;
  }

  /** What is not required may be blank as well. */
  private static Map<String, Object> string(boolean required, Map<String, Object> rest) {
    Map<String, Object> schema = map("type", "string");
    if (required || rest.isEmpty()) {
      schema.putAll(rest);
    } else {
      schema.put("anyOf", List.of(map("pattern", BLANK), rest));
    }
    return schema;
  }

  private static Map<String, Object> array(
      boolean required, Map<String, Object> items, int min, int max, boolean distinct) {
    Map<String, Object> schema = map("type", "array", "items", items, "maxItems", max);
    if (distinct) {
      schema.put("uniqueItems", true);
    }
    if (required) {
      schema.put("minItems", Math.max(1, min));
    } else if (min > 1) {
      schema.put("anyOf", List.of(map("maxItems", 0), map("minItems", min)));
    }
    return schema;
  }

  /** The question, with the unit of the number that it asks for. */
  private static String title(Field field) {
    String unit =
        switch (field.type()) {
          case FieldType.Number number -> number.unit();
          case FieldType.Decimal decimal -> decimal.unit();
          default -> null;
        };
    return PublishGate.name(field) + (unit == null ? "" : "（" + unit + "）");
  }

  private static Map<String, Object> decimal(FieldType.Decimal decimal) {
    String min = decimal.min() == null ? DecimalText.MIN : decimal.min();
    String max = decimal.max() == null ? DecimalText.MAX : decimal.max();
    return map(
        "type",
        List.of("number", "string"),
        "minimum",
        new BigDecimal(min),
        "maximum",
        new BigDecimal(max));
  }

  private static Map<String, Object> whole(Long min, Long max) {
    return map(
        "type",
        // As it is written by hand, too: 1,000円.
        List.of("integer", "string"),
        "minimum",
        min == null ? Long.valueOf(-WholeNumber.MAX) : min,
        "maximum",
        max == null ? Long.valueOf(WholeNumber.MAX) : max);
  }

  private static List<String> values(List<Option> options) {
    return options.stream().map(Option::value).toList();
  }

  private static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }
}
