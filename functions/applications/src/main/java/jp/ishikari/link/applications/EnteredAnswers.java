package jp.ishikari.link.applications;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.ishikari.link.domain.Lacking;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.forms.Compatibility;
import jp.ishikari.link.forms.ErrorCode;
import jp.ishikari.link.forms.Field;
import jp.ishikari.link.forms.FieldType;
import jp.ishikari.link.forms.FormCheck;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormError;

/**
 * Answers as staff type them from a paper, with what the form asks and the paper does not say. What
 * fits the form is kept as an answer, the rest as it is written.
 */
record EnteredAnswers(Answers answers, List<Lacking> lacking) {
  private static final int MOST = 100;

  /** Code points that are kept of what is written. */
  private static final int WRITTEN = 400;

  /**
   * @param day by which ages and the like count: the day the paper came
   * @param asItIs whether it is taken with what is lacking; otherwise that is refused, all at once
   */
  static Outcome<List<Problem.FieldError>, EnteredAnswers> check(
      Procedure procedure, Map<String, Object> typed, LocalDate day, boolean asItIs) {
    FormDefinition form = Answers.form(procedure);
    FormCheck check = FormCheck.of(form, typed, day, null);
    List<FormError> wrong =
        check.errors().stream().filter(error -> !isOnPaper(form, error)).toList();
    if (wrong.isEmpty()) {
      return Outcome.success(new EnteredAnswers(Answers.of(form, check), List.of()));
    }
    Compatibility kept = Compatibility.of(form, typed, day);
    boolean writable = kept.lost().stream().allMatch(Compatibility.Lost::typed);
    if (!asItIs || !writable || wrong.size() > MOST) {
      return Outcome.failure(Answers.told(wrong));
    }
    Map<String, String> written = new HashMap<>();
    kept.lost().forEach(lost -> written.put(root(lost.path()), written(lost.value())));
    return Outcome.success(
        new EnteredAnswers(
            Answers.of(form, FormCheck.of(form, kept.carried(), day, null)),
            wrong.stream()
                .map(e -> new Lacking(e.path(), e.message(), written.get(root(e.path()))))
                .toList()));
  }

  /** What goes with a paper goes with it as paper. */
  private static boolean isOnPaper(FormDefinition form, FormError error) {
    return error.code() == ErrorCode.REQUIRED
        && form.fields().stream()
            .filter(field -> field.id().equals(error.path()))
            .map(Field::type)
            .anyMatch(FieldType.File.class::isInstance);
  }

  private static String root(String path) {
    return path.split("[.\\[]", 2)[0];
  }

  /** Null where nothing can be read of it. */
  private static String written(Object value) {
    String text =
        switch (value) {
          case Map<?, ?> parts ->
              parts.values().stream()
                  .filter(Objects::nonNull)
                  .filter(part -> !(part instanceof Map || part instanceof List))
                  .map(String::valueOf)
                  .collect(Collectors.joining(" "));
          case List<?> several -> "";
          case null -> "";
          default -> value.toString();
        };
    return text.isBlank()
        ? null
        : text.substring(
            0,
            text.offsetByCodePoints(0, Math.min(WRITTEN, text.codePointCount(0, text.length()))));
  }
}
