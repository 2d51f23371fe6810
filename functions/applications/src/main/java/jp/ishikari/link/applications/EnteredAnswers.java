package jp.ishikari.link.applications;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Lacking;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.forms.ErrorCode;
import jp.ishikari.link.forms.Field;
import jp.ishikari.link.forms.FieldType;
import jp.ishikari.link.forms.FormCheck;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormError;

/**
 * Answers as staff type them from a paper, with what the form asks and the paper does not say. What
 * fits the form is kept as an answer, down to the parts of a name and the members of a group; the
 * rest whole as it is written, beside the place where it stands.
 */
record EnteredAnswers(Answers answers, List<Lacking> lacking) {
  /** Places that a case can lack; a paper with more is a paper of another form. */
  private static final int MOST = 300;

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
    Answers kept = Answers.of(form, check);
    if (wrong.isEmpty()) {
      return Outcome.success(new EnteredAnswers(kept, List.of()));
    }
    boolean writable = wrong.stream().allMatch(error -> isTyped(error, typed));
    if (!asItIs || !writable) {
      return Outcome.failure(Answers.told(wrong));
    }
    if (wrong.size() > MOST) {
      return Outcome.failure(
          Stream.concat(
                  Stream.of(
                      new Problem.FieldError(
                          "entry.lacking",
                          "length",
                          "足りない・読み取れないところが" + MOST + "か所を超えています。手続が合っているか、確かめてください。")),
                  Answers.told(wrong).stream())
              .toList());
    }
    AsWritten paper = new AsWritten(form, typed);
    List<Lacking> lacking =
        wrong.stream()
            .map(
                error ->
                    new Lacking(
                        error.path(),
                        error.message(),
                        AsWritten.at(kept.values(), error.path()) == null
                            ? paper.text(error.path())
                            : null))
            .toList();
    return nobody(form, kept, lacking)
        .<Outcome<List<Problem.FieldError>, EnteredAnswers>>map(
            field -> Outcome.failure(List.of(field)))
        .orElseGet(() -> Outcome.success(new EnteredAnswers(kept, lacking)));
  }

  /** What goes with a paper goes with it as paper. */
  private static boolean isOnPaper(FormDefinition form, FormError error) {
    return error.code() == ErrorCode.REQUIRED
        && form.fields().stream()
            .filter(field -> field.id().equals(error.path()))
            .map(Field::type)
            .anyMatch(FieldType.File.class::isInstance);
  }

  /** Whether a person can have typed it where the question stands. */
  private static boolean isTyped(FormError error, Map<String, Object> typed) {
    return switch (error.code()) {
      case UNKNOWN, DERIVED -> false;
      case TYPE -> AsWritten.at(typed, error.path()) instanceof String;
      default -> true;
    };
  }

  /**
   * A paper that says nothing at all of who applies is nobody's application, unless the form can do
   * without a name.
   */
  private static Optional<Problem.FieldError> nobody(
      FormDefinition form, Answers kept, List<Lacking> lacking) {
    Set<String> said = new HashSet<>(FormCheck.entered(form, kept.values()).keySet());
    lacking.stream()
        .filter(one -> one.written() != null)
        .forEach(one -> said.add(one.path().split("[.\\[]", 2)[0]));
    List<Field> who = Applicant.identifying(form);
    if (who.stream().anyMatch(Field::required)) {
      return who.stream().map(Field::id).anyMatch(said::contains)
          ? Optional.empty()
          : Optional.of(
              new Problem.FieldError(
                  who.getFirst().id(),
                  "nobody",
                  "だれからの申請か分かるところが、ひとつも入力されていません。氏名・住所・電話番号など、書類に書かれているところを入力してください。"));
    }
    return said.isEmpty()
        ? Optional.of(
            new Problem.FieldError(
                lacking.getFirst().path(), "nothing", "何も入力されていません。書類に書かれているところを入力してください。"))
        : Optional.empty();
  }
}
