package jp.ishikari.link.applications;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.Lifecycle;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.counter.AtCounter;
import jp.ishikari.link.domain.counter.Attestation;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.NoSuchStep;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * What must hold before a correction (補正) is taken, whether it is sent in or put down to be signed:
 * by the form version of the application.
 */
record CorrectionIntake(ProcedureStore procedures) {

  private static final String OTHER_PERSON =
      "が、職員が窓口で書類を確かめた方と違います。この申請は、その方のものとして受け付けています。違う方の申請は、新しく申請してください。";

  /**
   * What a resident answers anew.
   *
   * @param version of the application as the resident saw it
   * @param signingRequestId what was signed; null when nothing was
   */
  record Asked(
      @Limit(min = 1) int version,
      Map<String, Object> answers,
      @Nullable @Limit Integer fee,
      @Nullable @Limit(max = 64) String signingRequestId) {}

  /** A correction that may be taken, and where the application stands after it. */
  record Admitted(
      Application application, Procedure procedure, Answers answers, ApplicationState next) {}

  Outcome<Response, Admitted> admit(Application application, Asked asked, LocalDate today) {
    Procedure procedure =
        procedures
            .version(application.procedureId(), application.formVersion())
            .orElseThrow(() -> new IllegalStateException("an application's form version is gone"));
    Optional<Attestation> attested =
        Optional.ofNullable(application.counter()).map(AtCounter::attestation);
    return Answers.check(procedure, asked.answers(), asked.fee(), today)
        .then(answers -> answers.of(attested, OTHER_PERSON))
        .then(
            answers -> {
              Optional<ApplicationState> next =
                  Lifecycle.next(application.state(), Step.CORRECT, Actor.RESIDENT);
              if (next.isEmpty()) {
                return Outcome.failure(NoSuchStep.response());
              }
              return asked.version() == application.version()
                  ? Outcome.success(new Admitted(application, procedure, answers, next.get()))
                  : Outcome.failure(Problem.CONFLICT.response());
            });
  }
}
