package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoHoldStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What residents see of the clock of their case while somebody is waited for, and afterwards. */
@ExtendWith(Engines.class)
class StandsStillTest {
  private static TestCloud cloud;
  private static SampleProcedure procedure;
  private static EntryFunction entry;

  private final Caller.Resident resident =
      new Caller.Resident("account-" + UUID.randomUUID(), "session", true);
  private final DynamoApplicationStore applications = new DynamoApplicationStore(cloud);
  private final DynamoHoldStore holds = new DynamoHoldStore(cloud);
  private final Instant returnedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  @BeforeAll
  static void publish(TestCloud engines) {
    cloud = engines;
    procedure = SampleProcedure.signedIn();
    new DynamoProcedureStore(cloud).publish(procedure.procedure());
    entry = new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, cloud);
  }

  private String submitted() {
    GatewayAnswer answer =
        GatewayCall.of(Route.SUBMIT_APPLICATION)
            .as(resident)
            .change(body -> body.put("procedureId", procedure.id()))
            .answers(SampleProcedure.answers())
            .sentTo(entry);
    assertEquals(201, answer.status(), answer.body());
    return answer.text("applicationId");
  }

  /** Returned, as casework does it; and whatever else is waited for. */
  private String returned(Hold.Kind... more) {
    String id = submitted();
    Application returned =
        applications
            .find(id)
            .orElseThrow()
            .advanced(
                ApplicationState.RETURNED, new Application.Returned("ご確認ください。", List.of("name")));
    Advance<Object> step =
        Advance.of(
                returned,
                SampleApplications.event(returned, Step.RETURN),
                SampleApplications.token())
            .<Object>as(reason -> reason)
            .with(holds.starting(hold(id, Hold.Kind.CORRECTION)).as(reason -> reason));
    for (Hold.Kind kind : more) {
      step = step.with(holds.starting(hold(id, kind)).as(reason -> reason));
    }
    assertEquals(Outcome.success(returned), applications.advance(step));
    return id;
  }

  private Hold hold(String id, Hold.Kind kind) {
    return Hold.since(id, kind, "2", returnedAt);
  }

  private GatewayAnswer read(String id) {
    GatewayAnswer answer = GatewayCall.of(Route.READ_APPLICATION).as(resident).on(id).sentTo(entry);
    assertEquals(200, answer.status(), answer.body());
    return answer;
  }

  private void correct(String id) {
    GatewayAnswer answer =
        GatewayCall.of(Route.CORRECT_APPLICATION)
            .as(resident)
            .on(id)
            .change(body -> body.put("version", 2).put("fee", 600))
            .answers(SampleProcedure.answers())
            .sentTo(entry);
    assertEquals(200, answer.status(), answer.body());
  }

  @Test
  void aCaseThatNobodyWaitsForHasADueDateAndNoHold() {
    GatewayAnswer read = read(submitted());
    assertTrue(read.json().hasNonNull("dueOn"), read.body());
    assertEquals("[]", read.json().get("holds").toString());
  }

  @Test
  void aReturnedCaseHasNoDueDateAndSaysSinceWhenItWaitsForTheCorrection() {
    GatewayAnswer read = read(returned());
    assertFalse(read.json().has("dueOn"), read.body());
    assertEquals("CORRECTION", read.json().at("/holds/0/kind").stringValue());
    assertEquals(returnedAt.toString(), read.json().at("/holds/0/since").stringValue());
  }

  @Test
  void theClockGoesOnWithTheCorrection() {
    String id = returned();
    correct(id);
    assertEquals(List.of(), holds.of(id).open());
    assertEquals(1, holds.of(id).all().size(), "it is kept");
    assertTrue(read(id).json().hasNonNull("dueOn"));
  }

  @Test
  void theClockStaysWhereItIsWhileSomethingElseIsWaitedFor() {
    String id = returned(Hold.Kind.PAYMENT);
    correct(id);
    assertEquals(List.of(hold(id, Hold.Kind.PAYMENT)), holds.of(id).open());
    GatewayAnswer read = read(id);
    assertEquals("SUBMITTED", read.text("state"));
    assertFalse(read.json().has("dueOn"), read.body());
    assertEquals("PAYMENT", read.json().at("/holds/0/kind").stringValue());
  }

  @Test
  void whatIsWithdrawnWaitsForNobody() {
    String id = returned(Hold.Kind.PAYMENT, Hold.Kind.DOCUMENT);
    GatewayAnswer answer =
        GatewayCall.of(Route.WITHDRAW_APPLICATION)
            .as(resident)
            .on(id)
            .change(body -> body.put("version", 2))
            .sentTo(entry);
    assertEquals(200, answer.status(), answer.body());
    assertEquals(List.of(), holds.of(id).open());
    assertEquals(3, holds.of(id).all().size());
    GatewayAnswer read = read(id);
    assertEquals("[]", read.json().get("holds").toString());
    assertFalse(read.json().has("dueOn"), read.body());
  }
}
