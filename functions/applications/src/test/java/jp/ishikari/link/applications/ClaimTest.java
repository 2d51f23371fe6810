package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.ishikari.link.applications.store.Claim;
import jp.ishikari.link.applications.store.DynamoClaimStore;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoVisitStore;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.SubmissionStore.NotSubmitted;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.edge.AtTerminal;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.AtOnce;
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

/** 引継ぎ: what was sent in without signing in is taken into an account with the receipt's code. */
@ExtendWith(Engines.class)
class ClaimTest {
  private static TestCloud cloud;
  private static EntryFunction entry;
  private static DynamoApplicationStore applications;
  private static SampleProcedure open;

  private final String code = SpokenCode.draw(new SecureRandom());
  private final Caller.Resident resident = account(true);

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, cloud);
    applications = new DynamoApplicationStore(cloud);
    open = published(SampleProcedure.guest());
  }

  private static SampleProcedure published(SampleProcedure sample) {
    assertTrue(new DynamoProcedureStore(cloud).publish(sample.procedure()));
    return sample;
  }

  private static Caller.Resident account(boolean proven) {
    return new Caller.Resident("account-" + UUID.randomUUID(), "session", proven);
  }

  private GatewayCall sending(SampleProcedure procedure) {
    return GatewayCall.of(Route.SUBMIT_APPLICATION, "guest")
        .change(body -> body.put("procedureId", procedure.id()).put("claimCode", code))
        .answers(SampleProcedure.answers());
  }

  /** What the account keeps of the sign-in by card. */
  private void showedBy(Caller.Resident holder, String name) {
    cloud
        .dynamoDb()
        .putItem(
            r ->
                r.tableName(Names.physical(Table.ACCOUNTS))
                    .item(
                        Map.of(
                            "accountId",
                            AttributeValue.fromS(holder.accountId()),
                            "claims",
                            AttributeValue.fromS("{\"name\":\"" + name + "\"}"))));
  }

  private GatewayAnswer sent() {
    GatewayAnswer answer = sending(open).sentTo(entry);
    assertEquals(201, answer.status(), answer.body());
    return answer;
  }

  private GatewayCall claiming(Caller caller, String with) {
    return GatewayCall.of(Route.CLAIM_APPLICATION)
        .as(caller)
        .change(body -> body.put("code", with));
  }

  private Application stored(GatewayAnswer submitted) {
    return applications.find(submitted.text("applicationId")).orElseThrow();
  }

  @Nested
  class Taken {
    @Test
    void intoTheAccountWithTheCodeInWhateverSpellingAndTheHistoryTellsIt() {
      GatewayAnswer submitted = sent();
      showedBy(resident, "浜益 一郎");
      assertFalse(submitted.text("claimUntil").isEmpty());
      GatewayAnswer claimed =
          claiming(resident, " " + code.toLowerCase().substring(0, 4) + "－" + code.substring(4))
              .sentTo(entry);
      assertEquals(200, claimed.status(), claimed.body());
      assertEquals(submitted.text("applicationId"), claimed.text("applicationId"));
      Application mine = stored(submitted);
      assertEquals(resident.accountId(), mine.accountId());
      assertEquals(2, mine.version());
      ApplicationEvent last = applications.history(mine.applicationId()).getLast();
      assertEquals(Step.CLAIM, last.step());
      assertEquals(resident.accountId(), last.actorId());
      assertEquals("浜益 一郎", last.actorName());
      GatewayAnswer read =
          GatewayCall.of(Route.READ_APPLICATION)
              .as(resident)
              .on(mine.applicationId())
              .sentTo(entry);
      assertEquals(200, read.status());
      assertEquals("CLAIMED", read.json().at("/timeline/1/type").asString());
      assertEquals(
          List.of("WITHDRAW"),
          read.json().get("actions").valueStream().map(a -> a.asString()).toList());
    }

    @Test
    void bySomebodyWhomNothingShowedAndTheHistoryNamesNobody() {
      GatewayAnswer submitted = sent();
      Caller.Resident unproven = account(false);
      assertEquals(200, claiming(unproven, code).sentTo(entry).status());
      ApplicationEvent last = applications.history(stored(submitted).applicationId()).getLast();
      assertEquals(Step.CLAIM, last.step());
      assertNull(last.actorName());
    }

    @Test
    void onceHoweverOftenTheRequestIsSent() {
      GatewayAnswer submitted = sent();
      GatewayCall call = claiming(resident, code);
      List<GatewayAnswer> answers =
          IntStream.range(0, 8).parallel().mapToObj(i -> call.sentTo(entry)).toList();
      assertEquals(
          1,
          answers.stream().map(a -> a.status() + a.body()).distinct().count(),
          answers::toString);
      assertEquals(200, answers.getFirst().status());
      assertEquals(2, stored(submitted).version());
    }

    @Test
    void byOneOfManyAccountsAtOnceAndTheOthersAreToldThatTheCodeIsNone() {
      GatewayAnswer submitted = sent();
      List<Integer> statuses =
          IntStream.range(0, 6)
              .parallel()
              .mapToObj(i -> claiming(account(true), code).sentTo(entry).status())
              .sorted()
              .toList();
      assertEquals(List.of(200, 404, 404, 404, 404, 404), statuses);
      assertEquals(2, applications.history(stored(submitted).applicationId()).size());
    }

    @Test
    void alsoAfterStaffTookAStep() {
      Application before = stored(sent());
      Application accepted = before.advanced(ApplicationState.ACCEPTED, null);
      applications.advance(
          Advance.of(
              accepted,
              SampleApplications.event(accepted, Step.ACCEPT),
              SampleApplications.token()));
      assertEquals(200, claiming(resident, code).sentTo(entry).status());
      Application after = applications.find(before.applicationId()).orElseThrow();
      assertEquals(ApplicationState.ACCEPTED, after.state());
      assertEquals(3, after.version());
    }
  }

  @Nested
  class Refused {
    private void unknown(GatewayAnswer answer) {
      assertEquals(404, answer.status(), answer.body());
      assertEquals(
          claiming(resident, "0000-0000-0000").sentTo(entry).bodyButCorrelation(),
          answer.bodyButCorrelation());
    }

    @Test
    void aCodeThatIsNoneWasUsedOrIsTooOldAllLookingAlike() {
      sent();
      assertEquals(200, claiming(account(true), code).sentTo(entry).status());
      unknown(claiming(resident, code).sentTo(entry));
      unknown(claiming(resident, "窓口でもらった番号").sentTo(entry));
      Application late = SampleApplications.submitted(null, "shimin");
      String old = SpokenCode.draw(new SecureRandom());
      applications.submit(
          Submission.of(
                  late,
                  SampleApplications.event(late, Step.SUBMIT),
                  SampleApplications.token(),
                  Set.of())
              .with(
                  new DynamoClaimStore(cloud)
                      .offering(
                          new Claim(
                              Claim.idOf(old).orElseThrow(),
                              late.applicationId(),
                              Instant.now().minus(Duration.ofSeconds(2))))
                      .as(NotSubmitted.Unsaved::new)));
      unknown(claiming(resident, old).sentTo(entry));
    }

    @Test
    void whatAnAccountSentInWhichHasNoCode() {
      GatewayAnswer answer = sending(open).as(account(true)).sentTo(entry);
      assertEquals(201, answer.status());
      assertEquals("", answer.text("claimUntil"));
      unknown(claiming(resident, code).sentTo(entry));
    }

    @Test
    void whatAskedForProofToASessionWithoutAndTheCodeStaysGood() {
      DynamoVisitStore visits = new DynamoVisitStore(cloud);
      Instant now = Instant.now();
      Terminal terminal =
          Terminal.registered(
              "t-1",
              "市民課1番",
              "1階",
              Set.of("shimin"),
              "hash",
              now,
              new Terminal.Change(now, Terminal.What.REGISTERED, "吉田　恵子"));
      Visit visit = Visit.begun("v-" + UUID.randomUUID(), terminal, now, now.plusSeconds(600));
      visits.begin(visit);
      Visit.Waiting waiting = new Visit.Waiting(124, "手続", now);
      assertTrue(visits.wait(visit.visitId(), waiting, true));
      visits.attest(
          visit.visitId(), waiting, SampleApplications.attestation(), SampleApplications.token());
      GatewayAnswer submitted =
          sending(published(SampleProcedure.signedIn()))
              .as(new Caller.Guest(), new AtTerminal(visit.visitId(), "t-1"))
              .sentTo(entry);
      assertEquals(201, submitted.status(), submitted.body());
      GatewayAnswer refused = claiming(account(false), code).sentTo(entry);
      assertEquals(403, refused.status());
      assertEquals("proof-required", refused.code());
      assertEquals(200, claiming(resident, code).sentTo(entry).status());
    }

    @Test
    void whoeverIsNotSignedInAndABodyThatSaysNothing() {
      assertEquals(401, claiming(new Caller.Guest(), code).sentTo(entry).status());
      GatewayAnswer empty = claiming(resident, code).body("{}").sentTo(entry);
      assertEquals(400, empty.status());
      assertEquals(List.of("code required"), empty.errors());
    }

    @Test
    void guessingAfterTwentyTriesHoweverManyComeAtOnce() {
      Budget budget =
          Route.CLAIM_APPLICATION.budgets().stream()
              .filter(b -> b.payer() == Budget.Payer.ACCOUNT)
              .findFirst()
              .orElseThrow();
      long before = Instant.now().getEpochSecond() / budget.window().toSeconds();
      List<GatewayAnswer> answers =
          AtOnce.each(200, i -> claiming(resident, "0000-0000-0000").sentTo(entry));
      long windows = Instant.now().getEpochSecond() / budget.window().toSeconds() - before + 1;
      long lookedAt = answers.stream().filter(a -> a.status() == 404).count();
      assertTrue(lookedAt <= budget.limit() * windows, lookedAt + " were looked at");
      GatewayAnswer refused = answers.stream().filter(a -> a.status() == 429).findFirst().get();
      assertFalse(refused.headers().at("/Retry-After/0").asString("").isEmpty());
      assertTrue(refused.text("detail").contains("もう一度お試しください"), refused.body());
      sent();
      assertEquals(200, claiming(account(true), code).sentTo(entry).status());
    }
  }

  @Test
  void nothingOfTheCodeIsKeptButItsHash() {
    GatewayAnswer submitted = sent();
    assertFalse(submitted.body().contains(code));
    Claim kept =
        new DynamoClaimStore(cloud)
            .find(Claim.idOf(code).orElseThrow(), Instant.now())
            .orElseThrow();
    assertFalse(kept.toString().contains(code));
  }
}
