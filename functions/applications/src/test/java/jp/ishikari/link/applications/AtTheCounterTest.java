package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoVisitStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProvenPerson;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.counter.Attestation;
import jp.ishikari.link.domain.counter.IdentityDocument;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.edge.AtTerminal;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is sent in at the counter, with and without staff who checked who it was. */
@ExtendWith(Engines.class)
class AtTheCounterTest {
  private static TestCloud cloud;
  private static EntryFunction entry;

  private final Instant now = Instant.now();
  private final Terminal terminal =
      Terminal.registered(
          "t-1",
          "市民課1番",
          "1階",
          Set.of("shimin"),
          "hash",
          now,
          new Terminal.Change(now, Terminal.What.REGISTERED, "吉田　恵子"));
  private final Visit visit =
      Visit.begun("v-" + UUID.randomUUID(), terminal, now, now.plusSeconds(600));

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, cloud);
  }

  AtTheCounterTest() {
    new DynamoVisitStore(cloud).begin(visit);
  }

  private void attested() {
    attested(SampleApplications.attestation());
  }

  private void attested(Attestation found) {
    DynamoVisitStore visits = new DynamoVisitStore(cloud);
    Visit.Waiting waiting = new Visit.Waiting(123, "手続", now);
    assertTrue(visits.wait(visit.visitId(), waiting, true));
    visits
        .attest(visit.visitId(), waiting, found, SampleApplications.token())
        .fold(
            reason -> {
              throw new AssertionError(reason);
            },
            done -> done);
  }

  private GatewayCall sending(SampleProcedure procedure, Map<String, Object> answers) {
    new DynamoProcedureStore(cloud).publish(procedure.procedure());
    return GatewayCall.of(Route.SUBMIT_APPLICATION, "guest")
        .as(new Caller.Guest(), new AtTerminal(visit.visitId(), "t-1"))
        .change(body -> body.put("procedureId", procedure.id()))
        .answers(answers);
  }

  private GatewayCall sending(SampleProcedure procedure) {
    return sending(procedure, SampleProcedure.answers());
  }

  /** The same answers, asked of before they are sent. */
  private GatewayAnswer tried(SampleProcedure procedure, Map<String, Object> answers) {
    new DynamoProcedureStore(cloud).publish(procedure.procedure());
    return GatewayCall.of(Route.TRY_APPLICATION)
        .as(new Caller.Guest(), new AtTerminal(visit.visitId(), "t-1"))
        .change(body -> body.put("procedureId", procedure.id()))
        .answers(answers)
        .sentTo(entry);
  }

  private Application sent(SampleProcedure procedure) {
    GatewayAnswer answer = sending(procedure).sentTo(entry);
    assertEquals(201, answer.status(), answer.body());
    return new DynamoApplicationStore(cloud).find(answer.text("applicationId")).orElseThrow();
  }

  @Nested
  class Taken {
    @Test
    void withTheTerminalItCameFrom() {
      Application application = sent(SampleProcedure.guest());
      assertEquals("市民課1番", application.counter().terminalName());
      assertNull(application.counter().attestation());
    }

    @Test
    void onePlaceOfALimitedProcedureForAVisitorWhomStaffHaveChecked() {
      SampleProcedure procedure = SampleProcedure.guest().limitedTo(5);
      GatewayCall call = sending(procedure);
      assertEquals("rule-violated", call.sentTo(entry).code(), "anybody may sit at a terminal");
      attested();
      GatewayAnswer taken =
          call.header("Idempotency-Key", UUID.randomUUID().toString()).sentTo(entry);
      assertEquals(201, taken.status(), taken.body());
      GatewayAnswer again =
          call.header("Idempotency-Key", UUID.randomUUID().toString()).sentTo(entry);
      assertEquals(422, again.status(), again.body());
    }

    @Test
    void onePlaceOfALimitedProcedureForEachOfThoseWhoCameTogetherHoweverOftenTheyAreChecked() {
      SampleProcedure procedure = SampleProcedure.guest().limitedTo(5);
      Attestation first = SampleApplications.attestation();
      attested();
      assertEquals(201, sending(procedure).sentTo(entry).status());
      attested(
          new Attestation(
              first.name().replaceAll("\\s", ""),
              first.birthDate(),
              first.documents(),
              first.other(),
              first.staffId(),
              first.staffName(),
              first.at()));
      GatewayCall again =
          sending(procedure).header("Idempotency-Key", UUID.randomUUID().toString());
      assertEquals(422, again.sentTo(entry).status());
      LocalDate born = LocalDate.of(1990, 2, 3);
      attested(
          new Attestation(
              first.name(),
              born,
              first.documents(),
              first.other(),
              first.staffId(),
              first.staffName(),
              first.at()));
      GatewayAnswer second =
          sending(procedure, SampleProcedure.answersBut("birth", born.toString()))
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .sentTo(entry);
      assertEquals(201, second.status(), second.body());
    }

    @Test
    void forWhatAsksForProofOnceStaffHaveCheckedWhoItIsAndWithWhatTheySaw() {
      attested();
      Application application = sent(SampleProcedure.signedIn());
      assertEquals(
          List.of(IdentityDocument.PASSPORT), application.counter().attestation().documents());
      assertEquals("鈴木　一郎", application.counter().attestation().staffName());
    }
  }

  /** The same as its new owner's, and sent back. */
  private static Application returnedTo(String accountId, Application application) {
    DynamoApplicationStore store = new DynamoApplicationStore(cloud);
    Application claimed = application.claimedBy(accountId);
    Application returned =
        claimed.advanced(
            ApplicationState.RETURNED, new Application.Returned("通数を確かめてください。", List.of("copies")));
    for (var step : List.of(Map.entry(claimed, Step.CLAIM), Map.entry(returned, Step.RETURN))) {
      Application next = step.getKey();
      assertEquals(
          Outcome.success(next),
          store.advance(
              Advance.of(
                      next,
                      SampleApplications.event(next, step.getValue()),
                      SampleApplications.token())
                  .as(reason -> reason)));
    }
    return returned;
  }

  private GatewayAnswer corrected(Application returned, Map<String, Object> answers) {
    return GatewayCall.of(Route.CORRECT_APPLICATION)
        .as(new Caller.Resident(returned.accountId(), "session", true))
        .on(returned.applicationId())
        .change(body -> body.put("version", returned.version()).put("fee", returned.fee()))
        .answers(answers)
        .sentTo(entry);
  }

  @Nested
  class Corrected {
    @Test
    void byWhoeverTookItOverAsTheSamePersonsStill() {
      attested();
      Application returned =
          returnedTo("account-" + UUID.randomUUID(), sent(SampleProcedure.guest()));
      GatewayAnswer other = corrected(returned, SampleProcedure.answersBut("birth", "1970-01-01"));
      assertEquals(List.of("birth person"), other.errors(), other.body());
      GatewayAnswer same = corrected(returned, SampleProcedure.answers());
      assertEquals(200, same.status(), same.body());
    }
  }

  @Nested
  class ByTheirOwnCard {
    @Test
    void keepsWhomTheCardShowed() {
      String account = "account-" + UUID.randomUUID();
      cloud
          .dynamoDb()
          .putItem(
              r ->
                  r.tableName(Names.physical(Table.ACCOUNTS))
                      .item(
                          Map.of(
                              "accountId",
                              AttributeValue.fromS(account),
                              "claims",
                              AttributeValue.fromS(
                                  "{\"name\":\"北野　花子\",\"birthdate\":\"19900203\"}"))));
      GatewayAnswer answer =
          sending(SampleProcedure.signedIn(), SampleProcedure.answers())
              .as(
                  new Caller.Resident(account, "session", true),
                  new AtTerminal(visit.visitId(), "t-1"))
              .sentTo(entry);
      assertEquals(201, answer.status(), answer.body());
      assertEquals(
          new ProvenPerson("北野　花子", LocalDate.of(1990, 2, 3)),
          new DynamoApplicationStore(cloud)
              .find(answer.text("applicationId"))
              .orElseThrow()
              .proven());
    }

    /** Somebody else's documents may have been looked at in the same visit. */
    @Test
    void whatIsSentInIsTheirsAndNoCheckIsRecordedWithIt() {
      attested();
      GatewayAnswer answer =
          sending(SampleProcedure.signedIn(), SampleProcedure.answersBut("birth", "1990-02-03"))
              .as(
                  new Caller.Resident("account-" + UUID.randomUUID(), "session", true),
                  new AtTerminal(visit.visitId(), "t-1"))
              .sentTo(entry);
      assertEquals(201, answer.status(), answer.body());
      Application application =
          new DynamoApplicationStore(cloud).find(answer.text("applicationId")).orElseThrow();
      assertNull(application.counter().attestation());
      assertTrue(application.verified());
    }
  }

  @Nested
  class Tried {
    @Test
    void whatIsSomebodyElsesIsToldBeforeItIsSentAndNothingIsWritten() {
      attested();
      SampleProcedure procedure = SampleProcedure.signedIn();
      GatewayAnswer other = tried(procedure, SampleProcedure.answersBut("birth", "1989-01-08"));
      assertEquals(List.of("birth person"), other.errors(), other.body());
      assertEquals(204, tried(procedure, SampleProcedure.answers()).status());
    }

    @Test
    void whatIsNoProcedureIsRefused() {
      attested();
      GatewayAnswer answer =
          GatewayCall.of(Route.TRY_APPLICATION)
              .as(new Caller.Guest(), new AtTerminal(visit.visitId(), "t-1"))
              .change(body -> body.put("procedureId", "none"))
              .sentTo(entry);
      assertEquals(404, answer.status(), answer.body());
    }

    @Test
    void whatASecondCheckWasOfIsTakenAndWhatTheFirstWasOfKeepsIts() {
      attested();
      Application first = sent(SampleProcedure.signedIn());
      Map<String, Object> others = SampleProcedure.answersBut("birth", "1990-02-03");
      SampleProcedure procedure = SampleProcedure.signedIn();
      assertEquals(List.of("birth person"), tried(procedure, others).errors());
      Attestation found = SampleApplications.attestation();
      attested(
          new Attestation(
              found.name(),
              LocalDate.of(1990, 2, 3),
              found.documents(),
              found.other(),
              found.staffId(),
              found.staffName(),
              found.at()));
      assertEquals(204, tried(procedure, others).status());
      assertEquals(201, sending(procedure, others).sentTo(entry).status());
      assertEquals(List.of("birth person"), tried(procedure, SampleProcedure.answers()).errors());
      assertEquals(
          found.birthDate(),
          new DynamoApplicationStore(cloud)
              .find(first.applicationId())
              .orElseThrow()
              .counter()
              .attestation()
              .birthDate());
    }
  }

  @Nested
  class Refused {
    @Test
    void whatAsksForProofBeforeStaffHaveChecked() {
      assertEquals(401, sending(SampleProcedure.signedIn()).sentTo(entry).status());
    }

    @Test
    void whatAsksForASignatureWhatEverStaffHaveSeen() {
      attested();
      assertEquals(
          401, sending(SampleProcedure.signed(Procedure.Level.SIGNATURE)).sentTo(entry).status());
    }

    /** Two had been sent under two names on one check. */
    @Test
    void whatIsSentInForSomebodyElseOnTheCheckOfThisVisitor() {
      attested();
      for (SampleProcedure procedure :
          List.of(SampleProcedure.signedIn(), SampleProcedure.guest())) {
        GatewayAnswer otherDay =
            sending(procedure, SampleProcedure.answersBut("birth", "1989-01-08")).sentTo(entry);
        assertEquals(List.of("birth person"), otherDay.errors(), otherDay.body());
      }
      Map<String, Object> name =
          Map.of("family", "吉田", "given", "花子", "familyKana", "ヨシダ", "givenKana", "ハナコ");
      assertEquals(
          List.of("name person"),
          sending(SampleProcedure.signedIn(), SampleProcedure.answersBut("name", name))
              .sentTo(entry)
              .errors());
    }

    @Test
    void theCheckOfAnotherVisitOfOneThatEndedAndOfNone() {
      attested();
      SampleProcedure procedure = SampleProcedure.signedIn();
      GatewayCall call = sending(procedure);
      assertEquals(
          401,
          call.as(new Caller.Guest(), new AtTerminal("v-other", "t-1")).sentTo(entry).status());
      assertEquals(401, call.as(new Caller.Guest()).sentTo(entry).status());
      new DynamoVisitStore(cloud).end(visit.visitId());
      assertEquals(
          401,
          call.as(new Caller.Guest(), new AtTerminal(visit.visitId(), "t-1"))
              .sentTo(entry)
              .status());
    }
  }
}
