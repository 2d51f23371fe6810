package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.ishikari.link.aws.DynamoConfirmedAddresses;
import jp.ishikari.link.aws.DynamoPlaceStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.MailProof;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.forms.EmailAddress;
import jp.ishikari.link.testkit.AtOnce;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A procedure that takes a limited number of applications (定員). */
@ExtendWith(Engines.class)
class CapacityTest {
  private static TestCloud cloud;
  private static EntryFunction entry;

  private final Caller.Resident resident = somebody();

  private static Caller.Resident somebody() {
    return new Caller.Resident("account-" + UUID.randomUUID(), "session", true);
  }

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
    return submission(procedure, resident);
  }

  private static GatewayCall submission(SampleProcedure procedure, Caller caller) {
    return GatewayCall.of(Route.SUBMIT_APPLICATION)
        .as(caller)
        .change(body -> body.put("procedureId", procedure.id()))
        .answers(SampleProcedure.answers());
  }

  @Test
  void letsExactlyAsManyInAsThereArePlacesHoweverManyComeAtOnce() throws Exception {
    SampleProcedure procedure = limitedTo(5);
    List<Future<GatewayAnswer>> sent = new ArrayList<>();
    try (var people = Executors.newFixedThreadPool(20)) {
      for (int i = 0; i < 20; i++) {
        sent.add(people.submit(() -> submission(procedure, somebody()).sentTo(entry)));
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
    GatewayAnswer late = submission(procedure, somebody()).sentTo(entry);
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
    assertEquals(201, submission(procedure, somebody()).sentTo(entry).status());
    assertEquals(422, submission(procedure, somebody()).sentTo(entry).status());
  }

  @Nested
  class OneEach {
    private final String secret = Secrets.draw();

    private SampleProcedure open() {
      SampleProcedure sample = SampleProcedure.guest().limitedTo(5);
      assertTrue(new DynamoProcedureStore(cloud).publish(sample.procedure()));
      return sample;
    }

    private GatewayCall guest(SampleProcedure procedure, String email) {
      return submission(procedure, new Caller.Guest())
          .answers(SampleProcedure.answersBut("email", email))
          .header("Cookie", "confirmed-mail=" + secret);
    }

    private void confirm(String address) {
      new DynamoConfirmedAddresses(cloud)
          .confirm(
              new MailProof(secret, "").name(new EmailAddress(address)),
              address,
              Instant.now().plus(MailProof.LIFE));
    }

    private int held(SampleProcedure procedure) {
      return new DynamoPlaceStore(cloud).held(procedure.procedure().round()).size();
    }

    @Test
    void oneAccountTakesOneOfFivePlacesHoweverOftenItAppliesAtOnce() throws Exception {
      SampleProcedure procedure = limitedTo(5);
      List<Integer> statuses = AtOnce.each(10, i -> submission(procedure).sentTo(entry).status());
      assertEquals(1, Collections.frequency(statuses, 201), statuses.toString());
      assertEquals(9, Collections.frequency(statuses, 422), statuses.toString());
      assertEquals(1, held(procedure));
      GatewayAnswer again = submission(procedure).sentTo(entry);
      assertEquals("rule-violated", again.code(), again.body());
      assertTrue(again.text("detail").contains("おひとり1件"), again.body());
    }

    @Test
    void aGuestWhoConfirmedNoAddressTakesNone() {
      SampleProcedure procedure = open();
      for (int i = 0; i < 5; i++) {
        GatewayAnswer refused = guest(procedure, "g" + i + "@example.jp").sentTo(entry);
        assertEquals("rule-violated", refused.code(), refused.body());
        assertEquals("email", refused.json().at("/errors/0/path").asString());
      }
      assertEquals(422, guest(procedure, null).sentTo(entry).status());
      assertEquals(0, held(procedure));
    }

    @Test
    void aConfirmedMailboxTakesOneInWhateverSpelling() {
      SampleProcedure procedure = open();
      String one = UUID.randomUUID() + "@example.jp";
      confirm(one);
      assertEquals(201, guest(procedure, one).sentTo(entry).status());
      for (String again : List.of(one, one.toUpperCase(), one.replace("@", "+b@"))) {
        assertEquals(422, guest(procedure, again).sentTo(entry).status(), again);
      }
      String other = UUID.randomUUID() + "@example.jp";
      confirm(other);
      assertEquals(201, guest(procedure, other).sentTo(entry).status());
      assertEquals(2, held(procedure));
      assertEquals(201, guest(open(), one).sentTo(entry).status(), "another procedure");
    }

    /** Whoever signs in by mail gets an account for each +tag of one mailbox. */
    @Test
    void accountsThatCameByMailAreOneAsFarAsTheirMailboxIs() {
      SampleProcedure procedure = open();
      String mailbox = UUID.randomUUID().toString();
      assertEquals(201, byMail(procedure, mailbox + "+a@example.jp").sentTo(entry).status());
      GatewayAnswer again = byMail(procedure, mailbox + "+b@example.jp").sentTo(entry);
      assertEquals("rule-violated", again.code(), again.body());
      confirm(mailbox + "@example.jp");
      assertEquals(422, guest(procedure, mailbox + "@example.jp").sentTo(entry).status());
      assertEquals(
          201, byMail(procedure, UUID.randomUUID() + "@example.jp").sentTo(entry).status());
      assertEquals(2, held(procedure));
    }

    private GatewayCall byMail(SampleProcedure procedure, String address) {
      String account = "account-" + UUID.randomUUID();
      ContactAddresses.put(cloud, account, address);
      return submission(procedure, new Caller.Resident(account, "session", false));
    }

    @Test
    void anAccountMayApplyAgainOnceItTookItsApplicationBack() {
      SampleProcedure procedure = limitedTo(5);
      GatewayAnswer first = submission(procedure).sentTo(entry);
      assertEquals(201, first.status(), first.body());
      GatewayAnswer withdrawn =
          GatewayCall.of(Route.WITHDRAW_APPLICATION)
              .as(resident)
              .on(first.text("applicationId"))
              .change(body -> body.put("version", 1))
              .sentTo(entry);
      assertEquals(200, withdrawn.status(), withdrawn.body());
      assertEquals(0, held(procedure));
      assertEquals(201, submission(procedure).sentTo(entry).status());
    }

    @Test
    void nobodyReadsFromThePlacesWhoHoldsThem() {
      SampleProcedure first = limitedTo(5);
      SampleProcedure second = limitedTo(5);
      submission(first).sentTo(entry);
      submission(second).sentTo(entry);
      String one = holder(first);
      assertFalse(one.contains(resident.accountId()), one);
      assertNotEquals(one, holder(second));
    }

    private String holder(SampleProcedure procedure) {
      DynamoPlaceStore places = new DynamoPlaceStore(cloud);
      String id = places.held(procedure.procedure().round()).values().iterator().next();
      return places.of(id).orElseThrow().holder();
    }
  }
}
