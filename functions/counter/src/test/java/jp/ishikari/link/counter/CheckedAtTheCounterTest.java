package jp.ishikari.link.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoTerminalStore;
import jp.ishikari.link.aws.DynamoVisitStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Procedure;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Visitors without a card, and staff who check who they are. */
@ExtendWith(Engines.class)
class CheckedAtTheCounterTest {
  private static TestCloud cloud;
  private static EntryFunction kiosk;
  private static EntryFunction console;

  private final String division = "d-" + UUID.randomUUID();
  private final Caller clerk = clerk(division);
  private final Instant now = Instant.now();
  private final Terminal terminal = terminal();
  private final Visit visit = visit(now);
  private final SampleProcedure procedure = SampleProcedure.signedIn();

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    kiosk = new CounterWiring().wire(Entry.COUNTER_RESIDENT, cloud);
    console = new CounterWiring().wire(Entry.COUNTER_STAFF, cloud);
  }

  /** The number that the clerk calls. */
  private int called = 1;

  CheckedAtTheCounterTest() {
    assertTrue(new DynamoProcedureStore(cloud).publish(procedure.procedure()));
  }

  private static Caller clerk(String division) {
    return new Caller.Staff(
        "s-clerk", "鈴木　一郎", Set.of(Role.REVIEWER), Set.of(division), true, "session");
  }

  private Terminal terminal() {
    Terminal fresh =
        Terminal.registered(
            "t-" + UUID.randomUUID(),
            "市民課1番",
            "1階",
            Set.of(division),
            UUID.randomUUID().toString(),
            now.plusSeconds(60),
            new Terminal.Change(now, Terminal.What.REGISTERED, "吉田　恵子"));
    DynamoTerminalStore store = new DynamoTerminalStore(cloud);
    store.save(fresh, SampleApplications.token());
    Terminal used = fresh.enrolled("{}", now);
    assertTrue(store.enrol(used));
    return used;
  }

  private Visit visit(Instant begun) {
    Visit v = Visit.begun("v-" + UUID.randomUUID(), terminal, begun, begun.plusSeconds(3600));
    new DynamoVisitStore(cloud).begin(v);
    return v;
  }

  private GatewayAnswer waits(Visit v, String procedureId) {
    return GatewayCall.of(Route.AWAIT_CHECK)
        .as(new Caller.Guest(), new AtTerminal(v.visitId(), terminal.terminalId()))
        .change(
            body -> {
              body.removeAll();
              if (procedureId != null) {
                body.put("procedureId", procedureId);
              }
            })
        .sentTo(kiosk);
  }

  private int waiting() {
    called = ok(200, waits(visit, procedure.id())).json().get("number").intValue();
    return called;
  }

  private List<Integer> listed(Caller staff) {
    return GatewayCall.of(Route.LIST_VISITS)
        .as(staff)
        .sentTo(console)
        .json()
        .get("visits")
        .valueStream()
        .map(v -> v.get("number").intValue())
        .toList();
  }

  private GatewayCall attesting(Caller staff) {
    return GatewayCall.of(Route.ATTEST_VISIT)
        .as(staff)
        .path("visitId", visit.visitId())
        .change(body -> body.put("number", called));
  }

  private static GatewayAnswer ok(int status, GatewayAnswer answer) {
    assertEquals(status, answer.status(), answer.body());
    return answer;
  }

  private boolean attested() {
    return new DynamoVisitStore(cloud).find(visit.visitId()).orElseThrow().attestation() != null;
  }

  @Nested
  class Checked {
    @Test
    void theClerkSeesWhoWaitsAndTheTerminalGoesOnByItself() {
      int number = waiting();
      assertEquals(List.of(number), listed(clerk));
      assertEquals(
          number, ok(200, attesting(clerk).sentTo(console)).json().get("number").intValue());
      GatewayAnswer read =
          GatewayCall.of(Route.READ_VISIT)
              .as(new Caller.Guest(), new AtTerminal(visit.visitId(), terminal.terminalId()))
              .sentTo(kiosk);
      assertTrue(ok(200, read).json().get("attested").booleanValue());
      assertEquals(List.of(), listed(clerk));
      var found = new DynamoVisitStore(cloud).find(visit.visitId()).orElseThrow().attestation();
      assertEquals(List.of(IdentityDocument.DRIVING_LICENCE), found.documents());
      assertEquals("鈴木　一郎", found.staffName());
      assertEquals("石狩　花子", found.name());
      assertEquals(LocalDate.of(1989, 1, 7), found.birthDate());
    }

    @Test
    void askingAgainKeepsTheNumberAndGivingUpTakesItBack() {
      assertEquals(waiting(), waiting());
      assertFalse(ok(200, waits(visit, null)).json().has("number"));
      assertEquals(List.of(), listed(clerk));
      assertEquals(404, attesting(clerk).sentTo(console).status());
    }

    @Test
    void theSameClickTwiceIsOneCheck() {
      waiting();
      GatewayCall call = attesting(clerk);
      assertEquals(ok(200, call.sentTo(console)).body(), ok(200, call.sentTo(console)).body());
    }

    @Test
    void aSecondPersonOfTheVisitOnceTheyWaitForIt() {
      waiting();
      ok(200, attesting(clerk).sentTo(console));
      assertFalse(ok(200, waits(visit, procedure.id())).json().has("number"));
      called = ok(200, waitsAgain()).json().get("number").intValue();
      assertEquals(List.of(called), listed(clerk));
      ok(
          200,
          attesting(clerk)
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .change(body -> body.put("name", "吉田　健"))
              .sentTo(console));
      assertEquals(
          "吉田　健",
          new DynamoVisitStore(cloud).find(visit.visitId()).orElseThrow().attestation().name());
      assertEquals(List.of(), listed(clerk));
    }

    private GatewayAnswer waitsAgain() {
      return GatewayCall.of(Route.AWAIT_CHECK)
          .as(new Caller.Guest(), new AtTerminal(visit.visitId(), terminal.terminalId()))
          .change(body -> body.put("procedureId", procedure.id()).put("again", true))
          .sentTo(kiosk);
    }

    @Test
    void twoWithoutAPhotoSufficeWithTheOtherNamed() {
      waiting();
      ok(
          200,
          attesting(clerk)
              .change(
                  body -> {
                    body.putArray("documents").add("HEALTH_INSURANCE_CERTIFICATE").add("OTHER");
                    body.put("other", "学生証");
                  })
              .sentTo(console));
    }
  }

  @Nested
  class Refused {
    @Test
    void toWhoeverIsOfAnotherDivisionAsIfNobodyWaited() {
      waiting();
      Caller other = clerk("d-other");
      assertEquals(List.of(), listed(other));
      assertEquals(404, attesting(other).sentTo(console).status());
      assertFalse(attested());
    }

    /** Whoever gave up and somebody else after them have one visit and two numbers. */
    @Test
    void aCheckOfTheNumberThatWaitedThereBefore() {
      int before = waiting();
      ok(200, waits(visit, null));
      while (waiting() == before) {
        ok(200, waits(visit, null));
      }
      GatewayAnswer late =
          attesting(clerk).change(body -> body.put("number", before)).sentTo(console);
      assertEquals(404, late.status(), late.body());
      assertFalse(attested());
      ok(200, attesting(clerk).sentTo(console));
    }

    @Test
    void aSecondCheckAndOneOfTwoAtOnce() {
      waiting();
      long done =
          IntStream.range(0, 6)
              .parallel()
              .mapToObj(i -> attesting(clerk).sentTo(console))
              .filter(answer -> answer.status() == 200)
              .count();
      assertEquals(1, done);
      assertEquals(404, attesting(clerk).sentTo(console).status());
    }

    @Test
    void whenTheVisitHasEndedRunOutOrItsTerminalIsRevoked() {
      Visit idle = visit(now.minus(Duration.ofMinutes(11)));
      ok(200, waits(idle, procedure.id()));
      assertEquals(List.of(), listed(clerk));
      waiting();
      new DynamoTerminalStore(cloud)
          .save(
              terminal.revoked(new Terminal.Change(now, Terminal.What.REVOKED, "吉田　恵子")),
              SampleApplications.token());
      assertEquals(List.of(), listed(clerk));
      assertEquals(404, attesting(clerk).sentTo(console).status());
      new DynamoVisitStore(cloud).end(visit.visitId());
      assertEquals(404, attesting(clerk).sentTo(console).status());
    }

    @Test
    void nobodyInParticularAndWhoeverIsNotBornYet() {
      waiting();
      GatewayAnswer nobody =
          attesting(clerk)
              .change(
                  body -> {
                    body.remove("birthDate");
                    body.put("name", "　");
                  })
              .sentTo(console);
      assertEquals(List.of("name required", "birthDate required"), nobody.errors(), nobody.body());
      for (String day : List.of("1872-12-31", LocalDate.now().plusDays(2).toString())) {
        assertEquals(
            List.of("birthDate range"),
            attesting(clerk).change(body -> body.put("birthDate", day)).sentTo(console).errors());
      }
      assertFalse(attested());
    }

    /** No application of theirs would ever be the same name's. */
    @Test
    void aNameWithWhatNobodySees() {
      waiting();
      assertEquals(
          List.of("name characters"),
          attesting(clerk).change(body -> body.put("name", "石狩\u200B花子")).sentTo(console).errors());
      assertFalse(attested());
    }

    @ParameterizedTest
    @ValueSource(strings = {"診察券１２３４", "証一二三四", "٠١٢٣", "12-34", "1 2・3 4", "券第千二百三十号"})
    void aNumberOfADocumentInWhateverScript(String other) {
      waiting();
      GatewayAnswer answer =
          attesting(clerk)
              .change(
                  body -> {
                    body.putArray("documents").add("PASSPORT").add("OTHER");
                    body.put("other", other);
                  })
              .sentTo(console);
      assertEquals(List.of("other number"), answer.errors(), answer.body());
    }

    @Test
    void tooFewDocumentsUnknownOnesNumbersAndNoComparisonAllAtOnce() {
      waiting();
      GatewayAnswer answer =
          attesting(clerk)
              .change(
                  body -> {
                    body.putArray("documents").add("OTHER").add("MY_WORD");
                    body.put("other", "診察券１２３４").put("compared", false);
                  })
              .sentTo(console);
      assertEquals(400, answer.status(), answer.body());
      assertEquals(
          List.of("documents option", "documents few", "other number", "compared required"),
          answer.errors());
      assertFalse(attested());
    }

    @Test
    void toWaitForWhatStaffsCheckIsNotEnoughForOrNotNeeded() {
      for (SampleProcedure other :
          List.of(SampleProcedure.guest(), SampleProcedure.signed(Procedure.Level.SIGNATURE))) {
        assertTrue(new DynamoProcedureStore(cloud).publish(other.procedure()));
        assertEquals(404, waits(visit, other.id()).status());
      }
      assertEquals(404, waits(visit, "none").status());
    }

    @Test
    void toAVisitorWhoChecksThemself() {
      waiting();
      assertEquals(401, attesting(new Caller.Guest()).sentTo(console).status());
      assertEquals(
          401, attesting(new Caller.Resident("account", "session", true)).sentTo(console).status());
    }
  }
}
