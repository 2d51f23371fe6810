package jp.ishikari.link.applications;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.ApplicationStore.NotSaved;
import jp.ishikari.link.domain.BlindIndex;
import jp.ishikari.link.domain.BusinessCalendar;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.Lifecycle;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.TermChange;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Steps;

/** 補正: the resident answers again what staff returned, by the form version of the application. */
record CorrectApplication(
    ApplicationStore applications,
    ProcedureStore procedures,
    CalendarStore calendars,
    BlindIndex people,
    InstantSource clock)
    implements Operation {
  private static final int OK = 200;

  private record Asked(int version, Map<String, Object> answers, Integer fee) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                OwnApplication.find(applications, request)
                    .then(
                        application ->
                            Body.read(
                                    request,
                                    body ->
                                        new Asked(
                                            body.integer("version", 1, Integer.MAX_VALUE),
                                            body.object("answers"),
                                            body.optionalInteger("fee", 0, Integer.MAX_VALUE)))
                                .then(asked -> correct(application, asked, key))))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Outcome<Response, Response> correct(
      Application application, Asked asked, IdempotencyKey key) {
    Optional<NotSaved> earlier = applications.repeated(key.token(), key.bodyHash());
    if (earlier.isPresent()) {
      return Outcome.failure(Steps.answer(earlier.get(), OK));
    }
    Procedure procedure =
        procedures
            .version(application.procedureId(), application.formVersion())
            .orElseThrow(() -> new IllegalStateException("an application's form version is gone"));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return Answers.check(procedure, asked.answers(), asked.fee(), Reception.today(now))
        .then(answers -> save(application, asked, answers, key, now));
  }

  private Outcome<Response, Response> save(
      Application application, Asked asked, Answers answers, IdempotencyKey key, Instant now) {
    Optional<ApplicationState> next =
        Lifecycle.next(application.state(), Step.CORRECT, Actor.RESIDENT);
    if (next.isEmpty()) {
      return Outcome.failure(Steps.notPossible());
    }
    if (asked.version() != application.version()) {
      return Outcome.failure(Problem.CONFLICT.response());
    }
    Applicant applicant = new Applicant(answers.form(), answers.values());
    BusinessCalendar calendar = calendars.from(Reception.today(now).getYear());
    // The clock of the standard processing period goes on where it stood when it was returned.
    LocalDate dueOn =
        application.daysLeft() == null
            ? null
            : calendar.plus(Reception.receivedOn(now, calendar), application.daysLeft());
    Application after =
        application
            .corrected(
                application.formVersion(),
                answers.values(),
                answers.fee(),
                applicant.name(),
                applicant.email())
            .advanced(next.get(), null, dueOn, null);
    return Outcome.success(
        applications
            .advance(
                after,
                ApplicationReceipt.event(after, Step.CORRECT, now),
                Steps.token(key, ApplicationReceipt.of(after), now),
                TermChange.between(
                    new Applicant(answers.form(), application.answers())
                        .terms(people, application.divisionId()),
                    applicant.terms(people, application.divisionId())))
            .fold(
                reason -> Steps.answer(reason, OK),
                done -> Response.ok(ApplicationReceipt.of(done))));
  }
}
