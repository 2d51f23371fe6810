package jp.ishikari.link.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoCalendarStore;
import jp.ishikari.link.aws.DynamoHoldStore;
import jp.ishikari.link.aws.DynamoPlaceStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.casework.store.BulkJob;
import jp.ishikari.link.casework.store.BulkJobStore;
import jp.ishikari.link.casework.store.Clerks;
import jp.ishikari.link.casework.store.DynamoBulkJobStore;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.Lacking;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.SubmissionStore.NotSubmitted;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.AtOnce;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** 一括処理: what a clerk is promised who decides on many cases with one press. */
@ExtendWith(Engines.class)
class BulkJobTest {
  private final EntryFunction entry;
  private final DynamoApplicationStore applications;
  private final DynamoBulkJobStore jobs;
  private final TestCloud cloud;
  private final String division = "d-" + UUID.randomUUID();
  private final Caller.Staff clerk = clerk(division);
  private boolean onDuty = true;

  BulkJobTest(TestCloud cloud) {
    this.cloud = cloud;
    this.entry = new CaseworkWiring().wire(Entry.CASEWORK_STAFF, cloud);
    this.applications = new DynamoApplicationStore(cloud);
    this.jobs = new DynamoBulkJobStore(cloud);
  }

  private static Caller.Staff clerk(String division) {
    return new Caller.Staff(
        "s-" + UUID.randomUUID(),
        "鈴木　一郎",
        Set.of(Role.REVIEWER),
        Set.of(division),
        true,
        "session");
  }

  private List<Application> submitted(int count) {
    return IntStream.range(0, count).mapToObj(i -> submitted(division)).toList();
  }

  private Application submitted(String of) {
    return submitted(SampleApplications.submitted(null, of), List.of());
  }

  private Application submitted(Application application, List<Hold> waiting) {
    Submission<NotSubmitted> submission =
        Submission.of(
            application,
            SampleApplications.event(application, Step.SUBMIT),
            SampleApplications.token(),
            Set.of());
    for (Hold hold : waiting) {
      submission =
          submission.with(
              new DynamoHoldStore(cloud)
                  .starting(hold)
                  .as(begun -> (NotSubmitted) new NotSubmitted.Unsaved(new NotSaved.Overtaken())));
    }
    applications.submit(submission);
    return application;
  }

  private GatewayCall asking(String decision, List<Application> cases) {
    return GatewayCall.of(Route.START_BULK_JOB)
        .as(clerk)
        .change(
            body -> {
              body.put("decision", decision).putArray("cases");
              cases.forEach(
                  one -> body.withArray("cases").add(one.applicationId() + "@" + one.version()));
            });
  }

  private String started(GatewayCall call) {
    GatewayAnswer answer = call.sentTo(entry);
    assertEquals(201, answer.status(), answer.body());
    return answer.text("jobId");
  }

  /** The directory as it stands for this test. */
  private Optional<StaffMember> member(String staffId) {
    return Optional.of(
        new StaffMember(
            staffId,
            1,
            new Registration(
                "account",
                "鈴木　一郎",
                Set.of(onDuty ? Role.REVIEWER.name() : Role.VIEWER.name()),
                Set.of(division),
                null,
                null,
                null),
            SecondFactor.enrolled(new byte[20]),
            null,
            null,
            null));
  }

  private Consumer<CityEvent> runner(Clerks clerks) {
    return runner(clerks, number -> {});
  }

  /**
   * @param before told the number of each case before it is decided on
   */
  private Consumer<CityEvent> runner(Clerks clerks, IntConsumer before) {
    InstantSource clock = InstantSource.system();
    BulkJobStore watched =
        (BulkJobStore)
            Proxy.newProxyInstance(
                BulkJobStore.class.getClassLoader(),
                new Class<?>[] {BulkJobStore.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("doing")) {
                    before.accept(((BulkJob.Result) arguments[1]).number());
                  }
                  return method.invoke(jobs, arguments);
                });
    return new RunBulkJob(
        watched,
        applications,
        clerks,
        new Decision(
            applications,
            new DynamoHoldStore(cloud),
            new DynamoPlaceStore(cloud),
            new CaseLine.Maker(new DynamoCalendarStore(cloud), clock),
            clock),
        clock);
  }

  private static CityEvent event(String jobId, int sequence) {
    return new CityEvent(
        Subject.BULK_JOB.of(jobId),
        sequence,
        sequence == 1 ? EventType.BULK_JOB_STARTED : EventType.BULK_JOB_WENT_ON,
        Instant.now(),
        null,
        Map.of());
  }

  /** Hands over each event as it comes, until the job is over. */
  private void runAll(String jobId) {
    Consumer<CityEvent> runner = runner(this::member);
    for (int told = 1; !jobs.find(jobId).orElseThrow().over(); told++) {
      runner.accept(event(jobId, told));
    }
  }

  private JsonNode shown(String jobId) {
    GatewayAnswer answer =
        GatewayCall.of(Route.READ_BULK_JOB).as(clerk).path("jobId", jobId).sentTo(entry);
    assertEquals(200, answer.status(), answer.body());
    return answer.json();
  }

  private ApplicationState state(Application of) {
    return applications.find(of.applicationId()).orElseThrow().state();
  }

  @Nested
  class Done {

    @Test
    void onEachCaseOnceWithTheClerkInItsHistory() {
      List<Application> cases = submitted(60);
      String jobId = started(asking("ACCEPT", cases));
      assertEquals(ApplicationState.SUBMITTED, state(cases.getFirst()), "nobody waits for it");
      runAll(jobId);
      for (Application one : cases) {
        assertEquals(ApplicationState.ACCEPTED, state(one));
        var last = applications.history(one.applicationId()).getLast();
        assertEquals(2, last.version());
        assertEquals(clerk.staffId(), last.actorId());
      }
      JsonNode shown = shown(jobId);
      assertEquals(60, shown.get("done").intValue());
      assertTrue(shown.at("/job/over").booleanValue());
      assertEquals(0, shown.get("refused").size());
      assertEquals(
          List.of(jobId),
          GatewayCall.of(Route.LIST_BULK_JOBS)
              .as(clerk)
              .sentTo(entry)
              .json()
              .get("jobs")
              .valueStream()
              .map(job -> job.get("jobId").stringValue())
              .toList());
    }

    @Test
    void onAsManyAsAListShows() {
      List<Application> cases = submitted(101);
      assertEquals(101, shown(started(asking("ACCEPT", cases))).at("/job/cases").intValue());
    }

    @Test
    void onceHoweverOftenTheButtonIsPressedAndTheEventIsTold() {
      List<Application> cases = submitted(5);
      GatewayCall press = asking("ACCEPT", cases);
      String jobId = started(press);
      assertEquals(jobId, started(press));
      Consumer<CityEvent> runner = runner(BulkJobTest.this::member);
      AtOnce.each(
          4,
          i -> {
            runner.accept(event(jobId, 1));
            return i;
          });
      runAll(jobId);
      cases.forEach(one -> assertEquals(2, applications.history(one.applicationId()).size()));
      assertEquals(5, shown(jobId).get("done").intValue());
      assertEquals(0, shown(jobId).get("refused").size());
    }

    @Test
    void fromWhereItBrokeOff() {
      List<Application> cases = accepted(submitted(10));
      String jobId = started(asking("COMPLETE", cases));
      int[] left = {3};
      Consumer<CityEvent> breaking =
          runner(
              staffId -> member(staffId),
              number -> {
                if (left[0]-- == 0) {
                  throw new IllegalStateException("the process ends here");
                }
              });
      assertThrows(IllegalStateException.class, () -> breaking.accept(event(jobId, 1)));
      assertEquals(3, shown(jobId).get("done").intValue());
      assertFalse(shown(jobId).at("/job/over").booleanValue());
      runAll(jobId);
      assertEquals(10, shown(jobId).get("done").intValue());
      assertEquals(0, shown(jobId).get("refused").size());
      cases.forEach(one -> assertEquals(3, applications.history(one.applicationId()).size()));
    }

    private List<Application> accepted(List<Application> cases) {
      runAll(started(asking("ACCEPT", cases)));
      return cases.stream()
          .map(one -> applications.find(one.applicationId()).orElseThrow())
          .toList();
    }

    @Test
    void withTheReasonToldToEachApplicant() {
      List<Application> cases = submitted(2);
      runAll(started(asking("RETURN", cases).change(body -> body.put("reason", "印がありません。"))));
      for (Application one : cases) {
        Application now = applications.find(one.applicationId()).orElseThrow();
        assertEquals("印がありません。", now.returned().reason());
        assertFalse(new DynamoHoldStore(cloud).of(one.applicationId()).open().isEmpty());
      }
    }
  }

  @Nested
  class Untold {

    @Test
    void areNamedInTheResultThatSomebodyCallsThem() {
      Application known = SampleApplications.submitted(null, division);
      Application guest =
          submitted(
              known.corrected(1, known.answers(), known.fee(), known.applicantName(), null, null),
              List.of());
      Application account =
          submitted(
              SampleApplications.submitted("account-" + UUID.randomUUID(), division), List.of());
      assertTrue(guest.untold());
      String jobId =
          started(
              asking("REJECT", List.of(guest, account))
                  .change(body -> body.put("reason", "期限を過ぎています。")));
      runAll(jobId);
      JsonNode untold = shown(jobId).get("untold");
      assertEquals(1, untold.size());
      assertEquals(guest.receiptNumber(), untold.get(0).get("receiptNumber").stringValue());
    }
  }

  @Nested
  class NotDone {

    @Test
    void onACaseThatSomebodyChangedSinceItWasSeenWhileTheOthersAre() {
      List<Application> cases = submitted(3);
      String jobId = started(asking("ACCEPT", cases));
      String quicker =
          started(
              asking("REJECT", List.of(cases.get(1))).change(body -> body.put("reason", "期限切れ")));
      runAll(quicker);
      runAll(jobId);
      assertEquals(ApplicationState.ACCEPTED, state(cases.get(0)));
      assertEquals(ApplicationState.REJECTED, state(cases.get(1)));
      assertEquals(ApplicationState.ACCEPTED, state(cases.get(2)));
      JsonNode refused = shown(jobId).get("refused");
      assertEquals(1, refused.size());
      assertEquals(cases.get(1).receiptNumber(), refused.get(0).get("receiptNumber").stringValue());
      assertTrue(refused.get(0).get("reason").stringValue().contains("鈴木　一郎さんが「却下」"));
    }

    @Test
    void onWhatIsToBePaidOrLacksSomethingWhichIsDecidedWithItBeforeOnesEyes() {
      Application unpaid = SampleApplications.submitted(null, division);
      submitted(
          unpaid,
          List.of(Hold.since(unpaid.applicationId(), Hold.Kind.PAYMENT, "v1", unpaid.arrivedAt())));
      Application lacking =
          SampleApplications.submitted(null, division)
              .without(List.of(new Lacking("name", "氏名を入力してください", null)));
      submitted(lacking, List.of());
      String jobId = started(asking("ACCEPT", List.of(unpaid, lacking)));
      runAll(jobId);
      assertEquals(ApplicationState.SUBMITTED, state(unpaid));
      assertEquals(ApplicationState.SUBMITTED, state(lacking));
      List<String> reasons =
          shown(jobId)
              .get("refused")
              .valueStream()
              .map(r -> r.get("reason").stringValue())
              .toList();
      assertTrue(reasons.get(0).contains("納付されていません"), reasons.get(0));
      assertTrue(reasons.get(1).contains("足りない"), reasons.get(1));
    }

    @Test
    void whereTheLifecycleHasNoSuchStep() {
      List<Application> cases = submitted(1);
      String jobId = started(asking("COMPLETE", cases));
      runAll(jobId);
      assertEquals(ApplicationState.SUBMITTED, state(cases.getFirst()));
      JsonNode refused = shown(jobId).get("refused");
      assertEquals(1, refused.size());
      assertEquals("いま「審査待ち」なので、「完了」はできません。", refused.get(0).get("reason").stringValue());
      assertEquals(
          cases.getFirst().applicantName(), refused.get(0).get("applicantName").stringValue());
      assertEquals(
          cases.getFirst().procedureName(), refused.get(0).get("procedureName").stringValue());
    }

    @Test
    void onceTheClerksRightHasEnded() {
      List<Application> cases = submitted(30);
      String jobId = started(asking("ACCEPT", cases));
      runner(BulkJobTest.this::member).accept(event(jobId, 1));
      onDuty = false;
      runAll(jobId);
      JsonNode shown = shown(jobId);
      assertEquals(25, shown.get("done").intValue());
      assertEquals(5, shown.get("refused").size());
      assertEquals(ApplicationState.SUBMITTED, state(cases.getLast()));
    }
  }

  @Nested
  class Refused {

    @Test
    void withACaseOfAnotherDivisionAmongThem() {
      List<Application> cases =
          Stream.concat(submitted(1).stream(), Stream.of(submitted("d-" + UUID.randomUUID())))
              .toList();
      GatewayAnswer answer = asking("ACCEPT", cases).sentTo(entry);
      assertEquals(400, answer.status());
      assertEquals(List.of("cases unknown"), answer.errors());
    }

    @Test
    void withTheSameCaseTwice() {
      Application one = submitted(division);
      GatewayAnswer answer = asking("ACCEPT", List.of(one, one)).sentTo(entry);
      assertEquals(List.of("cases duplicate"), answer.errors());
    }

    @Test
    void withoutAReasonWhereOneIsTold() {
      GatewayAnswer answer =
          asking("REJECT", submitted(1)).change(body -> body.remove("reason")).sentTo(entry);
      assertEquals(List.of("reason required"), answer.errors());
    }

    @Test
    void withMoreThanFiveHundredOrNoneOrWhatNamesNoCase() {
      for (List<String> cases :
          List.of(
              List.<String>of(),
              IntStream.range(0, 501).mapToObj(i -> "a" + i + "@1").toList(),
              List.of("a@0"),
              List.of("a"),
              List.of("../a@1"))) {
        GatewayAnswer answer =
            asking("ACCEPT", List.of())
                .change(
                    body -> {
                      body.putArray("cases");
                      cases.forEach(body.withArray("cases")::add);
                    })
                .sentTo(entry);
        assertEquals(400, answer.status(), answer.body());
      }
    }

    @Test
    void toAnybodyButWhoeverBeganIt() {
      String jobId = started(asking("ACCEPT", submitted(1)));
      GatewayAnswer answer =
          GatewayCall.of(Route.READ_BULK_JOB)
              .as(clerk(division))
              .path("jobId", jobId)
              .sentTo(entry);
      assertEquals(404, answer.status());
      assertNull(answer.json().get("job"));
    }
  }
}
