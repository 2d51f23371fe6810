package jp.ishikari.link.casework;

import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.BlindIndex;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.forms.FormCache;
import jp.ishikari.link.forms.FormReading;

/**
 * Adds the terms under which clerks find a case by its person, as they are made today: after the
 * index's key or what counts as one and the same character has changed. Terms that were made before
 * stay where they are; under another key nothing finds them any more.
 */
record SearchTerms(ApplicationStore applications, ProcedureStore procedures, BlindIndex people) {
  private static final FormCache FORMS = new FormCache(50);

  void renew(Application application) {
    Procedure asked =
        procedures
            .version(application.procedureId(), application.formVersion())
            .orElseThrow(() -> new IllegalStateException("the version of a case's form is gone"));
    if (!(FORMS.read(asked.form()) instanceof FormReading.Valid(var form))) {
      throw new IllegalStateException("a published form is refused");
    }
    applications.index(
        application.applicationId(),
        new Applicant(form, application.answers()).terms(people, application.divisionId()));
  }
}
