package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoConfirmedAddresses;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoStoppedAddresses;
import jp.ishikari.link.aws.DynamoVisitStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.UndeliveredNotice.Why;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.edge.AtTerminal;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.MailProof;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.forms.EmailAddress;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Notices go to an address that somebody confirmed, and to no other. */
@ExtendWith(Engines.class)
class NoticeAddressTest {
  private static TestCloud cloud;
  private static EntryFunction entry;
  private static SampleProcedure procedure;

  private final String one = UUID.randomUUID().toString();
  private final String address = "hanako-" + one + "@example.jp";
  private final String secret = Secrets.draw();

  @BeforeAll
  static void publish(TestCloud engines) {
    cloud = engines;
    entry = new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, cloud);
    procedure = SampleProcedure.guest();
    assertTrue(new DynamoProcedureStore(cloud).publish(procedure.procedure()));
  }

  private static GatewayCall submission(String email) {
    return GatewayCall.of(Route.SUBMIT_APPLICATION, "guest")
        .change(body -> body.put("procedureId", procedure.id()))
        .answers(SampleProcedure.answersBut("email", email));
  }

  private static GatewayCall from(String browser, GatewayCall call) {
    return call.header("Cookie", "confirmed-mail=" + browser);
  }

  private void confirm(String browser, String visitId, Instant until) {
    new DynamoConfirmedAddresses(cloud)
        .confirm(new MailProof(browser, visitId).name(new EmailAddress(address)), address, until);
  }

  private void confirmed() {
    confirm(secret, "", Instant.now().plus(MailProof.LIFE));
  }

  /** Where notices go; null for nowhere, which the receipt says too. */
  private static String told(GatewayAnswer receipt) {
    assertTrue(receipt.status() < 300, receipt.body());
    String address =
        new DynamoApplicationStore(cloud)
            .find(receipt.text("applicationId"))
            .orElseThrow()
            .notifyAddress();
    assertEquals(address != null, receipt.json().get("byMail").booleanValue(), receipt.body());
    return address;
  }

  @Nested
  class OfAGuest {
    @Test
    void anAddressThatMailWasStoppedToIsPromisedNone() {
      confirmed();
      new DynamoStoppedAddresses(cloud).stop(address, Why.NO_SUCH_ADDRESS, Instant.now());
      assertNull(told(from(secret, submission(address)).sentTo(entry)));
    }

    @Test
    void anAddressThatThisBrowserConfirmedIsTold() {
      confirmed();
      assertEquals(address, told(from(secret, submission(address)).sentTo(entry)));
    }

    @Test
    void fortyApplicationsWithTheAddressOfAStrangerTellNobody() {
      for (int i = 0; i < 40; i++) {
        assertNull(told(submission(address).sentTo(entry)));
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"HANAKO-%s@Example.JP", "hanako-%s+city@example.jp", " hanako-%s@example.jp "})
    void anotherSpellingOfTheMailboxIsToldAtTheAddressThatWasConfirmed(String spelling) {
      confirmed();
      assertEquals(address, told(from(secret, submission(spelling.formatted(one))).sentTo(entry)));
    }

    @Test
    void anotherAddressInTheSameBrowserIsNotTold() {
      confirmed();
      assertNull(told(from(secret, submission("taro-" + one + "@example.jp")).sentTo(entry)));
    }

    @Test
    void whatAnotherBrowserConfirmedOrNoneIsNotTold() {
      confirmed();
      assertNull(told(from(Secrets.draw(), submission(address)).sentTo(entry)));
      assertNull(told(from("", submission(address)).sentTo(entry)));
    }

    @Test
    void aConfirmationThatHasEndedIsNone() {
      confirm(secret, "", Instant.now().minusSeconds(1));
      assertNull(told(from(secret, submission(address)).sentTo(entry)));
    }

    @Test
    void whoLeavesTheAddressOutIsNotTold() {
      confirmed();
      GatewayCall call = from(secret, submission(address));
      assertNull(told(call.answers(SampleProcedure.answersBut("email", null)).sentTo(entry)));
    }

    @Test
    void theNextVisitorAtATerminalHasConfirmedNothing() {
      Caller guest = new Caller.Guest();
      AtTerminal first = visit();
      confirm(secret, first.visitId(), Instant.now().plus(MailProof.LIFE));
      assertEquals(address, told(from(secret, submission(address)).as(guest, first).sentTo(entry)));
      assertNull(told(from(secret, submission(address)).as(guest, visit()).sentTo(entry)));
      assertNull(told(from(secret, submission(address)).sentTo(entry)));
    }

    private AtTerminal visit() {
      Instant now = Instant.now();
      Visit visit =
          Visit.begun(
              "visit-" + UUID.randomUUID(),
              Terminal.registered(
                  "t-" + UUID.randomUUID(),
                  "市民課1番",
                  "1階",
                  Set.of(procedure.procedure().divisionId()),
                  "hash",
                  now,
                  new Terminal.Change(now, Terminal.What.REGISTERED, "吉田　恵子")),
              now,
              now.plusSeconds(600));
      new DynamoVisitStore(cloud).begin(visit);
      return new AtTerminal(visit.visitId(), visit.terminalId());
    }
  }

  @Nested
  class OfAnAccount {
    private final Caller.Resident resident = new Caller.Resident("account-" + one, "session", true);

    private void contact(String contact) {
      ContactAddresses.put(cloud, resident.accountId(), contact);
    }

    private GatewayAnswer submitted(String email) {
      return submission(email).as(resident).sentTo(entry);
    }

    @Test
    void itsContactAddressIsTold() {
      contact(address);
      assertEquals(address, told(submitted(address)));
      assertEquals(address, told(submitted("HANAKO-" + one + "+a@example.jp")));
    }

    @Test
    void itsContactAddressIsToldWhereTheFormAsksForNone() {
      SampleProcedure asksForNone = SampleProcedure.signedIn().askingForNoAddress();
      assertTrue(new DynamoProcedureStore(cloud).publish(asksForNone.procedure()));
      contact(address);
      GatewayAnswer receipt =
          submission("taro-" + one + "@example.jp")
              .change(body -> body.put("procedureId", asksForNone.id()))
              .as(resident)
              .sentTo(entry);
      assertEquals(address, told(receipt));
      assertNull(
          told(
              submission(address)
                  .answers(SampleProcedure.answersBut("email", null))
                  .as(resident)
                  .sentTo(entry)));
    }

    @Test
    void anAddressThatIsOnlyTypedIsNotToldUnlessThisBrowserConfirmsIt() {
      assertNull(told(submitted(address)));
      contact("taro-" + one + "@example.jp");
      assertNull(told(submitted(address)));
      confirmed();
      assertEquals(address, told(from(secret, submission(address).as(resident)).sentTo(entry)));
    }

    @Test
    void theCaseSaysWhereItsNoticesGo() {
      contact(address);
      assertEquals(address, read(submitted(address)).path("notifyAddress").asString(null));
      GatewayAnswer other = submitted("taro-" + one + "@example.jp");
      assertTrue(read(other).path("notifyAddress").isMissingNode());
    }

    private JsonNode read(GatewayAnswer receipt) {
      return GatewayCall.of(Route.READ_APPLICATION)
          .as(resident)
          .on(receipt.text("applicationId"))
          .sentTo(entry)
          .json();
    }
  }
}
