package jp.ishikari.link.applications;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import jp.ishikari.link.applications.store.Claim;
import jp.ishikari.link.applications.store.ProvenPeople;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.BlindIndex;
import jp.ishikari.link.domain.BusinessCalendar;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.Lifecycle;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Place;
import jp.ishikari.link.domain.PlaceStore;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ReceiptNumber;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.SubmissionStore;
import jp.ishikari.link.domain.SubmissionStore.NotSubmitted;
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
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** 申請: a resident or guest sends in answers to a published form and gets a receipt number. */
@Contract(
    request = SubmitApplicationRequest.class,
    response = ApplicationReceipt.class,
    status = 201)
record SubmitApplication(
    SubmissionStore applications,
    Intake intake,
    SubmissionParts parts,
    CalendarStore calendars,
    FreePlaces places,
    BlindIndex people,
    ProvenPeople proven,
    NoticeAddress notices,
    InstantSource clock,
    Duration claimable,
    RandomGenerator random,
    char regionDigit)
    implements Operation {
  private static final int CREATED = 201;

  /**
   * Ten random digits collide once in a city's lifetime; places of the same number are drawn by
   * many at once when few are left.
   */
  private static final int DRAWS = 20;

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

  /** Why it was not written down. */
  private sealed interface Refusal {
    /** Somebody else has the number or the place that was drawn; draw another. */
    record DrawnTwice() implements Refusal {}

    /** What the resident is answered. */
    record Answered(Response response) implements Refusal {}

    static Refusal of(PlaceStore.NotTaken reason) {
      return switch (reason) {
        case PlaceStore.NotTaken.PlaceTaken() -> new DrawnTwice();
        case PlaceStore.NotTaken.HoldsOne() -> new Answered(Openings.holdsOne());
      };
    }

    static Refusal of(NotSubmitted reason) {
      return switch (reason) {
        case NotSubmitted.Unsaved(NotSaved unsaved) ->
            new Answered(RefusedWrite.answer(unsaved, CREATED));
        case NotSubmitted.ReceiptTaken() -> new DrawnTwice();
      };
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
        .fold(refusal -> refused(key, refusal), ready -> save(ready, asked, request, key, now));
  }

  private static Optional<Caller.Resident> proven(Caller caller) {
    return caller instanceof Caller.Resident resident && resident.proven()
        ? Optional.of(resident)
        : Optional.empty();
  }

  /**
   * It may have been accepted before the form changed or the day ended: then the answer is the one
   * it got.
   */
  private Outcome<Response, Response> refused(IdempotencyKey key, Response refusal) {
    return Outcome.failure(
        applications
            .repeated(key.token(), key.bodyHash())
            .map(earlier -> RefusedWrite.answer(earlier, CREATED))
            .orElse(refusal));
  }

  private Outcome<Response, Response> save(
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
    SubmissionParts.Present present =
        new SubmissionParts.Present(
            parts.ending(asked.draftId(), account, now),
            ready.signed(),
            ready.visit(),
            claim,
            ready.files());
    String round = procedure.round();
    Optional<String> holder =
        round == null
            ? Optional.empty()
            : places.holder(round, request, ready.visit(), notifyAddress);
    if (round != null && holder.isEmpty()) {
      return refused(key, Openings.whoIsIt(answers.form()));
    }
    for (int draw = 1; ; draw++) {
      Optional<Place> place = holder.flatMap(who -> places.draw(procedure, who));
      if (round != null && place.isEmpty()) {
        return refused(key, Openings.full(procedure));
      }
      Application application =
          new Application(
              id,
              1,
              new Application.Arrival(
                  account,
                  ReceiptNumber.draw(regionDigit, random).digits(),
                  now,
                  receivedOn,
                  ready.counter()),
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
                          .orElse(null))),
              new Application.Standing(
                  Lifecycle.next(null, Step.SUBMIT, Actor.RESIDENT).orElseThrow(), null),
              new Application.Clock(procedure.standardDays()));
      ApplicationReceipt receipt = ApplicationReceipt.of(application, claim.orElse(null));
      Submission<Refusal> submission =
          Submission.of(
                  application,
                  ApplicationReceipt.event(application, Step.SUBMIT, now),
                  key.promise(receipt, now),
                  applicant.terms(people, procedure.divisionId()))
              .as(Refusal::of)
              .with(
                  parts.of(application, present, CREATED).stream()
                      .map(part -> part.<Refusal>as(Refusal.Answered::new))
                      .toList())
              .with(
                  place.stream()
                      .map(free -> places.taking(free, id))
                      .map(taking -> taking.<Refusal>as(Refusal::of))
                      .toList());
      switch (applications.submit(submission)) {
        case Outcome.Success<Refusal, Application> done -> {
          return Outcome.success(Response.created(receipt));
        }
        case Outcome.Failure<Refusal, Application>(Refusal.Answered(Response response)) -> {
          return Outcome.success(response);
        }
        case Outcome.Failure<Refusal, Application>(Refusal.DrawnTwice()) -> {
          if (draw == DRAWS) {
            return Outcome.success(Problem.CONFLICT.response());
          }
        }
      }
    }
  }

  /** As it is kept: to the second. */
  private Instant claimUntil(Instant now) {
    return now.plus(claimable).truncatedTo(ChronoUnit.SECONDS);
  }
}
