package jp.ishikari.link.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoEarlierAnswersStore;
import jp.ishikari.link.aws.DynamoHoldStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoUndeliveredNotices;
import jp.ishikari.link.aws.KmsBlindIndex;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.EarlierAnswers;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.NoticeId;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.ProvenPerson;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.UndeliveredNotice;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormReading;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a clerk is promised, asked through the entry itself: gateway events in, answers out. */
@ExtendWith(Engines.class)
class CaseworkStaffTest {
  private static final List<Route> DECISIONS =
      List.of(Route.ACCEPT_CASE, Route.RETURN_CASE, Route.REJECT_CASE, Route.COMPLETE_CASE);

  private static TestCloud cloud;
  private static EntryFunction entry;

  private final String division = "d-" + UUID.randomUUID();
  private final Caller.Staff yamada = staff("山田　次郎", Role.REVIEWER, division);

  @BeforeAll
  static void publish(TestCloud engines) {
    cloud = engines;
    entry = new CaseworkWiring().wire(Entry.CASEWORK_STAFF, cloud);
    SampleProcedure sample = SampleProcedure.signedIn();
    new DynamoProcedureStore(cloud).publish(sample.named("sample-certificate").procedure());
  }

  private static Caller.Staff staff(String name, Role role, String... divisions) {
    return new Caller.Staff(
        "staff-" + UUID.randomUUID(), name, Set.of(role), Set.of(divisions), true, "session");
  }

  private Application submitted() {
    return submitted(SampleApplications.submitted("account", division));
  }

  private static Application given(
      Application a, String accountOrNull, String mailOrNull, boolean verified) {
    return new Application(
            a.applicationId(),
            a.version(),
            new Application.Arrival(
                accountOrNull, a.receiptNumber(), a.arrivedAt(), a.receivedOn(), null, null),
            a.matter(),
            a.standing(),
            a.clock())
        .corrected(
            1,
            a.answers(),
            a.fee(),
            a.applicantName(),
            mailOrNull,
            verified ? new ProvenPerson(null, null) : null);
  }

  private Application submitted(Application application) {
    FormDefinition form =
        ((FormReading.Valid) FormDefinition.read(SampleProcedure.signedIn().procedure().form()))
            .form();
    Set<String> terms =
        new Applicant(form, application.answers()).terms(new KmsBlindIndex(cloud), division);
    assertEquals(
        Outcome.success(application),
        new DynamoApplicationStore(cloud)
            .submit(
                Submission.of(
                    application,
                    SampleApplications.event(application, Step.SUBMIT),
                    SampleApplications.token(),
                    terms)));
    return application;
  }

  private GatewayCall on(Route route, Application application) {
    return GatewayCall.of(route).as(yamada).on(application.applicationId());
  }

  private GatewayCall at(Route route, Application application, int version) {
    return on(route, application).change(body -> body.put("version", version));
  }

  private static Set<String> ids(GatewayAnswer answer) {
    assertEquals(200, answer.status(), answer.body());
    Set<String> ids = new HashSet<>();
    answer.json().get("cases").forEach(line -> ids.add(line.get("applicationId").stringValue()));
    return ids;
  }

  @Nested
  class Accepted {
    @Test
    void acceptsAndCompletesACaseAndTellsWhoDidWhat() {
      Application application = submitted();
      assertEquals("ACCEPTED", at(Route.ACCEPT_CASE, application, 1).sentTo(entry).text("state"));
      GatewayAnswer done = at(Route.COMPLETE_CASE, application, 2).sentTo(entry);
      assertEquals(200, done.status(), done.body());
      assertEquals("COMPLETED", done.text("state"));
      GatewayAnswer read = on(Route.READ_CASE, application).sentTo(entry);
      assertEquals(
          List.of("SUBMITTED 申請者", "ACCEPTED 山田　次郎", "COMPLETED 山田　次郎"),
          StreamSupport.stream(read.json().get("timeline").spliterator(), false)
              .map(e -> e.get("type").stringValue() + " " + e.get("by").stringValue())
              .toList());
      assertEquals("[]", read.json().get("actions").toString());
    }

    @Test
    void returnsACaseWithItsReasonAndStopsTheClock() {
      Application application = submitted();
      GatewayAnswer answer = at(Route.RETURN_CASE, application, 1).sentTo(entry);
      assertEquals("RETURNED", answer.text("state"), answer.body());
      GatewayAnswer read = on(Route.READ_CASE, application).sentTo(entry);
      assertEquals("copies", read.json().at("/returned/fields/0").stringValue());
      assertFalse(read.json().has("dueOn"), "the clock pauses while waiting for the resident");
      assertEquals("CORRECTION", read.json().at("/holds/0/kind").stringValue());
      List<Hold> open = new DynamoHoldStore(cloud).of(application.applicationId()).open();
      assertEquals(
          open.getFirst().startedAt().toString(), read.json().at("/holds/0/since").stringValue());
      DeskDelivery.events(cloud).of(List.of(application.applicationId()));
      GatewayAnswer list =
          GatewayCall.of(Route.LIST_CASES).as(yamada).query("state", "RETURNED").sentTo(entry);
      assertEquals("CORRECTION", list.json().at("/cases/0/holds/0/kind").stringValue());
    }

    @Test
    void rejectsACaseWhoseCorrectionNeverCameWithAReasonAndNobodyIsWaitedForAnyMore() {
      Application application = submitted();
      at(Route.RETURN_CASE, application, 1).sentTo(entry);
      GatewayAnswer waiting = on(Route.READ_CASE, application).sentTo(entry);
      assertEquals("[\"REJECT\"]", waiting.json().get("actions").toString());
      GatewayAnswer answer = at(Route.REJECT_CASE, application, 2).sentTo(entry);
      assertEquals("REJECTED", answer.text("state"), answer.body());
      assertEquals(List.of(), new DynamoHoldStore(cloud).of(application.applicationId()).open());
      GatewayAnswer read = on(Route.READ_CASE, application).sentTo(entry);
      assertEquals("[]", read.json().get("actions").toString());
      assertFalse(read.json().has("returned"), "nothing is to be corrected any more");
      assertEquals("REJECTED", read.json().at("/timeline/2/type").stringValue());
      assertTrue(read.json().at("/timeline/2/reason").isString(), read.body());
    }

    @Test
    void showsWhatWasAnsweredBeforeTheLastTenCorrectionsTheNewestFirst() {
      Application application = submitted();
      for (int version = 1; version <= 12; version++) {
        Transaction<NotSaved> keeping = new Transaction<>(cloud.tables());
        keeping.add(
            new DynamoEarlierAnswersStore(cloud)
                .keeping(
                    new EarlierAnswers(
                        application.applicationId(),
                        version,
                        1,
                        Map.of("copies", version),
                        new Application.Returned("通数を確かめてください。", List.of("copies")),
                        Instant.now())));
        assertEquals(Outcome.success(version), keeping.commit(version));
      }
      JsonNode read = on(Route.READ_CASE, application).sentTo(entry).json();
      assertEquals(10, read.get("corrections").size());
      assertEquals(12, read.at("/corrections/0/before/copies").intValue());
      assertEquals(11, read.at("/corrections/1/before/copies").intValue());
      assertEquals("copies", read.at("/corrections/1/asked/0").stringValue());
    }

    @Test
    void showsADueDateAndNoHoldOfACaseThatNobodyWaitsFor() {
      GatewayAnswer read = on(Route.READ_CASE, submitted()).sentTo(entry);
      // Received on a Tuesday; three business days.
      assertEquals("2026-11-27", read.text("dueOn"));
      assertEquals("[]", read.json().get("holds").toString());
    }

    @Test
    void whatIsRejectedWaitsForNobodyAnyMore() {
      Application application = submitted();
      DynamoHoldStore holds = new DynamoHoldStore(cloud);
      Application next = application.advanced(ApplicationState.ACCEPTED, null);
      Hold payment =
          Hold.since(
              application.applicationId(), Hold.Kind.PAYMENT, "order", application.arrivedAt());
      new DynamoApplicationStore(cloud)
          .advance(
              Advance.of(
                      next, SampleApplications.event(next, Step.ACCEPT), SampleApplications.token())
                  .<Object>as(reason -> reason)
                  .with(holds.starting(payment).as(reason -> reason)));
      assertEquals(
          "PAYMENT",
          on(Route.READ_CASE, application).sentTo(entry).json().at("/holds/0/kind").stringValue());
      assertEquals("REJECTED", at(Route.REJECT_CASE, application, 2).sentTo(entry).text("state"));
      assertEquals(List.of(), holds.of(application.applicationId()).open());
      assertEquals(
          "[]", on(Route.READ_CASE, application).sentTo(entry).json().get("holds").toString());
    }

    @Test
    void tellsHowItIsKnownWhoAppliedAndWhetherMailReachesThem() {
      Map<Application, String> told =
          Map.of(
              given(fresh(), null, null, false), "NONE false",
              given(fresh(), null, "hanako@example.jp", false), "NONE true",
              given(fresh(), "account", null, false), "SIGNED_IN false",
              given(fresh(), "account", "hanako@example.jp", true), "VERIFIED true");
      told.forEach(
          (application, expected) -> {
            JsonNode read = on(Route.READ_CASE, submitted(application)).sentTo(entry).json();
            assertEquals(expected, read.get("proof").stringValue() + " " + read.get("mailed"));
          });
    }

    /** For a child, or in somebody's name: the clerk decides, and has to know. */
    @Test
    void tellsWhomTheCardShowedAndWhichAnswersSaySomebodyElse() {
      Application of = fresh();
      Application another =
          of.corrected(
              1,
              of.answers(),
              of.fee(),
              of.applicantName(),
              null,
              new ProvenPerson("北野　花子", LocalDate.of(1990, 2, 3)));
      JsonNode read = on(Route.READ_CASE, submitted(another)).sentTo(entry).json();
      assertEquals("北野　花子", read.at("/proven/name").stringValue());
      assertEquals("1990-02-03", read.at("/proven/birthDate").stringValue());
      assertEquals(2, read.get("contradicted").size(), read.toString());
      JsonNode own =
          on(Route.READ_CASE, submitted(given(fresh(), "account", null, true)))
              .sentTo(entry)
              .json();
      assertEquals("[]", own.get("contradicted").toString());
    }

    private Application fresh() {
      return SampleApplications.submitted("account", division);
    }

    @Test
    void tellsWhichNoticeDidNotReachTheApplicant() {
      Application application = submitted();
      assertEquals(
          "[]", on(Route.READ_CASE, application).sentTo(entry).json().get("missed").toString());
      new DynamoUndeliveredNotices(cloud)
          .add(
              new UndeliveredNotice(
                  new NoticeId(application.applicationId(), 1),
                  Instant.parse("2026-11-23T05:12:30Z"),
                  UndeliveredNotice.Why.NO_SUCH_ADDRESS));
      assertEquals(
          "[{\"at\":\"2026-11-23T05:12:30Z\",\"type\":\"SUBMITTED\",\"why\":\"NO_SUCH_ADDRESS\"}]",
          on(Route.READ_CASE, application).sentTo(entry).json().get("missed").toString());
    }

    @Test
    void answersADecisionWithEverythingThatTheListShowsOfItAfterwards() {
      Application application = submitted();
      for (GatewayCall step :
          List.of(at(Route.ACCEPT_CASE, application, 1), at(Route.RETURN_CASE, application, 2))) {
        GatewayAnswer decided = step.sentTo(entry);
        assertEquals(200, decided.status(), decided.body());
        JsonNode read = on(Route.READ_CASE, application).sentTo(entry).json();
        decided
            .json()
            .properties()
            .forEach(shown -> assertEquals(read.get(shown.getKey()), shown.getValue()));
        for (String shown : List.of("state", "version", "overdue", "holds")) {
          assertTrue(decided.json().has(shown), decided.body());
        }
        assertEquals(read.has("dueOn"), decided.json().has("dueOn"));
        assertFalse(decided.body().contains(SampleProcedure.FAMILY), "it is kept with the token");
      }
    }

    @Test
    void rejectsACaseWithItsReason() {
      Application application = submitted();
      assertEquals("REJECTED", at(Route.REJECT_CASE, application, 1).sentTo(entry).text("state"));
    }

    @Test
    void givesTheSameAnswerWhenADecisionIsSentTwice() {
      GatewayCall call = at(Route.ACCEPT_CASE, submitted(), 1);
      GatewayAnswer first = call.sentTo(entry);
      assertEquals(200, first.status());
      assertEquals(first.body(), call.sentTo(entry).body());
    }

    @Test
    void showsEveryCodePointOfTheApplicantsName() {
      Application application = submitted();
      assertEquals(
          SampleProcedure.FAMILY + " " + SampleProcedure.GIVEN,
          on(Route.READ_CASE, application).sentTo(entry).text("applicantName"));
    }

    @Test
    void listsEveryCaseOfTheClerksDivisionsOnceOverAllPages() {
      Set<String> all = new HashSet<>();
      for (int i = 0; i < 53; i++) {
        all.add(submitted().applicationId());
      }
      DeskDelivery.events(cloud).of(all);
      Caller.Staff both = staff("両方", Role.VIEWER, division, "d-" + UUID.randomUUID());
      Set<String> seen = new HashSet<>();
      GatewayAnswer page = GatewayCall.of(Route.LIST_CASES).as(both).sentTo(entry);
      seen.addAll(ids(page));
      int pages = 1;
      while (page.json().hasNonNull("cursor")) {
        page =
            GatewayCall.of(Route.LIST_CASES)
                .as(both)
                .query("cursor", page.text("cursor"))
                .sentTo(entry);
        assertTrue(seen.addAll(ids(page)) || ids(page).isEmpty());
        pages++;
      }
      assertEquals(all, seen);
      assertTrue(pages > 1);
    }

    @ParameterizedTest
    @CsvSource({"浜益 一郎, 浜益 一郎さん（マイナンバーカードなどで確認）", ", 本人確認をしていないログインの方"})
    void tellsWhoTookTheCaseOverAndWhetherTheyWereShownToBeIt(String shown, String told) {
      Application taken = submitted().claimedBy("account-" + UUID.randomUUID());
      assertInstanceOf(
          Outcome.Success.class,
          new DynamoApplicationStore(cloud)
              .advance(
                  Advance.of(
                      taken,
                      SampleApplications.event(taken, Step.CLAIM).by(shown),
                      SampleApplications.token())));
      assertEquals(
          told, on(Route.READ_CASE, taken).sentTo(entry).json().at("/timeline/1/by").asString());
    }

    @Test
    void findsAPersonByNameKanaBeginningPhoneBirthDateAndReceiptNumber() {
      Application application = submitted();
      for (String body :
          List.of(
              "{\"kana\":\"ヨシダハナコ\"}",
              "{\"kana\":\"よしだ　はなこ\"}",
              "{\"kana\":\"ﾖｼﾀﾞ\"}",
              "{\"name\":\"" + SampleProcedure.FAMILY + "　" + SampleProcedure.GIVEN + "\"}",
              "{\"name\":\"" + SampleProcedure.FAMILY + "\"}",
              "{\"name\":\"よしだ　はなこ\"}",
              "{\"name\":\"ﾖｼﾀﾞ\"}",
              "{\"phone\":\"０１３３７２３１１１\"}",
              "{\"birthDate\":\"1989-01-07\"}",
              "{\"receiptNumber\":\"" + application.receiptNumber() + "\"}",
              "{\"receiptNumber\":\"" + fullWidth(application.receiptNumber()) + "\"}",
              "{\"receiptNumber\":\""
                  + application.receiptNumber().replaceAll("(.{4})(?=.)", "$1-")
                  + "\",\"kana\":\"ヨシダ\"}")) {
        assertEquals(
            Set.of(application.applicationId()),
            ids(GatewayCall.of(Route.SEARCH_CASES).as(yamada).body(body).sentTo(entry)),
            body);
      }
    }

    @Test
    void findsNobodyWhenOneOfSeveralThingsDoesNotMatch() {
      Application application = submitted();
      assertEquals(
          Set.of(),
          ids(
              GatewayCall.of(Route.SEARCH_CASES)
                  .as(yamada)
                  .body(
                      "{\"kana\":\"ヨシダ\",\"birthDate\":\"1990-01-01\",\"receiptNumber\":\""
                          + application.receiptNumber()
                          + "\"}")
                  .sentTo(entry)));
    }
  }

  @Nested
  class Refused {
    private void refused(int status, String code, GatewayCall call) {
      GatewayAnswer answer = call.sentTo(entry);
      assertEquals(status, answer.status(), answer.body());
      assertEquals(code, answer.code());
    }

    @Test
    void returns401WithoutASessionAndBeforeTheOneTimeCode() {
      Caller.Staff unproven =
          new Caller.Staff("s", "s", Set.of(Role.REVIEWER), Set.of(division), false, "x");
      for (Route route : Route.values()) {
        if (route.entry() == Entry.CASEWORK_STAFF) {
          refused(401, "sign-in-required", GatewayCall.of(route).as(new Caller.Guest()));
          refused(
              401,
              "sign-in-required",
              GatewayCall.of(route).as(new Caller.Resident("a", "b", true)));
          refused(401, "one-time-code-required", GatewayCall.of(route).as(unproven));
        }
      }
    }

    @Test
    void returns401WhenTheAuthorizersContextCannotBeRead() {
      refused(
          401,
          "sign-in-required",
          GatewayCall.of(Route.LIST_CASES).as(yamada).authorizer("roles", "EMPEROR"));
      refused(
          401,
          "sign-in-required",
          GatewayCall.of(Route.LIST_CASES).as(yamada).authorizer("id", null));
    }

    @Test
    void returns403WhenAViewerDecides() {
      Application application = submitted();
      Caller.Staff viewer = staff("閲覧", Role.VIEWER, division);
      for (Route route : DECISIONS) {
        refused(403, "forbidden", on(route, application).as(viewer));
      }
      GatewayAnswer read = on(Route.READ_CASE, application).as(viewer).sentTo(entry);
      assertEquals("[]", read.json().get("actions").toString());
    }

    @Test
    void returns403FromAnotherOriginAndWithoutOne() {
      Application application = submitted();
      for (Route route : DECISIONS) {
        refused(403, "origin-refused", on(route, application).header("Origin"));
        refused(403, "origin-refused", on(route, application).header("Origin", TestCloud.PORTAL));
      }
    }

    @Test
    void returns404WithTheSameBodyForAnotherDivisionsCaseAndForNone() {
      Application application = submitted();
      Caller.Staff other = staff("佐藤", Role.REVIEWER, "d-" + UUID.randomUUID());
      for (Route route :
          List.of(
              Route.READ_CASE,
              Route.ACCEPT_CASE,
              Route.RETURN_CASE,
              Route.REJECT_CASE,
              Route.COMPLETE_CASE)) {
        GatewayAnswer theirs = on(route, application).as(other).sentTo(entry);
        GatewayAnswer none =
            GatewayCall.of(route).as(other).on(UUID.randomUUID().toString()).sentTo(entry);
        assertEquals(404, theirs.status(), theirs.body());
        assertEquals(none.bodyButCorrelation(), theirs.bodyButCorrelation());
      }
    }

    @Test
    void neverFindsAnotherDivisionsCase() {
      Application application = submitted();
      Caller.Staff other = staff("佐藤", Role.REVIEWER, "d-" + UUID.randomUUID());
      for (String body :
          List.of(
              "{\"kana\":\"ヨシダハナコ\"}",
              "{\"birthDate\":\"1989-01-07\"}",
              "{\"receiptNumber\":\"" + application.receiptNumber() + "\"}")) {
        assertEquals(
            Set.of(), ids(GatewayCall.of(Route.SEARCH_CASES).as(other).body(body).sentTo(entry)));
      }
    }

    @Test
    void returns409ThatSaysWhoWasFirstAndWhen() {
      Application application = submitted();
      assertEquals(200, at(Route.ACCEPT_CASE, application, 1).sentTo(entry).status());
      Caller.Staff second = staff("佐藤　三郎", Role.REVIEWER, division);
      GatewayAnswer answer = at(Route.REJECT_CASE, application, 1).as(second).sentTo(entry);
      assertEquals(409, answer.status(), answer.body());
      assertEquals("conflict", answer.code());
      assertTrue(answer.text("detail").contains("山田　次郎さんが「受理」"), answer.body());
      assertEquals("ACCEPTED", on(Route.READ_CASE, application).sentTo(entry).text("state"));
    }

    @Test
    void letsExactlyOneOfManyClerksWin() {
      Application application = submitted();
      List<GatewayAnswer> answers =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(
                  i ->
                      at(i % 2 == 0 ? Route.ACCEPT_CASE : Route.REJECT_CASE, application, 1)
                          .as(staff("職員" + i, Role.REVIEWER, division))
                          .sentTo(entry))
              .toList();
      assertEquals(1, answers.stream().filter(a -> a.status() == 200).count(), answers::toString);
      assertEquals(7, answers.stream().filter(a -> a.status() == 409).count(), answers::toString);
      assertEquals(
          2, on(Route.READ_CASE, application).sentTo(entry).json().get("version").intValue());
    }

    @Test
    void returns409WhenTheSameKeyComesWithAnotherBody() {
      GatewayCall call = at(Route.RETURN_CASE, submitted(), 1);
      assertEquals(200, call.sentTo(entry).status());
      refused(409, "conflict", call.change(body -> body.put("reason", "別の理由")));
    }

    @Test
    void returns422ForAStepThatTheLifecycleDoesNotHave() {
      GatewayAnswer answer = at(Route.COMPLETE_CASE, submitted(), 1).sentTo(entry);
      assertEquals(422, answer.status(), answer.body());
      assertEquals(List.of("state step"), answer.errors());
    }

    @Test
    void returns400WithEverythingThatIsWrongWithADecision() {
      GatewayAnswer answer =
          on(Route.RETURN_CASE, submitted())
              .body("{\"version\":\"1\",\"reason\":\" \",\"fields\":\"copies\",\"mood\":1}")
              .sentTo(entry);
      assertEquals(400, answer.status());
      assertEquals(
          List.of("version type", "reason required", "fields type", "mood unknown"),
          answer.errors());
    }

    @Test
    void returns400ForAQuestionThatTheFormDoesNotAsk() {
      Application application = submitted();
      for (String unknown : List.of("nothing", "childName", "name.family", "request")) {
        GatewayAnswer answer =
            at(Route.RETURN_CASE, application, 1)
                .change(body -> body.putArray("fields").add("copies").add(unknown))
                .sentTo(entry);
        assertEquals(400, answer.status(), answer.body());
        assertEquals(List.of("fields option"), answer.errors());
      }
      assertEquals(200, at(Route.RETURN_CASE, application, 1).sentTo(entry).status());
    }

    @Test
    void returns400ForTextThatIsTooLongOrHoldsWhatNoOneTypes() {
      Application application = submitted();
      for (String reason :
          new String[] {"\\ud800", "a\\u0000b", "あ".repeat(1001), "\\u0085", "x\\udfffy"}) {
        GatewayAnswer answer =
            on(Route.REJECT_CASE, application)
                .body("{\"version\":1,\"reason\":\"" + reason + "\"}")
                .sentTo(entry);
        assertEquals(400, answer.status(), answer.body());
      }
      assertEquals(
          400,
          on(Route.RETURN_CASE, application)
              .body("{\"version\":1,\"reason\":\"r\",\"fields\":[1,null,{\"a\":\"\\ud800\"}]}")
              .sentTo(entry)
              .status());
    }

    @Test
    void returns400WithoutAnIdempotencyKeyButSearchesWithout() {
      Application application = submitted();
      for (Route route : DECISIONS) {
        refused(400, "answers-invalid", on(route, application).header("Idempotency-Key"));
      }
      assertEquals(
          200,
          GatewayCall.of(Route.SEARCH_CASES)
              .as(yamada)
              .header("Idempotency-Key")
              .sentTo(entry)
              .status());
    }

    @Test
    void returns400ForASearchForNothingAndForFiltersThatDoNotExist() {
      GatewayCall search = GatewayCall.of(Route.SEARCH_CASES).as(yamada);
      for (String body :
          List.of("{}", "{\"kana\":\"\"}", "{\"kana\":1}", "{\"who\":\"x\"}", "{\"name\":null}")) {
        refused(400, "answers-invalid", search.body(body));
      }
      for (String state : List.of("", "submitted", "申請済み", "SUBMITTED\n")) {
        refused(
            400,
            "answers-invalid",
            GatewayCall.of(Route.LIST_CASES).as(yamada).query("state", state));
      }
      for (String unread : List.of("", "1", "open")) {
        refused(
            400,
            "answers-invalid",
            GatewayCall.of(Route.LIST_CASES).as(yamada).query("unread", unread));
      }
      for (String cursor :
          List.of(
              "",
              "x",
              "d~",
              "d~SUBMITTED~9999-99-99T99:99:99.999Z_" + "-".repeat(36),
              "d~OPEN~",
              "shimin~ACCEPTED~",
              "~",
              "a".repeat(9000))) {
        int status =
            GatewayCall.of(Route.LIST_CASES)
                .as(yamada)
                .query("cursor", cursor)
                .sentTo(entry)
                .status();
        assertTrue(status == 400 || status == 200, cursor + " " + status);
      }
    }

    @Test
    void returns400ThatSaysHowMuchOfAReadingIsNeeded() {
      for (String kana : List.of("ヨ", "　-", "ﾖ ")) {
        GatewayAnswer answer =
            GatewayCall.of(Route.SEARCH_CASES)
                .as(yamada)
                .body("{\"kana\":\"" + kana + "\"}")
                .sentTo(entry);
        assertEquals(400, answer.status(), answer.body());
        assertEquals("kana", answer.json().at("/errors/0/path").asString(), answer.body());
        assertTrue(answer.body().contains("2文字以上"), answer.body());
      }
    }

    @Test
    void findsNobodyForOddThingsToSearchFor() {
      submitted();
      for (String body :
          List.of(
              "{\"name\":\"" + SampleProcedure.GIVEN + "\"}",
              "{\"phone\":\"---\"}",
              "{\"name\":\"\uD83D\uDE00\"}",
              "{\"receiptNumber\":\"000000000001\"}",
              "{\"receiptNumber\":\"１２３\"}",
              "{\"birthDate\":\"2023-02-29\"}")) {
        GatewayAnswer answer =
            GatewayCall.of(Route.SEARCH_CASES).as(yamada).body(body).sentTo(entry);
        assertTrue(answer.status() < 500, body + answer.body());
        assertFalse(answer.body().contains("applicationId"), body);
      }
    }

    @Test
    void returns503InTheStandbyRegionAndStillLetsClerksRead() {
      Application application = submitted();
      EntryFunction standby =
          new CaseworkWiring().wire(Entry.CASEWORK_STAFF, cloud.with(Setting.ROLE, "standby"));
      assertEquals(503, at(Route.ACCEPT_CASE, application, 1).sentTo(standby).status());
      assertEquals(200, on(Route.READ_CASE, application).sentTo(standby).status());
    }

    @Test
    void returns404ForPathsThatNameNothing() {
      for (String id : List.of("", "..", "a/b", "申請", "x".repeat(65))) {
        refused(404, "not-found", GatewayCall.of(Route.READ_CASE).as(yamada).on(id));
      }
    }
  }

  private static String fullWidth(String digits) {
    return digits
        .chars()
        .mapToObj(digit -> Character.toString(digit - '0' + '０'))
        .collect(Collectors.joining());
  }
}
