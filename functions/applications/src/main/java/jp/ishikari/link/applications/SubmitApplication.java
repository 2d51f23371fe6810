package jp.ishikari.link.applications;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.applications.store.Claim;
import jp.ishikari.link.applications.store.ProvenPeople;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.BusinessCalendar;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.FollowCode;
import jp.ishikari.link.domain.Lifecycle;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.counter.AtCounter;
import jp.ishikari.link.domain.counter.Attestation;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** 申請: a resident or guest sends in answers to a published form and gets a receipt number. */
@Contract(
    request = SubmitApplicationRequest.class,
    response = ApplicationReceipt.class,
    status = 201)
record SubmitApplication(
    Registration registration,
    PlaceHolders holders,
    Intake intake,
    SubmissionParts parts,
    CalendarStore calendars,
    ProvenPeople proven,
    NoticeAddress notices,
    InstantSource clock,
    Duration claimable)
    implements Operation {
  /**
   * All that is needed to write it down, under the id that it will have; {@code signed} is empty
   * where no signature is asked, {@code visit} but at the counter, {@code attested} where nobody
   * there checked who it is.
   */
  private record Ready(
      Intake.Admitted admitted,
      Optional<SigningRequest> signed,
      Optional<Visit> visit,
      Optional<Attestation> attested,
      String applicationId,
      List<Part<Response>> files) {
    Signature signature() {
      return signed.map(request -> request.signed().signature().sentIn(1, null)).orElse(null);
    }

    AtCounter counter() {
      return visit
          .map(at -> new AtCounter(at.terminalId(), at.terminalName(), attested.orElse(null)))
          .orElse(null);
    }
  }

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                Body.read(request, SubmitApplicationRequest.class)
                    .then(asked -> submit(asked, request, key)))
        .fold(refusal -> refusal, receipt -> receipt);
  }

  private Outcome<Response, Response> submit(
      SubmitApplicationRequest asked, Request request, IdempotencyKey key) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Caller caller = request.caller();
    Optional<Visit> visit = request.visit().flatMap(at -> parts.visits().find(at.visitId()));
    Optional<Attestation> attested = Intake.attested(caller, visit);
    String id = UUID.randomUUID().toString();
    return intake
        .admit(asked, caller, attested, Reception.today(now))
        .then(
            admitted ->
                parts
                    .signed()
                    .find(admitted, asked, caller, now)
                    .then(
                        signing ->
                            parts
                                .files()
                                .of(admitted.answers(), caller, asked.draftId(), id)
                                .map(
                                    files ->
                                        new Ready(admitted, signing, visit, attested, id, files))))
        .<Outcome<Response, Response>>fold(
            refusal -> Outcome.failure(registration.refused(key, refusal)),
            ready -> Outcome.success(save(ready, asked, request, key, now)));
  }

  private static Optional<Caller.Resident> proven(Caller caller) {
    return caller instanceof Caller.Resident resident && resident.proven()
        ? Optional.of(resident)
        : Optional.empty();
  }

  private Response save(
      Ready ready,
      SubmitApplicationRequest asked,
      Request request,
      IdempotencyKey key,
      Instant now) {
    Procedure procedure = ready.admitted().procedure();
    Answers answers = ready.admitted().answers();
    Applicant applicant = new Applicant(answers.form(), answers.values());
    BusinessCalendar calendar = calendars.from(Reception.today(now).getYear());
    LocalDate receivedOn = Reception.receivedOn(now, calendar);
    String id = ready.applicationId();
    String account =
        request.caller() instanceof Caller.Resident resident ? resident.accountId() : null;
    Optional<String> notifyAddress = notices.of(request, applicant);
    Optional<Claim> claim =
        asked
            .claimId()
            .filter(offered -> account == null)
            .map(claimId -> new Claim(claimId, id, claimUntil(now)));
    // What a clerk's look at the card has shown is not opened by a code alone.
    Optional<FollowCode> followed =
        asked
            .followId()
            .filter(offered -> account == null && ready.attested().isEmpty())
            .map(followId -> new FollowCode(followId, id));
    SubmissionParts.Present present =
        new SubmissionParts.Present(
            parts.ending(asked.draftId(), account, now),
            ready.signed(),
            ready.visit(),
            claim,
            followed,
            ready.files(),
            parts
                .fees()
                .of(
                    procedure,
                    answers.fee(),
                    new FeeToPay.Sent(
                        id,
                        now,
                        receivedOn,
                        calendar,
                        account == null ? asked.payingCode() : null)));
    String round = procedure.round();
    Optional<String> holder =
        round == null
            ? Optional.empty()
            : holders.holder(round, request, ready.visit(), notifyAddress);
    if (round != null && holder.isEmpty()) {
      return registration.refused(key, Openings.whoIsIt(answers.form()));
    }
    return registration.save(
        new Registration.Arriving(
            procedure,
            applicant,
            holder,
            receiptNumber ->
                new Application(
                    id,
                    1,
                    new Application.Arrival(
                        account, receiptNumber, now, receivedOn, ready.counter(), null),
                    new Application.Matter(
                        procedure.procedureId(),
                        procedure.name(),
                        procedure.divisionId(),
                        new Application.Answered(
                            procedure.version(),
                            answers.values(),
                            answers.fee(),
                            applicant.name(),
                            notifyAddress.orElse(null),
                            ready.signature(),
                            proven(request.caller())
                                .map(resident -> proven.of(resident.accountId()))
                                .orElse(null),
                            List.of())),
                    new Application.Standing(
                        Lifecycle.next(null, Step.SUBMIT, Actor.RESIDENT).orElseThrow(), null),
                    new Application.Clock(procedure.standardDays())),
            application -> ApplicationReceipt.event(application, Step.SUBMIT, now),
            application -> parts.of(application, present, Registration.CREATED),
            application ->
                ApplicationReceipt.of(application, claim.orElse(null), followed.isPresent())),
        key,
        now);
  }

  /** As it is kept: to the second. */
  private Instant claimUntil(Instant now) {
    return now.plus(claimable).truncatedTo(ChronoUnit.SECONDS);
  }
}
