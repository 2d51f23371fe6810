package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoCalendarStore;
import jp.ishikari.link.aws.DynamoEarlierAnswersStore;
import jp.ishikari.link.aws.DynamoHoldStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.EnteredByStaff;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.Lacking;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.AtOnce;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What clerks are promised who enter for somebody what came on paper or by telephone. */
@ExtendWith(Engines.class)
class EnteredByStaffTest {
  private final EntryFunction staff;
  private final EntryFunction residents;
  private final DynamoApplicationStore applications;
  private final DynamoHoldStore holds;
  private final DynamoEarlierAnswersStore earlier;
  private final DynamoProcedureStore procedures;
  private final DynamoCalendarStore calendars;
  private final SampleProcedure procedure =
      SampleProcedure.signed(Procedure.Level.CONFIRMED_SIGNATURE);
  private final Caller.Staff clerk = clerk(procedure.divisionId());
  private final LocalDate today;

  EnteredByStaffTest(TestCloud cloud) {
    this.staff = new ApplicationsWiring().wire(Entry.APPLICATIONS_STAFF, cloud);
    this.residents = new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, cloud);
    this.applications = new DynamoApplicationStore(cloud);
    this.holds = new DynamoHoldStore(cloud);
    this.earlier = new DynamoEarlierAnswersStore(cloud);
    this.procedures = new DynamoProcedureStore(cloud);
    this.calendars = new DynamoCalendarStore(cloud);
    this.today = Reception.today(Instant.now());
    assertTrue(procedures.publish(procedure.procedure()));
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

  /** The last day on which the counters were open, before today. */
  private LocalDate lastOpenDay() {
    LocalDate day = today.minusDays(1);
    while (!calendars.from(day.getYear()).isBusinessDay(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  private GatewayCall entry(SampleProcedure of, Map<String, Object> answers) {
    return GatewayCall.of(Route.ENTER_APPLICATION)
        .as(clerk)
        .change(
            body ->
                body.put("procedureId", of.id())
                    .put("receivedOn", lastOpenDay().toString())
                    .put("lacking", false))
        .answers(answers);
  }

  private GatewayCall entry(Map<String, Object> answers) {
    return entry(procedure, answers);
  }

  private Application entered(GatewayCall call) {
    GatewayAnswer answer = call.sentTo(staff);
    assertEquals(201, answer.status(), answer.body());
    return applications.find(answer.text("applicationId")).orElseThrow();
  }

  private GatewayCall correction(Application of, Map<String, Object> answers) {
    return GatewayCall.of(Route.ENTER_CORRECTION)
        .as(clerk)
        .on(of.applicationId())
        .change(body -> body.put("version", of.version()).put("lacking", false))
        .answers(answers);
  }

  private Application returned(Application application) {
    Application next =
        application.advanced(
            ApplicationState.RETURNED, new Application.Returned("通数を確かめてください。", List.of("copies")));
    applications.advance(
        Advance.of(next, SampleApplications.event(next, Step.RETURN), SampleApplications.token())
            .with(
                holds
                    .starting(
                        Hold.since(next.applicationId(), Hold.Kind.CORRECTION, "2", Instant.now()))
                    .as(standing -> new jp.ishikari.link.domain.NotSaved.Overtaken())));
    return next;
  }

  @Nested
  class Entered {

    @Test
    void isACaseOfItsOwnWithWayDayAndWhoTypedItAndAsksForNoCard() {
      Application made = entered(entry(SampleProcedure.answers()));
      assertEquals(ApplicationState.SUBMITTED, made.state());
      assertEquals(
          new EnteredByStaff(
              EnteredByStaff.Channel.POST, clerk.staffId(), "鈴木　一郎", "11月24日に郵送で届いていたため"),
          made.entered());
      assertEquals(lastOpenDay(), made.receivedOn());
      assertEquals(SampleProcedure.FAMILY + " " + SampleProcedure.GIVEN, made.applicantName());
      assertEquals(600, made.fee());
      assertNull(made.accountId());
      assertNull(made.signature());
      assertNull(made.notifyAddress(), "to what is only written on a paper nothing is sent");
      assertEquals(List.of(), made.lacking());
      var event = applications.history(made.applicationId()).getFirst();
      assertEquals(Step.SUBMIT, event.step());
      assertEquals(Actor.STAFF_FOR_APPLICANT, event.actor());
      assertEquals(clerk.staffId(), event.actorId());
      assertNull(event.reason(), "what staff note of the day is not for the applicant");
    }

    @Test
    void isWrittenOnceHoweverOftenTheButtonIsPressed() {
      GatewayCall press = entry(SampleProcedure.answers());
      List<GatewayAnswer> answers = AtOnce.each(5, i -> press.sentTo(staff));
      assertEquals(
          1,
          answers.stream()
              .filter(answer -> answer.status() == 201)
              .map(answer -> answer.text("applicationId"))
              .distinct()
              .count());
      assertEquals(201, press.sentTo(staff).status());
    }

    @Test
    void mayBeTakenIntoAnAccountWithTheCodeOnTheReceiptAndIsTheirsThen() {
      String code = SpokenCode.draw(new java.security.SecureRandom());
      SampleProcedure open = SampleProcedure.guest();
      procedures.publish(open.procedure());
      Caller.Staff theirs = clerk(open.divisionId());
      Application made =
          entered(
              entry(open, SampleProcedure.answers())
                  .as(theirs)
                  .change(body -> body.put("claimCode", code)));
      Caller.Resident resident =
          new Caller.Resident("account-" + UUID.randomUUID(), "session", true);
      GatewayAnswer claimed =
          GatewayCall.of(Route.CLAIM_APPLICATION)
              .as(resident)
              .change(body -> body.put("code", code))
              .sentTo(residents);
      assertEquals(200, claimed.status(), claimed.body());
      Application now = applications.find(made.applicationId()).orElseThrow();
      assertEquals(resident.accountId(), now.accountId());
      GatewayAnswer late =
          correction(now, SampleProcedure.answersBut("copies", 1)).as(theirs).sentTo(staff);
      assertEquals(422, late.status(), "it is theirs to correct");
    }

    @Test
    void isTakenOnADayOnWhichTheProcedureIsClosed() {
      SampleProcedure over =
          procedure
              .next()
              .released(
                  new jp.ishikari.link.domain.Release(
                      jp.ishikari.link.domain.Release.Change.MAJOR,
                      2,
                      "受付終了",
                      Instant.now(),
                      "staff",
                      "小林　由紀",
                      null,
                      today.minusDays(30),
                      null,
                      false,
                      null,
                      null));
      assertTrue(procedures.publish(over.procedure()));
      entered(entry(SampleProcedure.answers()).change(body -> body.put("formVersion", 2)));
    }
  }

  @Nested
  class Lacks {

    @Test
    void isRefusedAtFirstWithEverythingThatIsWrong() {
      Map<String, Object> answers = SampleProcedure.answersBut("birth", "昭和64年13月");
      answers.remove("copies");
      GatewayAnswer answer =
          entry(answers)
              .change(body -> body.put("receivedOn", today.plusDays(1).toString()))
              .sentTo(staff);
      assertEquals(400, answer.status(), answer.body());
      assertEquals(
          List.of("entry.receivedOn future", "birth date", "copies required"), answer.errors());
    }

    @Test
    void isKeptAsItIsWrittenWhereTheClerkSaysSoAndTheRestAsAnswers() {
      Map<String, Object> answers = SampleProcedure.answersBut("birth", "昭和64年13月");
      answers.remove("copies");
      Application made = entered(entry(answers).change(body -> body.put("lacking", true)));
      assertFalse(made.answers().containsKey("birth"));
      assertEquals("0133-72-3111", made.answers().get("phone"));
      assertNull(made.fee(), "no number of copies, no fee");
      assertEquals(List.of("birth", "copies"), made.lacking().stream().map(Lacking::path).toList());
      assertEquals("昭和64年13月", made.lacking().getFirst().written());
      assertNull(made.lacking().getLast().written());
    }

    private static final Map<String, Object> CHILD =
        Map.of("childName", "浜田　光", "childBirth", "2020-04-01");

    private static final Map<String, Object> OTHER =
        Map.of("childName", "浜田　望", "childBirth", "令和3年13月5日");

    private Application lacking(Map<String, Object> answers) {
      return entered(entry(answers).change(body -> body.put("lacking", true)));
    }

    @Test
    void leavesTheOtherMembersOfAGroupAndTheOtherPartsOfTheMemberAsAnswers() {
      Application made =
          lacking(SampleProcedure.answersBut("children", List.of(CHILD, OTHER, CHILD)));
      assertEquals(
          List.of(CHILD, Map.of("childName", "浜田　望"), CHILD), made.answers().get("children"));
      assertEquals(
          List.of("children[1].childBirth"), made.lacking().stream().map(Lacking::path).toList());
      assertEquals("令和3年13月5日", made.lacking().getFirst().written());
    }

    @Test
    void takesNothingAwayFromWhatStoodThereWhenACorrectionBringsIt() {
      Application made = entered(entry(SampleProcedure.answersBut("children", List.of(CHILD))));
      GatewayAnswer answer =
          correction(made, SampleProcedure.answersBut("children", List.of(CHILD, OTHER)))
              .change(body -> body.put("lacking", true))
              .sentTo(staff);
      assertEquals(200, answer.status(), answer.body());
      Application now = applications.find(made.applicationId()).orElseThrow();
      assertEquals(List.of(CHILD, Map.of("childName", "浜田　望")), now.answers().get("children"));
      assertEquals("令和3年13月5日", now.lacking().getFirst().written());
    }

    @Test
    void isKeptToTheLastLetterHoweverLongItIs() {
      String letter = "石狩𠮷".repeat(4000);
      Application made = lacking(SampleProcedure.answersBut("remarks", letter));
      assertEquals(letter, made.lacking().getFirst().written());
    }

    @Test
    void leavesTheNameWhereOnlyItsReadingCannotBeRead() {
      Application made =
          lacking(
              SampleProcedure.answersBut(
                  "name",
                  Map.of(
                      "family", "髙橋辺", "given", "一郎", "familyKana", "読めない字", "givenKana", "イチロウ")));
      assertEquals("髙橋辺 一郎", made.applicantName());
      assertEquals(
          Map.of("family", "髙橋辺", "given", "一郎", "givenKana", "イチロウ"), made.answers().get("name"));
      assertEquals("name.familyKana", made.lacking().getFirst().path());
      assertEquals("読めない字", made.lacking().getFirst().written());
    }

    @Test
    void callsByTheReadingWhomNoNameCanBeReadOf() {
      Application made =
          lacking(
              SampleProcedure.answersBut(
                  "name", Map.of("familyKana", "タカハシ", "givenKana", "イチロウ")));
      assertEquals("タカハシ イチロウ", made.applicantName());
    }

    @Test
    void isKeptAsWrittenWhereThereIsMoreThanTheFormTakes() {
      Application made =
          lacking(SampleProcedure.answersBut("children", java.util.Collections.nCopies(11, CHILD)));
      assertEquals("children", made.lacking().getFirst().path());
      assertEquals(
          11, made.lacking().getFirst().written().split("、").length, "more children than it takes");
    }

    @Test
    void mayNotBeEverythingThatSaysWhoItIs() {
      GatewayAnswer answer =
          entry(Map.of("copies", 2)).change(body -> body.put("lacking", true)).sentTo(staff);
      assertEquals(400, answer.status(), answer.body());
      assertEquals(List.of("name nobody"), answer.errors());
      lacking(Map.of("phone", "0133-72-3111"));
      lacking(Map.of("phone", "読めない"));
    }

    @Test
    void isGoneOnceTheCorrectionOfThePaperIsEntered() {
      Map<String, Object> answers = SampleProcedure.answersBut("copies", null);
      Application made = entered(entry(answers).change(body -> body.put("lacking", true)));
      GatewayAnswer answer = correction(made, SampleProcedure.answers()).sentTo(staff);
      assertEquals(200, answer.status(), answer.body());
      Application now = applications.find(made.applicationId()).orElseThrow();
      assertEquals(List.of(), now.lacking());
      assertEquals(600, now.fee());
      assertEquals(made.answers(), earlier.of(made.applicationId()).getFirst().answers());
    }

    @Test
    void isNoWayToBringInWhatNobodyCanHaveTyped() {
      for (Map<String, Object> answers :
          List.of(
              SampleProcedure.answersBut("birth", List.of(1, 2)),
              SampleProcedure.answersBut("unknown", "x"))) {
        GatewayAnswer answer =
            entry(answers).change(body -> body.put("lacking", true)).sentTo(staff);
        assertEquals(400, answer.status(), answer.body());
      }
    }
  }

  @Nested
  class Corrected {

    @Test
    void standsSubmittedAgainAndTheClockGoesOn() {
      Application made = returned(entered(entry(SampleProcedure.answers())));
      GatewayAnswer answer =
          correction(made, SampleProcedure.answersBut("copies", 1)).sentTo(staff);
      assertEquals(200, answer.status(), answer.body());
      Application now = applications.find(made.applicationId()).orElseThrow();
      assertEquals(ApplicationState.SUBMITTED, now.state());
      assertEquals(300, now.fee());
      assertNull(now.returned());
      assertTrue(holds.of(made.applicationId()).open().isEmpty());
      assertEquals(List.of("copies"), earlier.of(made.applicationId()).getFirst().asked().fields());
    }

    @Test
    void tellsWhoComesSecondThatSomebodyWasFirst() {
      Application made = entered(entry(SampleProcedure.answers()));
      assertEquals(
          200, correction(made, SampleProcedure.answersBut("copies", 1)).sentTo(staff).status());
      assertEquals(
          409, correction(made, SampleProcedure.answersBut("copies", 3)).sentTo(staff).status());
      assertEquals(1, earlier.of(made.applicationId()).size());
    }
  }

  @Nested
  class Refused {

    @Test
    void forAnotherDivisionsProcedureAsIfItDidNotExist() {
      GatewayAnswer answer =
          entry(SampleProcedure.answers()).as(clerk("d-" + UUID.randomUUID())).sentTo(staff);
      assertEquals(404, answer.status());
      assertEquals(
          404,
          GatewayCall.of(Route.READ_ENTRY_FORM)
              .as(clerk("d-" + UUID.randomUUID()))
              .path("procedureId", procedure.id())
              .sentTo(staff)
              .status());
    }

    @Test
    void whenTheApplicantSentItInThemselves() {
      SampleProcedure open = SampleProcedure.guest();
      procedures.publish(open.procedure());
      GatewayAnswer sent =
          GatewayCall.of(Route.SUBMIT_APPLICATION, "guest")
              .change(body -> body.put("procedureId", open.id()))
              .answers(SampleProcedure.answers())
              .sentTo(residents);
      assertEquals(201, sent.status(), sent.body());
      Application theirs = applications.find(sent.text("applicationId")).orElseThrow();
      GatewayAnswer answer =
          correction(theirs, SampleProcedure.answersBut("copies", 1))
              .as(clerk(open.divisionId()))
              .sentTo(staff);
      assertEquals(422, answer.status(), answer.body());
    }

    @Test
    void onADayThatIsClosedOrWithoutAReasonForAnEarlierOne() {
      LocalDate closed = today.minusDays(1);
      while (calendars.from(closed.getYear()).isBusinessDay(closed)) {
        closed = closed.minusDays(1);
      }
      String day = closed.toString();
      GatewayAnswer answer =
          entry(SampleProcedure.answers())
              .change(body -> body.put("receivedOn", day).remove("reason"))
              .sentTo(staff);
      assertEquals(400, answer.status());
      assertEquals(List.of("entry.receivedOn closed", "entry.reason required"), answer.errors());
      String old = today.minusYears(2).toString();
      GatewayAnswer longAgo =
          entry(SampleProcedure.answers())
              .change(body -> body.put("receivedOn", old))
              .sentTo(staff);
      assertEquals(List.of("entry.receivedOn past"), longAgo.errors());
    }

    @Test
    void withEverythingThatIsWrongAtOnceAlsoAboutTheWayAndTheCode() {
      GatewayAnswer answer =
          entry(SampleProcedure.answersBut("birth", "昭和64年13月"))
              .change(
                  body ->
                      body.put("channel", "PIGEON")
                          .put("receivedOn", "11/27")
                          .put("reason", "あ".repeat(201))
                          .put("claimCode", "x"))
              .sentTo(staff);
      assertEquals(400, answer.status(), answer.body());
      assertEquals(
          List.of(
              "channel option",
              "receivedOn date",
              "reason length",
              "claimCode pattern",
              "birth date"),
          answer.errors());
    }

    @Test
    void withoutAProcedure() {
      GatewayAnswer answer =
          entry(SampleProcedure.answers())
              .change(body -> body.put("procedureId", ""))
              .sentTo(staff);
      assertEquals(400, answer.status(), answer.body());
      assertEquals(List.of("procedureId required"), answer.errors());
    }

    @Test
    void whenTheFormIsAnotherByNow() {
      GatewayAnswer answer =
          entry(SampleProcedure.answers()).change(body -> body.put("formVersion", 7)).sentTo(staff);
      assertEquals(409, answer.status());
      assertEquals("form-changed", answer.code());
    }
  }
}
