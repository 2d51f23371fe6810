package jp.ishikari.link.applications;

import java.time.LocalDate;
import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;

/** What must hold before answers are taken, whether they are sent in or put down to be signed. */
record Intake(ProcedureStore procedures) {

  /** Answers that may be taken, and the procedure they are for. */
  record Admitted(Procedure procedure, Answers answers) {}

  Outcome<Response, Admitted> admit(
      SubmitApplicationRequest asked, Caller caller, LocalDate today) {
    Optional<Procedure> found =
        procedures
            .current(asked.procedureId())
            .map(current -> newest(current, asked.formVersion()))
            .filter(Procedure::online);
    if (found.isEmpty()) {
      return Outcome.failure(Problem.NOT_FOUND.response());
    }
    Procedure procedure = found.get();
    if (procedure.level() != Procedure.Level.GUEST && caller instanceof Caller.Guest) {
      return Outcome.failure(Problem.SIGN_IN_REQUIRED.response());
    }
    if (asked.formVersion() != procedure.version() && !procedure.carriesOver(asked.formVersion())) {
      return Outcome.failure(Problem.FORM_CHANGED.response());
    }
    return Openings.refusal(procedure, today)
        .<Outcome<Response, Admitted>>map(Outcome::failure)
        .orElseGet(
            () ->
                Answers.check(procedure, asked.answers(), asked.fee(), today)
                    .then(answers -> Outcome.success(new Admitted(procedure, answers))));
  }

  /** A warm function may not know of a version that was published seconds ago, the browser may. */
  private Procedure newest(Procedure current, int asked) {
    return asked > current.version()
        ? procedures.version(current.procedureId(), asked).orElse(current)
        : current;
  }
}
