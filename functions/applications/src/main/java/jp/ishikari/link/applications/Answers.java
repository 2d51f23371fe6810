package jp.ishikari.link.applications;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.counter.Attestation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.FormCache;
import jp.ishikari.link.forms.FormCheck;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormError;
import jp.ishikari.link.forms.FormReading;

/**
 * Answers that passed the form's check: visibility, fee and today are the server's.
 *
 * @param fee integer yen; null when the form has no fee
 */
record Answers(FormDefinition form, Map<String, Object> values, Integer fee) {
  private static final FormCache FORMS = new FormCache(50);

  /**
   * Refuses what is somebody else's, where staff at the counter found out who it is.
   *
   * @param attested whom; empty where nobody looked
   * @param told what to do about it, behind the question's name
   */
  Outcome<Response, Answers> of(Optional<Attestation> attested, String told) {
    Applicant applicant = new Applicant(form, values);
    List<Problem.FieldError> wrong =
        attested.stream()
            .flatMap(found -> applicant.contradicting(found.person()).stream())
            .map(field -> new Problem.FieldError(field.id(), "person", field.label() + told))
            .toList();
    return wrong.isEmpty()
        ? Outcome.success(this)
        : Outcome.failure(Problem.ANSWERS_INVALID.response(wrong));
  }

  static Outcome<Response, Answers> check(
      Procedure procedure, Map<String, Object> answers, Integer claimedFee, LocalDate today) {
    FormDefinition form = form(procedure);
    // Whoever is to pay must have seen how much: where there is a fee, leaving it out is a wrong
    // one.
    Integer shown = form.fee() != null && claimedFee == null ? Integer.valueOf(-1) : claimedFee;
    FormCheck check = FormCheck.of(form, answers, today, shown);
    return check.accepted()
        ? Outcome.success(of(form, check))
        : Outcome.failure(Problem.ANSWERS_INVALID.response(told(check.errors())));
  }

  /** What was accepted of them. */
  static Answers of(FormDefinition form, FormCheck check) {
    return new Answers(
        form,
        check.canonical(),
        form.fee() == null || check.fee() == null ? null : Math.toIntExact(check.fee()));
  }

  static List<Problem.FieldError> told(List<FormError> errors) {
    return errors.stream()
        .map(e -> new Problem.FieldError(e.path(), e.code().code(), e.message()))
        .toList();
  }

  static FormDefinition form(Procedure procedure) {
    return switch (FORMS.read(procedure.form())) {
      case FormReading.Valid(FormDefinition valid) -> valid;
      case FormReading.Refused(var findings) ->
          throw new IllegalStateException("a published form is refused: " + findings);
    };
  }
}
