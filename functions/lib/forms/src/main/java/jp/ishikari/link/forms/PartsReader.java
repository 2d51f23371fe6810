package jp.ishikari.link.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what stands beside the pages of a definition: rules and examples. */
final class PartsReader {
  private final Scope scope;

  PartsReader(Scope scope) {
    this.scope = scope;
  }

  List<Rule> rules(JsonPlace place) {
    List<Rule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int size = place.present() ? place.elements(0, FormLimits.RULES) : 0;
    for (int i = 0; i < size; i++) {
      JsonPlace rule = place.element(i);
      if (rule.isObject()) {
        rule.only(Set.of("id", "require", "at", "message"));
        String id = unique(rule.child("id"), ids);
        Expression require =
            new ExpressionReader(scope, null).read(rule.child("require"), Expression.Type.BOOLEAN);
        String at = rule.child("at").text(FormLimits.ID);
        Field field = at == null ? null : scope.find(at, rule.child("at"));
        if (field != null
            && (field.type() instanceof FieldType.Note
                || field.type() instanceof FieldType.Constant)) {
          rule.child("at").found(FindingCode.TYPE);
        }
        rules.add(new Rule(id, require, at, rule.child("message").text(FormLimits.LABEL)));
      }
    }
    return rules;
  }

  List<Example> examples(JsonPlace place) {
    List<Example> examples = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int size = place.present() ? place.elements(0, FormLimits.EXAMPLES) : 0;
    for (int i = 0; i < size; i++) {
      JsonPlace example = place.element(i);
      if (example.isObject()) {
        examples.add(example(example, ids));
      }
    }
    return examples;
  }

  @SuppressWarnings("unchecked")
  private static Example example(JsonPlace place, Set<String> ids) {
    place.only(Set.of("id", "title", "today", "answers", "expect"));
    String id = unique(place.child("id"), ids);
    String title = place.child("title").text(FormLimits.LABEL);
    JsonPlace today = place.child("today");
    String text = today.text(FormLimits.ID);
    Optional<LocalDate> day = text == null ? Optional.empty() : Days.parse(text);
    if (text != null && day.isEmpty()) {
      today.found(FindingCode.TYPE);
    }
    JsonPlace answers = place.child("answers");
    boolean bounded = answers.isObject() && bounded(answers.value(), 0, new int[1]);
    if (answers.value() instanceof Map && !bounded) {
      answers.found(FindingCode.LIMIT);
    }
    JsonPlace expect = place.child("expect");
    Example.Expected expected = expect.isObject() ? expected(expect) : null;
    return new Example(
        id,
        title,
        day.orElse(null),
        bounded ? (Map<String, Object>) answers.value() : Map.of(),
        expected);
  }

  private static Example.Expected expected(JsonPlace place) {
    place.only(Set.of("accepted", "errors", "fee", "pages"));
    JsonPlace accepted = place.child("accepted");
    if (!accepted.present()) {
      accepted.found(FindingCode.REQUIRED);
    }
    JsonPlace fee = place.child("fee");
    JsonPlace pages = place.child("pages");
    List<String> ids = new ArrayList<>();
    int size = pages.present() ? pages.elements(0, FormLimits.PAGES) : 0;
    for (int i = 0; i < size; i++) {
      ids.add(pages.element(i).text(FormLimits.ID));
    }
    boolean accept = accepted.truth(true);
    List<Example.ExpectedError> errors = errors(place.child("errors"));
    return new Example.Expected(
        accept,
        errors,
        fee.present() ? fee.integer(0, WholeNumber.MAX) : null,
        pages.present() && !ids.contains(null) ? List.copyOf(ids) : null);
  }

  private static List<Example.ExpectedError> errors(JsonPlace place) {
    if (!place.present()) {
      return null;
    }
    List<Example.ExpectedError> errors = new ArrayList<>();
    int size = place.elements(0, FormLimits.FIELDS);
    for (int i = 0; i < size; i++) {
      JsonPlace error = place.element(i);
      if (error.isObject()) {
        error.only(Set.of("path", "code"));
        String path = error.child("path").text(FormLimits.LABEL);
        String code = error.child("code").text(FormLimits.ID);
        if (code != null && ErrorCode.of(code) == null) {
          error.child("code").found(FindingCode.TYPE);
        }
        errors.add(new Example.ExpectedError(path, ErrorCode.of(code)));
      }
    }
    return errors;
  }

  private static String unique(JsonPlace place, Set<String> ids) {
    String id = place.id(false);
    if (id != null && !ids.add(id)) {
      place.found(FindingCode.DUPLICATE);
    }
    return id;
  }

  /** Whether a value from outside is small enough to be kept in a definition. */
  private static boolean bounded(Object value, int depth, int[] values) {
    values[0]++;
    if (depth > FormLimits.EXAMPLE_DEPTH || values[0] > FormLimits.EXAMPLE_VALUES) {
      return false;
    }
    return switch (value) {
      case Map<?, ?> map ->
          map.size() <= FormLimits.EXAMPLE_VALUES
              && map.values().stream().allMatch(each -> bounded(each, depth + 1, values));
      case List<?> list ->
          list.size() <= FormLimits.EXAMPLE_VALUES
              && list.stream().allMatch(each -> bounded(each, depth + 1, values));
      case String text -> text.length() <= FormLimits.ANSWER;
      case null, default -> true;
    };
  }
}
