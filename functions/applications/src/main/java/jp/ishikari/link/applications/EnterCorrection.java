package jp.ishikari.link.applications;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Lifecycle;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.NoSuchStep;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Staff enter a correction (補正) of what staff entered: what came by post or was asked by telephone,
 * or a mistake of their own. Once the applicant took the application over (引継ぎ), it is theirs to
 * correct.
 */
@Contract(request = EnterCorrection.Sent.class, response = ApplicationReceipt.class)
record EnterCorrection(
    ApplicationStore applications,
    ProcedureStore procedures,
    CorrectionParts parts,
    InstantSource clock)
    implements Operation {
  private static final int OK = 200;

  /** What stands instead of a request where nobody asked for the correction. */
  private static final Application.Returned OWN =
      new Application.Returned("職員が入力を直しました。", List.of());

  /**
   * @param version of the case as the clerk saw it
   * @param lacking whether it is taken with what is still lacking
   */
  record Sent(@Limit(min = 1) int version, Map<String, Object> answers, boolean lacking) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                OwnCase.find(applications, request)
                    .then(
                        application ->
                            Body.read(request, Sent.class)
                                .then(sent -> correct(application, sent, request.staff(), key))
                                .<Outcome<Response, Response>>fold(
                                    // What was carried out already can't be again: then the answer
                                    // is the one it got.
                                    refusal ->
                                        Outcome.failure(
                                            key.fresh(applications::repeated, OK)
                                                .fold(first -> first, fresh -> refusal)),
                                    Outcome::success)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Outcome<Response, Response> correct(
      Application application, Sent sent, Caller.Staff staff, IdempotencyKey key) {
    Optional<ApplicationState> next =
        Lifecycle.next(application.state(), Step.CORRECT, Actor.STAFF_FOR_APPLICANT)
            .filter(state -> application.enteredForNobodyElse());
    if (next.isEmpty()) {
      return Outcome.failure(NoSuchStep.response());
    }
    if (sent.version() != application.version()) {
      return Outcome.failure(Problem.CONFLICT.response());
    }
    return EnteredAnswers.check(
            procedures.version(application.procedureId(), application.formVersion()).orElseThrow(),
            sent.answers(),
            application.receivedOn(),
            sent.lacking())
        .fold(
            wrong -> Outcome.failure(Problem.ANSWERS_INVALID.response(wrong)),
            answers -> Outcome.success(save(application, answers, next.get(), staff, key)));
  }

  private Response save(
      Application application,
      EnteredAnswers entered,
      ApplicationState next,
      Caller.Staff staff,
      IdempotencyKey key) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Answers answers = entered.answers();
    Applicant applicant = new Applicant(answers.form(), answers.values());
    Application after =
        application
            .corrected(
                application.formVersion(),
                answers.values(),
                answers.fee(),
                applicant.called(),
                null,
                null)
            .without(entered.lacking())
            .advanced(next, null);
    return applications
        .advance(
            parts
                .advance(
                    application,
                    Optional.ofNullable(application.returned()).orElse(OWN),
                    after,
                    answers,
                    ApplicationEvent.of(
                        after,
                        Step.CORRECT,
                        now,
                        Actor.STAFF_FOR_APPLICANT,
                        staff.staffId(),
                        staff.name(),
                        null,
                        List.of()),
                    key.promise(ApplicationReceipt.of(after), now),
                    now)
                .as(reason -> RefusedWrite.answer(reason, OK)))
        .fold(refusal -> refusal, done -> Response.ok(ApplicationReceipt.of(done)));
  }
}
