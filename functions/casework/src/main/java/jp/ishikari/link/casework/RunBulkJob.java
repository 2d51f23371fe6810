package jp.ishikari.link.casework;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Access;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.casework.store.BulkJob;
import jp.ishikari.link.casework.store.BulkJobStore;
import jp.ishikari.link.casework.store.Clerks;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.Lifecycle;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Response;

/**
 * Carries a decision on many cases out, some at a time: each by the same {@link Decision} as a
 * single one, with its result in the same transaction. Whatever breaks off goes on where it was;
 * what is done is not done again. The clerk's rights are asked anew each time.
 */
record RunBulkJob(
    BulkJobStore jobs,
    ApplicationStore applications,
    Clerks clerks,
    Decision decision,
    InstantSource clock)
    implements Consumer<CityEvent> {
  /** Cases for one event: some seconds' work. */
  private static final int SOME = 25;

  private static final String NO_RIGHT = "一括処理を始めた職員に、いまはこの申請を処理する権限がありません。";

  private static final String LACKING = "足りない項目、読み取れない項目が残っています。申請を開いて、1件ずつ処理してください。";

  private static final String UNPAID = "手数料がまだ納付されていません。申請を開いて、1件ずつ処理してください。";

  @Override
  public void accept(CityEvent event) {
    jobs.find(Subject.BULK_JOB.id(event.subject()))
        .filter(job -> job.version() == event.sequence() && !job.over())
        .ifPresent(this::goOn);
  }

  private void goOn(BulkJob job) {
    int until = Math.min(job.next() + SOME, job.cases().size());
    Set<Integer> settled =
        jobs.results(job.jobId()).stream().map(BulkJob.Result::number).collect(Collectors.toSet());
    Caller.Staff clerk = clerk(job);
    for (int number = job.next(); number < until; number++) {
      if (!settled.contains(number)) {
        settle(job, number, clerk);
      }
    }
    jobs.goOn(job.at(until, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  private void settle(BulkJob job, int number, Caller.Staff clerk) {
    BulkJob.Seen seen = job.cases().get(number);
    Optional<Application> found = applications.find(seen.applicationId());
    String receipt = found.map(Application::receiptNumber).orElse(null);
    Response answer =
        found
            .filter(one -> clerk.divisions().contains(one.divisionId()))
            .map(
                one ->
                    toBeLookedAt(job.step(), one, seen)
                        .orElseGet(
                            () ->
                                decision
                                    .decide(
                                        job.step(),
                                        one,
                                        new Decision.Asked(seen.version(), job.reason(), List.of()),
                                        clerk,
                                        new IdempotencyKey(
                                            "bulk " + job.jobId() + " " + number, job.jobId()),
                                        List.of(
                                            jobs.doing(
                                                    job.jobId(),
                                                    new BulkJob.Result(
                                                        number,
                                                        one.applicationId(),
                                                        receipt,
                                                        one.untold(),
                                                        null))
                                                .as(
                                                    standing ->
                                                        RefusedWrite.answer(standing, 200))))
                                    .<Response>fold(refusal -> refusal, done -> done)))
            .orElseGet(() -> Problem.FORBIDDEN.response(NO_RIGHT));
    if (answer.status() >= 300) {
      jobs.refused(
          job.jobId(),
          new BulkJob.Result(number, seen.applicationId(), receipt, false, reason(answer)));
    }
  }

  /** What nobody sees in a list: such a case is decided on by whoever has it before them. */
  private Optional<Response> toBeLookedAt(Step step, Application application, BulkJob.Seen seen) {
    boolean asSeen = application.version() == seen.version();
    if (asSeen && Lifecycle.next(application.state(), step, Actor.STAFF).isEmpty()) {
      return Optional.of(
          Problem.RULE_VIOLATED.response(
              "いま「%s」なので、「%s」はできません。".formatted(application.state().label(), step.label())));
    }
    boolean forward = step == Step.ACCEPT || step == Step.COMPLETE;
    if (forward && !application.lacking().isEmpty()) {
      return Optional.of(Problem.RULE_VIOLATED.response(LACKING));
    }
    boolean unpaid =
        forward
            && decision.holds().of(application.applicationId()).open().stream()
                .anyMatch(hold -> hold.kind() == Hold.Kind.PAYMENT);
    return unpaid ? Optional.of(Problem.RULE_VIOLATED.response(UNPAID)) : Optional.empty();
  }

  private static String reason(Response refusal) {
    return refusal.body()
            instanceof
            Problem.Body(
                var type,
                String title,
                var status,
                var code,
                String detail,
                var correlation,
                var errors)
        ? detail == null ? title : detail
        : Problem.UNEXPECTED.title();
  }

  /**
   * Who began it, as they are today: with the divisions that they began it in, as far as those are
   * still theirs or of a colleague whom they still stand in for.
   */
  private Caller.Staff clerk(BulkJob job) {
    var today = Reception.today(clock.instant());
    Optional<StaffMember> member =
        clerks.find(job.staffId()).filter(one -> one.registration().isOpenOn(today));
    Set<Role> roles =
        member.stream()
            .flatMap(one -> one.roles().stream())
            .flatMap(name -> Role.of(name).stream())
            .collect(Collectors.toSet());
    Stream<String> divisions =
        Access.REVIEWER.opensTo(roles)
            ? job.divisions().stream()
                .filter(
                    id ->
                        member.orElseThrow().divisions().contains(id)
                            || member.orElseThrow().registration().deputyOn(today).isPresent())
            : Stream.empty();
    return new Caller.Staff(
        job.staffId(),
        job.staffName(),
        roles,
        divisions.collect(Collectors.toSet()),
        true,
        job.jobId());
  }
}
