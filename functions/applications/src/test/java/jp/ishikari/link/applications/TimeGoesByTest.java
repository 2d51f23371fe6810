package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.applications.store.DynamoClaimStore;
import jp.ishikari.link.applications.store.DynamoProvenPeople;
import jp.ishikari.link.applications.store.KmsHolderNames;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoAttachments;
import jp.ishikari.link.aws.DynamoCalendarStore;
import jp.ishikari.link.aws.DynamoConfirmedAddresses;
import jp.ishikari.link.aws.DynamoContactEmails;
import jp.ishikari.link.aws.DynamoDraftStore;
import jp.ishikari.link.aws.DynamoEvidenceStore;
import jp.ishikari.link.aws.DynamoFollowCodes;
import jp.ishikari.link.aws.DynamoOrders;
import jp.ishikari.link.aws.DynamoPlaceStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoSigningStore;
import jp.ishikari.link.aws.DynamoStoppedAddresses;
import jp.ishikari.link.aws.DynamoVisitStore;
import jp.ishikari.link.aws.KmsBlindIndex;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.BlindIndex;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.Release;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.HttpEntry;
import jp.ishikari.link.edge.Operation;
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

/** What was true when a resident sent something may be so no longer when it is sent again. */
@ExtendWith(Engines.class)
class TimeGoesByTest {
  private static TestCloud cloud;
  private static SampleProcedure procedure;

  private final Caller.Resident resident =
      new Caller.Resident("account-" + UUID.randomUUID(), "session", true);

  @BeforeAll
  static void publish(TestCloud engines) {
    cloud = engines;
    procedure = SampleProcedure.signedIn();
    new DynamoProcedureStore(cloud).publish(procedure.procedure());
  }

  private GatewayCall submission() {
    return GatewayCall.of(Route.SUBMIT_APPLICATION)
        .as(resident)
        .change(body -> body.put("procedureId", procedure.id()))
        .answers(SampleProcedure.answers());
  }

  private static EntryFunction at(Instant instant) {
    Operation notAsked =
        request -> {
          throw new AssertionError("only submits are sent here");
        };
    return new HttpEntry(
        Entry.APPLICATIONS_RESIDENT,
        cloud.environment(),
        (route, budget, payer, amount) -> Optional.empty(),
        Map.ofEntries(
            Map.entry(
                Route.SUBMIT_APPLICATION,
                new SubmitApplication(
                    new Registration(
                        new DynamoApplicationStore(cloud),
                        new FreePlaces(new DynamoPlaceStore(cloud), new SecureRandom()),
                        new KmsBlindIndex(cloud),
                        new SecureRandom(),
                        '1'),
                    new PlaceHolders(new DynamoContactEmails(cloud), new KmsHolderNames(cloud)),
                    new Intake(new DynamoProcedureStore(cloud)),
                    new SubmissionParts(
                        new DynamoDraftStore(cloud),
                        new SignedAnswers(
                            new DynamoSigningStore(cloud), new DynamoEvidenceStore(cloud)),
                        new DynamoVisitStore(cloud),
                        new DynamoClaimStore(cloud),
                        new DynamoFollowCodes(cloud),
                        new SentFiles(
                            new DynamoAttachments(cloud),
                            new DynamoDraftStore(cloud),
                            InstantSource.fixed(instant)),
                        new FeeToPay(new DynamoOrders(cloud))),
                    new DynamoCalendarStore(cloud),
                    new DynamoProvenPeople(cloud),
                    new NoticeAddress(
                        new DynamoConfirmedAddresses(cloud),
                        new DynamoContactEmails(cloud),
                        new DynamoStoppedAddresses(cloud),
                        new Cookies(TestCloud.PORTAL),
                        InstantSource.fixed(instant)),
                    InstantSource.fixed(instant),
                    Duration.ofDays(1))),
            Map.entry(Route.TRY_APPLICATION, notAsked),
            Map.entry(Route.FREEZE_APPLICATION, notAsked),
            Map.entry(Route.READ_SIGNING_REQUEST, notAsked),
            Map.entry(Route.LIST_APPLICATIONS, notAsked),
            Map.entry(Route.READ_APPLICATION, notAsked),
            Map.entry(Route.CORRECT_APPLICATION, notAsked),
            Map.entry(Route.FREEZE_CORRECTION, notAsked),
            Map.entry(Route.CLAIM_APPLICATION, notAsked),
            Map.entry(Route.WITHDRAW_APPLICATION, notAsked),
            Map.entry(Route.FOLLOW_APPLICATION, notAsked),
            Map.entry(Route.CORRECT_FOLLOWED, notAsked)));
  }

  @Nested
  class SentAgain {
    @Test
    void getsItsFirstAnswerAlthoughTheSameAnswersWouldBeRefusedOnThisDay() {
      GatewayCall click = submission();
      GatewayAnswer first = click.sentTo(at(Instant.now()));
      assertEquals(201, first.status(), first.body());
      // On this day the birth date among the answers lies in the future.
      Instant anotherDay = Instant.parse("1980-01-01T00:00:00Z");
      assertEquals(400, submission().sentTo(at(anotherDay)).status());
      assertEquals(first.body(), click.sentTo(at(anotherDay)).body());
    }
  }

  @Nested
  class Published {
    private static Release release(
        Release.Change change, LocalDate opens, LocalDate closes, boolean paused) {
      return new Release(
          change,
          change == Release.Change.MINOR ? 1 : 2,
          "様式を直しました。",
          Instant.now(),
          "staff",
          "小林　由紀",
          null,
          opens,
          closes,
          paused,
          null,
          null);
    }

    private GatewayAnswer sentUnderVersion1(Release second) {
      SampleProcedure first = SampleProcedure.signedIn();
      DynamoProcedureStore store = new DynamoProcedureStore(cloud);
      store.publish(first.procedure());
      store.publish(first.next().released(second).procedure());
      return submission()
          .change(body -> body.put("procedureId", first.id()))
          .sentTo(new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, cloud));
    }

    @Test
    void takesWhatWasBegunBeforeAMinorVersion() {
      GatewayAnswer taken = sentUnderVersion1(release(Release.Change.MINOR, null, null, false));
      assertEquals(201, taken.status(), taken.body());
    }

    @Test
    void asksToLookAgainAfterAMajorVersion() {
      GatewayAnswer asked = sentUnderVersion1(release(Release.Change.MAJOR, null, null, false));
      assertEquals(409, asked.status(), asked.body());
      assertEquals("form-changed", asked.code());
    }

    @Test
    void saysSinceWhenUntilWhenOrThatItIsPausedWhereNothingIsTaken() {
      LocalDate today = Reception.today(Instant.now());
      for (Release closed :
          List.of(
              release(Release.Change.MINOR, today.plusDays(2), null, false),
              release(Release.Change.MINOR, null, today.minusDays(2), false),
              release(Release.Change.MINOR, null, null, true))) {
        GatewayAnswer told = sentUnderVersion1(closed);
        assertEquals(422, told.status(), told.body());
        assertEquals("not-open", told.code());
        assertTrue(told.text("detail").contains("受"), told.body());
      }
    }
  }

  @Nested
  class Corrected {
    @Test
    void isFoundByItsNewNameAndNoLongerByTheOldOne() {
      EntryFunction entry = new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, cloud);
      DynamoApplicationStore store = new DynamoApplicationStore(cloud);
      String id = submission().sentTo(entry).text("applicationId");
      Application before = store.find(id).orElseThrow();
      Application returned =
          before.advanced(
              ApplicationState.RETURNED, new Application.Returned("お名前をご確認ください。", List.of("name")));
      store.advance(
          Advance.of(
              returned,
              SampleApplications.event(returned, Step.RETURN),
              SampleApplications.token()));
      GatewayAnswer corrected =
          GatewayCall.of(Route.CORRECT_APPLICATION)
              .as(resident)
              .on(id)
              .change(body -> body.put("version", 2).put("fee", 600))
              .answers(
                  SampleProcedure.answersBut(
                      "name",
                      Map.of(
                          "family", "北野", "given", "梢", "familyKana", "キタノ", "givenKana", "コズエ")))
              .sentTo(entry);
      assertEquals(200, corrected.status(), corrected.body());
      assertFalse(store.withTerm(term(BlindIndex.Kind.KANA, "ヨシダハナコ")).contains(id));
      assertTrue(store.withTerm(term(BlindIndex.Kind.KANA, "キタノコズエ")).contains(id));
      assertTrue(store.withTerm(term(BlindIndex.Kind.BIRTH_DATE, "1989-01-07")).contains(id));
    }

    private String term(BlindIndex.Kind kind, String typed) {
      return Applicant.term(new KmsBlindIndex(cloud), procedure.divisionId(), kind, typed);
    }
  }
}
