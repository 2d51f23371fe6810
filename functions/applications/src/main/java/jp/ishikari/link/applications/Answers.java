package jp.ishikari.link.applications;

import java.time.LocalDate;
import java.util.Map;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.FormCache;
import jp.ishikari.link.forms.FormCheck;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormReading;

/**
 * Answers that passed the form's check: visibility, fee and today are the server's.
 *
 * @param fee integer yen; null when the form has no fee
 */
record Answers(FormDefinition form, Map<String, Object> values, Integer fee) {
  private static final FormCache FORMS = new FormCache(50);

  static Outcome<Response, Answers> check(
      Procedure procedure, Map<String, Object> answers, Integer claimedFee, LocalDate today) {
    FormDefinition form =
        switch (FORMS.read(procedure.form())) {
          case FormReading.Valid(FormDefinition valid) -> valid;
          case FormReading.Refused(var findings) ->
              throw new IllegalStateException("a published form is refused: " + findings);
        };
    // Whoever is to pay must have seen how much: where there is a fee, leaving it out is a wrong
    // one.
    Integer shown = form.fee() != null && claimedFee == null ? Integer.valueOf(-1) : claimedFee;
    FormCheck check = FormCheck.of(form, answers, today, shown);
    return check.accepted()
        ? Outcome.success(
            new Answers(
                form, check.canonical(), form.fee() == null ? null : Math.toIntExact(check.fee())))
        : Outcome.failure(
            Problem.ANSWERS_INVALID.response(
                check.errors().stream()
                    .map(e -> new Problem.FieldError(e.path(), e.code().code(), e.message()))
                    .toList()));
  }
}
