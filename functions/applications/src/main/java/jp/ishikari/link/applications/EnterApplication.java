package jp.ishikari.link.applications;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.ishikari.link.applications.store.Claim;
import jp.ishikari.link.applications.store.ClaimStore;
import jp.ishikari.link.applications.store.HolderNames;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.EnteredByStaff;
import jp.ishikari.link.domain.Lifecycle;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProvenPerson;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Staff enter what came by post, at the counter, by telephone, mail or fax (T-01, T-02). The paper
 * says who applied and carries their signature, so neither card nor code is asked; and it came,
 * whether or not the procedure takes applications that day: that is for the decision.
 */
@Contract(
    request = EnterApplicationRequest.class,
    response = ApplicationReceipt.class,
    status = 201)
record EnterApplication(
    Registration registration,
    OwnProcedures own,
    ReceiptDay days,
    HolderNames holders,
    ClaimStore claims,
    FeeToPay fees,
    InstantSource clock,
    Duration claimable)
    implements Operation {

  /** What may be written down. */
  private record Ready(
      EnterApplicationRequest asked, Procedure procedure, EnteredAnswers answers) {}

  @Override
  public Response run(Request request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return IdempotencyKey.of(request)
        .then(
            key ->
                Body.read(
                        request,
                        EnterApplicationRequest.class,
                        (asked, mistakes) ->
                            ready(asked, mistakes, request.staff(), Reception.today(now)))
                    .then(ready -> ready)
                    .<Outcome<Response, Response>>fold(
                        refusal -> Outcome.failure(registration.refused(key, refusal)),
                        ready -> Outcome.success(save(ready, request.staff(), key, now))))
        .fold(refusal -> refusal, receipt -> receipt);
  }

  /** Everything that is wrong is told at once: with the way, the day and the answers. */
  private Outcome<Response, Ready> ready(
      EnterApplicationRequest asked, Body.Mistakes mistakes, Caller.Staff staff, LocalDate today) {
    asked.checkCode(mistakes);
    List<Problem.FieldError> ofTheDay = days.wrong(asked.receivedOn(), asked.reason(), today);
    tell(ofTheDay, mistakes);
    // A day that can't be is no day to check the answers by.
    LocalDate day = asked.receivedOn() == null || !ofTheDay.isEmpty() ? today : asked.receivedOn();
    // No procedure can be looked up by a name that is none; the body says so.
    Outcome<Response, Procedure> found =
        asked.procedureId().isEmpty()
            ? Outcome.failure(Problem.ANSWERS_INVALID.response(List.of()))
            : own.find(asked.procedureId(), asked.formVersion(), staff);
    return found.then(
        procedure ->
            EnteredAnswers.check(procedure, asked.answers(), day, asked.lacking())
                .fold(
                    wrong -> {
                      tell(wrong, mistakes);
                      return Outcome.failure(Problem.ANSWERS_INVALID.response(wrong));
                    },
                    answers -> Outcome.success(new Ready(asked, procedure, answers))));
  }

  private static void tell(List<Problem.FieldError> wrong, Body.Mistakes mistakes) {
    wrong.forEach(one -> mistakes.wrong(one.path(), one.code(), one.message()));
  }

  /** A paper says of whom it is; without name and day of birth each is one of its own. */
  private String holder(String round, ProvenPerson said, String applicationId) {
    return holders.of(
        round,
        HolderNames.Kind.ENTERED,
        said.name() == null || said.birthDate() == null
            ? applicationId
            : HolderNames.person(said.name(), said.birthDate()));
  }

  private Response save(Ready ready, Caller.Staff staff, IdempotencyKey key, Instant now) {
    EnterApplicationRequest asked = ready.asked();
    Procedure procedure = ready.procedure();
    Answers answers = ready.answers().answers();
    Applicant applicant = new Applicant(answers.form(), answers.values());
    String id = UUID.randomUUID().toString();
    Optional<Claim> claim =
        asked
            .claimId()
            .map(
                claimId ->
                    new Claim(claimId, id, now.plus(claimable).truncatedTo(ChronoUnit.SECONDS)));
    return registration.save(
        new Registration.Arriving(
            procedure,
            applicant,
            Optional.ofNullable(procedure.round())
                .map(round -> holder(round, applicant.said(), id)),
            receiptNumber ->
                new Application(
                    id,
                    1,
                    new Application.Arrival(
                        null,
                        receiptNumber,
                        now,
                        asked.receivedOn(),
                        null,
                        new EnteredByStaff(
                            asked.channel(), staff.staffId(), staff.name(), asked.reason())),
                    new Application.Matter(
                        procedure.procedureId(),
                        procedure.name(),
                        procedure.divisionId(),
                        new Application.Answered(
                            procedure.version(),
                            answers.values(),
                            answers.fee(),
                            applicant.called(),
                            // To what is only written on a paper nothing is ever sent.
                            null,
                            null,
                            null,
                            ready.answers().lacking())),
                    new Application.Standing(
                        Lifecycle.next(null, Step.SUBMIT, Actor.STAFF_FOR_APPLICANT).orElseThrow(),
                        null),
                    new Application.Clock(procedure.standardDays())),
            application ->
                ApplicationEvent.of(
                    application,
                    Step.SUBMIT,
                    now,
                    Actor.STAFF_FOR_APPLICANT,
                    staff.staffId(),
                    staff.name(),
                    null,
                    List.of()),
            application ->
                Stream.concat(claim.stream().map(claims::offering), fee(ready, id, now))
                    .map(
                        part ->
                            part.<Response>as(
                                reason -> RefusedWrite.answer(reason, Registration.CREATED)))
                    .toList(),
            application ->
                ApplicationReceipt.of(application, claim.orElse(null), false)
                    .dueBy(
                        FeeToPay.payBy(
                            procedure,
                            answers.fee(),
                            now,
                            days.calendars().from(Reception.today(now).getYear())))),
        key,
        now);
  }

  /** What came on paper costs the same; it may be paid at the counter. */
  private Stream<Part<NotSaved>> fee(Ready ready, String applicationId, Instant now) {
    return fees
        .of(
            ready.procedure(),
            ready.answers().answers().fee(),
            new FeeToPay.Sent(
                applicationId,
                now,
                ready.asked().receivedOn(),
                days.calendars().from(Reception.today(now).getYear()),
                ready.asked().claimCode()))
        .stream();
  }
}
