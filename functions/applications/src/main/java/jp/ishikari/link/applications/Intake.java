package jp.ishikari.link.applications;

import java.time.LocalDate;
import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.counter.Attestation;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;

/** What must hold before answers are taken, whether they are sent in or put down to be signed. */
record Intake(ProcedureStore procedures) {

  private static final String OTHER_PERSON =
      "が、職員が窓口で書類を確かめた方と違います。その方の申請だけを送信できます。入力を直すか、違う方が申請するときは、その方の書類を職員に確かめてもらってください。";

  /** Answers that may be taken, and the procedure they are for. */
  record Admitted(Procedure procedure, Answers answers) {}

  /**
   * @param attested whom staff at the counter found the visitor to be, which stands for the card
   *     but signs nothing, and for nobody else
   */
  Outcome<Response, Admitted> admit(
      SubmitApplicationRequest asked,
      Caller caller,
      Optional<Attestation> attested,
      LocalDate today) {
    Optional<Procedure> found =
        procedures
            .current(asked.procedureId())
            .map(current -> newest(current, asked.formVersion()))
            .filter(Procedure::online);
    if (found.isEmpty()) {
      return Outcome.failure(Problem.NOT_FOUND.response());
    }
    Procedure procedure = found.get();
    Optional<Problem> tooLow =
        attested.isPresent() && !procedure.level().signs()
            ? Optional.empty()
            : tooLow(procedure.level(), caller);
    if (tooLow.isPresent()) {
      return Outcome.failure(tooLow.get().response());
    }
    if (asked.formVersion() != procedure.version() && !procedure.carriesOver(asked.formVersion())) {
      return Outcome.failure(Problem.FORM_CHANGED.response());
    }
    return Openings.refusal(procedure, today)
        .<Outcome<Response, Admitted>>map(Outcome::failure)
        .orElseGet(
            () ->
                Answers.check(procedure, asked.answers(), asked.fee(), today)
                    .then(answers -> answers.of(attested, OTHER_PERSON))
                    .then(answers -> Outcome.success(new Admitted(procedure, answers))));
  }

  /**
   * Whom staff found a visitor to be. Whoever proves themselves by their card needs no check, and
   * it may have been of somebody else.
   */
  static Optional<Attestation> attested(Caller caller, Optional<Visit> visit) {
    return caller instanceof Caller.Resident resident && resident.proven()
        ? Optional.empty()
        : visit.map(Visit::attestation);
  }

  /** What is missing of what the procedure asks of its applicant before anything is filled in. */
  private static Optional<Problem> tooLow(Procedure.Level level, Caller caller) {
    if (level == Procedure.Level.GUEST) {
      return Optional.empty();
    }
    if (!(caller instanceof Caller.Resident resident)) {
      return Optional.of(Problem.SIGN_IN_REQUIRED);
    }
    return level.verifies() && !resident.proven()
        ? Optional.of(Problem.PROOF_REQUIRED)
        : Optional.empty();
  }

  /** A warm function may not know of a version that was published seconds ago, the browser may. */
  private Procedure newest(Procedure current, int asked) {
    return asked > current.version()
        ? procedures.version(current.procedureId(), asked).orElse(current)
        : current;
  }
}
