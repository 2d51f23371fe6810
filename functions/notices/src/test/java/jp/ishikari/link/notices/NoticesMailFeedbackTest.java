package jp.ishikari.link.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoUndeliveredNotices;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.UndeliveredNotice;
import jp.ishikari.link.domain.UndeliveredNotice.Why;
import jp.ishikari.link.edge.CloudEvents;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.HeardLog;
import jp.ishikari.link.testkit.Inbox;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleEvents;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of mail that did not arrive or was unwanted. */
@ExtendWith(Engines.class)
class NoticesMailFeedbackTest {
  private static TestCloud cloud;
  private static EntryFunction feedback;
  private static EntryFunction notices;

  private String address;
  private Application application;

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    feedback = new NoticesWiring().wire(Entry.NOTICES_MAIL_FEEDBACK, engines);
    notices = new NoticesWiring().wire(Entry.NOTICES_CITY_EVENTS, engines);
  }

  @BeforeEach
  void anApplicationWithAnAddressOfItsOwn() {
    address = UUID.randomUUID() + "@example.jp";
    application = submitted(address);
  }

  private static Application submitted(String address) {
    var answers = SampleProcedure.answers();
    Application one = SampleApplications.submitted("account", "d-" + UUID.randomUUID(), answers);
    one = one.corrected(1, answers, one.fee(), one.applicantName(), address, null);
    new DynamoApplicationStore(cloud)
        .submit(
            Submission.of(
                one,
                SampleApplications.event(one, Step.SUBMIT),
                SampleApplications.token(),
                Set.of()));
    return one;
  }

  /** The sample with the words of this test. */
  private ObjectNode report(String type) {
    ObjectNode batch =
        (ObjectNode) SampleEvents.json(Names.sampleEvent(Entry.NOTICES_MAIL_FEEDBACK));
    ObjectNode event =
        (ObjectNode)
            JsonMapper.shared()
                .readTree(
                    batch
                        .at("/Records/0/body")
                        .stringValue()
                        .replace("hanako@example.jp", address)
                        .replace(
                            "3f0c7c1e-9a52-4a6d-8a0e-5d1b1f6a2c01", application.applicationId()));
    ((ObjectNode) event.at("/detail/bounce")).put("bounceType", type);
    return event;
  }

  private ObjectNode complaint() {
    ObjectNode event = report("Permanent");
    ObjectNode detail = (ObjectNode) event.get("detail");
    detail.remove("bounce");
    detail.put("eventType", "Complaint");
    ObjectNode complaint = detail.putObject("complaint").put("timestamp", "2026-11-23T06:00:00Z");
    complaint
        .putArray("complainedRecipients")
        .addObject()
        .put("emailAddress", address.toUpperCase());
    return event;
  }

  private static List<String> failed(EntryFunction entry, Entry sample, String... bodies) {
    ObjectNode batch = (ObjectNode) SampleEvents.json(Names.sampleEvent(sample));
    JsonNode pattern = batch.get("Records").get(0).deepCopy();
    ArrayNode records = batch.putArray("Records");
    for (int i = 0; i < bodies.length; i++) {
      records.add(
          ((ObjectNode) pattern.deepCopy()).put("messageId", "m" + i).put("body", bodies[i]));
    }
    return JsonMapper.shared()
        .readTree(entry.handle(JsonMapper.shared().writeValueAsBytes(batch), null))
        .get("batchItemFailures")
        .valueStream()
        .map(failure -> failure.get("itemIdentifier").stringValue())
        .toList();
  }

  private static void told(JsonNode... reports) {
    String[] bodies = new String[reports.length];
    for (int i = 0; i < reports.length; i++) {
      bodies[i] = reports[i].toString();
    }
    assertEquals(List.of(), failed(feedback, Entry.NOTICES_MAIL_FEEDBACK, bodies));
  }

  private static List<JsonNode> mails(Application application, int version) {
    Application then = application;
    while (then.version() < version) {
      then = then.advanced(then.state(), null);
    }
    Step step = version == 1 ? Step.SUBMIT : Step.ACCEPT;
    assertEquals(
        List.of(),
        failed(
            notices,
            Entry.NOTICES_CITY_EVENTS,
            CloudEvents.write(SampleApplications.event(then, step).event())));
    return new Inbox(cloud).ofNotice(application.applicationId() + "#" + version + "#mail");
  }

  private static List<Why> missed(Application application) {
    return new DynamoUndeliveredNotices(cloud)
        .of(application.applicationId()).stream().map(UndeliveredNotice::why).toList();
  }

  @Test
  void nothingMoreIsSentToAnAddressThatDoesNotExistAndEachNoticeSaysSo() {
    assertEquals(1, mails(application, 1).size());
    told(report("Permanent"));
    assertEquals(List.of(Why.NO_SUCH_ADDRESS), missed(application));
    assertEquals(List.of(), mails(application, 2));
    assertEquals(List.of(Why.NO_SUCH_ADDRESS, Why.ADDRESS_STOPPED), missed(application));
    Application another = submitted(address.toUpperCase());
    assertEquals(List.of(), mails(another, 1));
    assertEquals(List.of(Why.ADDRESS_STOPPED), missed(another));
  }

  @Test
  void nothingMoreIsSentToWhoDoesNotWantIt() {
    assertEquals(1, mails(application, 1).size());
    told(complaint());
    assertEquals(List.of(Why.UNWANTED), missed(application));
    assertEquals(List.of(), mails(application, 2));
  }

  @Test
  void aMailboxThatTookNothingThisTimeIsToldOfAndStaysInUse() {
    assertEquals(1, mails(application, 1).size());
    told(report("Transient"));
    assertEquals(List.of(Why.NOT_TAKEN), missed(application));
    assertEquals(1, mails(application, 2).size());
  }

  @Test
  void theSameReportAgainChangesNothing() {
    told(report("Permanent"), report("Permanent"));
    told(report("Permanent"));
    assertEquals(List.of(Why.NO_SUCH_ADDRESS), missed(application));
  }

  @Test
  void aReportAboutOtherMailThanNoticesEndsTheAddressAlone() {
    ObjectNode event = report("Permanent");
    ((ObjectNode) event.at("/detail/mail")).putArray("headers");
    told(event);
    assertEquals(List.of(), missed(application));
    assertEquals(List.of(), mails(application, 1));
  }

  @Test
  void whatIsNoReportFailsAloneAndComesAgain() {
    ObjectNode unaddressed = report("Permanent");
    ((ObjectNode) unaddressed.at("/detail/bounce")).putArray("bouncedRecipients");
    assertEquals(
        List.of("m0", "m1", "m2"),
        failed(
            feedback,
            Entry.NOTICES_MAIL_FEEDBACK,
            "not json",
            "{}",
            unaddressed.toString(),
            report("Permanent").toString()));
    assertEquals(List.of(Why.NO_SUCH_ADDRESS), missed(application));
  }

  @Test
  void noAddressIsKeptOrLogged() {
    try (HeardLog log = new HeardLog(Level.INFO)) {
      told(report("Permanent"));
      failed(
          feedback,
          Entry.NOTICES_MAIL_FEEDBACK,
          report("Permanent").toString().replace("\"timestamp\"", "\"when\""));
      String heard = String.join("\n", log.heard());
      assertTrue(heard.contains("record failed"), heard);
      assertFalse(heard.contains(address.substring(0, 20)), heard);
    }
    boolean kept =
        List.of(Table.STOPPED_ADDRESSES, Table.DELIVERIES).stream()
            .flatMap(
                table ->
                    cloud
                        .dynamoDb()
                        .scanPaginator(r -> r.tableName(Names.physical(table)))
                        .items()
                        .stream())
            .anyMatch(row -> row.toString().contains("@"));
    assertFalse(kept);
  }
}
