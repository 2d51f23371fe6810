package jp.ishikari.link.applications;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.forms.Field;
import jp.ishikari.link.forms.FieldType;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.Option;

/**
 * What was typed from a paper, whether it fits the form or not, place by place.
 *
 * @param typed a JSON tree from outside
 */
record AsWritten(FormDefinition form, Map<String, Object> typed) {
  /** A name, or the number of an item of a group. */
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,9})\\]");

  /**
   * What stands at a place; null when nothing does.
   *
   * @param path as in {@link jp.ishikari.link.forms.FormError}
   */
  static Object at(Object tree, String path) {
    Object here = tree;
    for (Matcher step = STEP.matcher(path); here != null && step.find(); ) {
      here =
          step.group(1) != null
              ? (here instanceof Map<?, ?> parts ? parts.get(step.group(1)) : null)
              : item(here, Integer.parseInt(step.group(2)));
    }
    return here;
  }

  private static Object item(Object list, int number) {
    return list instanceof List<?> items && number < items.size() ? items.get(number) : null;
  }

  /** All of what stands at a place, in words; null where nothing can be read of it. */
  String text(String path) {
    List<Option> options = field(path).map(AsWritten::options).orElse(List.of());
    String text = text(at(typed, path), options);
    return text.isBlank() ? null : text;
  }

  private static String text(Object value, List<Option> options) {
    return switch (value) {
      case null -> "";
      case Map<?, ?> parts -> joined(parts.values().stream(), options, " ");
      case List<?> several -> joined(several.stream(), options, "、");
      case Boolean truth -> truth ? "はい" : "いいえ";
      default ->
          options.stream()
              .filter(option -> option.value().equals(value))
              .map(Option::label)
              .findFirst()
              .orElseGet(value::toString);
    };
  }

  private static String joined(Stream<?> values, List<Option> options, String between) {
    return values
        .filter(Objects::nonNull)
        .map(value -> text(value, options))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(between));
  }

  private Optional<Field> field(String path) {
    String[] names = path.replaceAll("\\[\\d+\\]", "").split("\\.");
    Optional<Field> field = named(form.fields(), names[0]);
    return field.isPresent()
            && field.get().type() instanceof FieldType.Group group
            && names.length > 1
        ? named(group.fields(), names[1])
        : field;
  }

  private static Optional<Field> named(List<Field> among, String id) {
    return among.stream().filter(field -> field.id().equals(id)).findFirst();
  }

  private static List<Option> options(Field field) {
    return switch (field.type()) {
      case FieldType.Select select -> select.options();
      case FieldType.Radio radio -> radio.options();
      case FieldType.Checkbox checkbox -> checkbox.options();
      default -> List.of();
    };
  }
}
