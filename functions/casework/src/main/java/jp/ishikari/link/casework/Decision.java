package jp.ishikari.link.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.HoldStore;
import jp.ishikari.link.domain.Holds;
import jp.ishikari.link.domain.Lifecycle;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.PlaceStore;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.assignment.Assignment;
import jp.ishikari.link.domain.conversation.Conversation;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.NoSuchStep;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** How staff take a step: the same for every decision but for what the clerk has to say. */
record Decision(
    ApplicationStore applications,
    HoldStore holds,
    PlaceStore places,
    CaseLine.Maker lines,
    InstantSource clock) {
  private static final int OK = 200;
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("M月d日 H時mm分").withZone(Reception.JST);

  /**
   * What a clerk asks for.
   *
   * @param version of the case as the clerk saw it
   * @param reason what the resident is told; null when nothing
   * @param fields to correct; empty unless it is returned
   */
  record Asked(int version, String reason, List<String> fields) {}

  /** What a line of the clerk's list shows after it, without anything of the applicant. */
  record Decided(
      String applicationId,
      ApplicationState state,
      int version,
      @Nullable LocalDate dueOn,
      boolean overdue,
      List<Hold.Waiting> holds) {

    static Decided of(CaseLine line) {
      return new Decided(
          line.applicationId(),
          line.state(),
          line.version(),
          line.dueOn(),
          line.overdue(),
          line.holds());
    }
  }

  <R extends Record> Response take(
      Step step, Request request, Class<R> body, Function<R, Asked> reader) {
    return take(step, request, body, (sent, application) -> Outcome.success(reader.apply(sent)));
  }

  /**
   * @param reader sees the case too, and may refuse what does not fit it
   */
  <R extends Record> Response take(
      Step step,
      Request request,
      Class<R> body,
      BiFunction<R, Application, Outcome<Response, Asked>> reader) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                OwnCase.find(applications, request)
                    .then(
                        application ->
                            Body.read(request, body)
                                .then(sent -> reader.apply(sent, application))
                                .then(
                                    asked ->
                                        decide(
                                            step,
                                            application,
                                            asked,
                                            request.staff(),
                                            key,
                                            List.of()))))
        .fold(refusal -> refusal, answer -> answer);
  }

  /**
   * The step itself, for a case that is known to be of the clerk's divisions.
   *
   * @param parts what becomes true with it, besides what a decision always brings
   */
  Outcome<Response, Response> decide(
      Step step,
      Application application,
      Asked asked,
      Caller.Staff staff,
      IdempotencyKey key,
      List<Part<Response>> parts) {
    Optional<NotSaved> earlier = applications.repeated(key.token(), key.bodyHash());
    if (earlier.isPresent()) {
      return Outcome.failure(RefusedWrite.answer(earlier.get(), OK));
    }
    if (asked.version() != application.version()) {
      return Outcome.failure(overtaken(application.applicationId()));
    }
    Actor actor = step == Step.WITHDRAW ? Actor.STAFF_FOR_APPLICANT : Actor.STAFF;
    Optional<ApplicationState> next =
        Lifecycle.next(application.state(), step, actor)
            .filter(state -> actor == Actor.STAFF || application.enteredForNobodyElse());
    if (next.isEmpty() || (step == Step.RESOLVE_SIGNATURE && !hasOpenSignature(application))) {
      return Outcome.failure(NoSuchStep.response());
    }
    if (step == Step.ACCEPT && hasOpenSignature(application)) {
      return Outcome.failure(Problem.SIGNATURE_UNRESOLVED.response());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Application after =
        step == Step.RESOLVE_SIGNATURE
            ? application.resolved(new Signature.Resolution(staff.name(), now, asked.reason()))
            : after(application, next.get(), asked);
    ApplicationEvent event =
        ApplicationEvent.of(
            after, step, now, actor, staff.staffId(), staff.name(), asked.reason(), asked.fields());
    Holds before = holds.of(application.applicationId());
    List<Hold> begun = begun(after, now);
    Decided decided =
        Decided.of(
            lines.of(
                after,
                new Holds(Stream.concat(before.all().stream(), begun.stream()).toList()),
                // What is unread is no part of the answer, nor who works on it.
                Conversation.none(after.applicationId()),
                Assignment.none(after.applicationId())));
    return Outcome.success(
        applications
            .advance(
                Advance.of(after, event, key.promise(decided, now))
                    .with(after.state().holdsPlace() ? List.of() : freeing(after.applicationId()))
                    .with(clock(after, before, begun, now))
                    .as(
                        reason ->
                            reason instanceof NotSaved.Overtaken
                                ? overtaken(application.applicationId())
                                : RefusedWrite.answer(reason, OK))
                    .with(parts))
            .fold(refusal -> refusal, done -> Response.ok(decided)));
  }

  private List<Part<NotSaved>> freeing(String applicationId) {
    return places.of(applicationId).stream().map(places::freeing).toList();
  }

  /** 署名未確認: somebody must find out before the application counts as complete. */
  static boolean hasOpenSignature(Application application) {
    return application.signature() != null && application.signature().open();
  }

  /** Returning it stops the clock until it is corrected; what is over waits for nobody. */
  private List<Part<NotSaved>> clock(
      Application after, Holds before, List<Hold> begun, Instant now) {
    Stream<Part<NotSaved>> starts =
        begun.stream()
            .map(holds::starting)
            .map(start -> start.as(standing -> new NotSaved.Overtaken()));
    Stream<Part<NotSaved>> ends =
        before.open().stream()
            .filter(hold -> after.state().over())
            .map(hold -> holds.ending(hold, now))
            .map(end -> end.as(other -> new NotSaved.Overtaken()));
    return Stream.concat(starts, ends).toList();
  }

  private static List<Hold> begun(Application after, Instant now) {
    return after.state() == ApplicationState.RETURNED
        ? List.of(
            Hold.since(
                after.applicationId(),
                Hold.Kind.CORRECTION,
                Integer.toString(after.version()),
                now))
        : List.of();
  }

  private static Application after(Application application, ApplicationState to, Asked asked) {
    return application.advanced(
        to,
        to == ApplicationState.RETURNED
            ? new Application.Returned(asked.reason(), asked.fields())
            : null);
  }

  private Response overtaken(String applicationId) {
    ApplicationEvent last = applications.history(applicationId).getLast();
    String who = last.actor() == Actor.RESIDENT ? "申請者" : last.actorName() + "さん";
    return Problem.CONFLICT.response(
        AT.format(last.at()) + "に" + who + "が「" + last.step().label() + "」を行いました。内容を確かめてください。");
  }
}
