package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.ishikari.link.aws.DynamoPlaceStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A procedure that takes a limited number of applications (定員). */
@ExtendWith(Engines.class)
class CapacityTest {
  private static TestCloud cloud;
  private static EntryFunction entry;

  private final Caller.Resident resident =
      new Caller.Resident("account-" + UUID.randomUUID(), "session", true);

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, cloud);
  }

  private static SampleProcedure limitedTo(int capacity) {
    SampleProcedure sample = SampleProcedure.signedIn().limitedTo(capacity);
    assertTrue(new DynamoProcedureStore(cloud).publish(sample.procedure()));
    return sample;
  }

  private GatewayCall submission(SampleProcedure procedure) {
    return GatewayCall.of(Route.SUBMIT_APPLICATION)
        .as(resident)
        .change(body -> body.put("procedureId", procedure.id()))
        .answers(SampleProcedure.answers());
  }

  @Test
  void letsExactlyAsManyInAsThereArePlacesHoweverManyComeAtOnce() throws Exception {
    SampleProcedure procedure = limitedTo(5);
    List<Future<GatewayAnswer>> sent = new ArrayList<>();
    try (var people = Executors.newFixedThreadPool(20)) {
      for (int i = 0; i < 20; i++) {
        sent.add(people.submit(() -> submission(procedure).sentTo(entry)));
      }
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<GatewayAnswer> one : sent) {
      statuses.add(one.get().status());
    }
    assertEquals(5, Collections.frequency(statuses, 201), statuses.toString());
    assertEquals(15, Collections.frequency(statuses, 422), statuses.toString());
    assertEquals(5, new DynamoPlaceStore(cloud).held(procedure.procedure().round()).size());
  }

  @Test
  void tellsWhoComesLateThatItIsFullAndAWithdrawalLetsTheNextOneIn() {
    SampleProcedure procedure = limitedTo(1);
    GatewayCall click = submission(procedure);
    GatewayAnswer first = click.sentTo(entry);
    assertEquals(201, first.status(), first.body());
    GatewayAnswer late = submission(procedure).sentTo(entry);
    assertEquals("not-open", late.code());
    assertTrue(late.text("detail").contains("定員（1件）"), late.body());
    assertEquals(first.body(), click.sentTo(entry).body(), "the same click is still accepted");
    GatewayAnswer withdrawn =
        GatewayCall.of(Route.WITHDRAW_APPLICATION)
            .as(resident)
            .on(first.text("applicationId"))
            .change(body -> body.put("version", 1))
            .sentTo(entry);
    assertEquals(200, withdrawn.status(), withdrawn.body());
    assertEquals(201, submission(procedure).sentTo(entry).status());
    assertEquals(422, submission(procedure).sentTo(entry).status());
  }
}
