package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoEarlierAnswersStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.EarlierAnswers;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was sent in is replaced by a correction and never erased. */
@ExtendWith(Engines.class)
class EarlierAnswersTest {
  private final EntryFunction entry;
  private final DynamoApplicationStore applications;
  private final DynamoEarlierAnswersStore earlier;
  private final SampleProcedure procedure = SampleProcedure.signedIn();
  private final Caller.Resident resident =
      new Caller.Resident("account-" + UUID.randomUUID(), "session", true);

  EarlierAnswersTest(TestCloud cloud) {
    this.entry = new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, cloud);
    this.applications = new DynamoApplicationStore(cloud);
    this.earlier = new DynamoEarlierAnswersStore(cloud);
    assertTrue(new DynamoProcedureStore(cloud).publish(procedure.procedure()));
  }

  private Application returned() {
    GatewayAnswer sent =
        GatewayCall.of(Route.SUBMIT_APPLICATION)
            .as(resident)
            .change(body -> body.put("procedureId", procedure.id()))
            .answers(SampleProcedure.answers())
            .sentTo(entry);
    assertEquals(201, sent.status(), sent.body());
    Application next =
        applications
            .find(sent.text("applicationId"))
            .orElseThrow()
            .advanced(
                ApplicationState.RETURNED,
                new Application.Returned("通数を確かめてください。", List.of("copies")));
    applications.advance(
        Advance.of(next, SampleApplications.event(next, Step.RETURN), SampleApplications.token()));
    return next;
  }

  private GatewayCall correction(Application of, int version) {
    return GatewayCall.of(Route.CORRECT_APPLICATION)
        .as(resident)
        .on(of.applicationId())
        .change(body -> body.put("version", version).put("fee", 300))
        .answers(SampleProcedure.answersBut("copies", 1));
  }

  @Test
  void keptWithWhatWasAskedForHoweverOftenTheButtonIsPressed() {
    Application returned = returned();
    GatewayCall press = correction(returned, returned.version());
    assertEquals(200, press.sentTo(entry).status());
    assertEquals(200, press.sentTo(entry).status());
    List<EarlierAnswers> kept = earlier.of(returned.applicationId());
    assertEquals(1, kept.size());
    assertEquals(returned.answers(), kept.getFirst().answers());
    assertEquals(List.of("copies"), kept.getFirst().asked().fields());
    assertEquals(returned.version(), kept.getFirst().version());
  }

  @Test
  void notKeptByACorrectionThatDidNotHappen() {
    Application returned = returned();
    assertEquals(409, correction(returned, returned.version() - 1).sentTo(entry).status());
    assertEquals(List.of(), earlier.of(returned.applicationId()));
  }
}
