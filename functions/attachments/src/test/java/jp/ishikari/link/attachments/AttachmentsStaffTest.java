package jp.ishikari.link.attachments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.attachments.store.DynamoFileStore;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoAttachments;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a clerk who opens the files of a case is promised. */
@ExtendWith(Engines.class)
class AttachmentsStaffTest {
  private static final String CLEAN = "NO_THREATS_FOUND";

  private final TestCloud cloud;
  private final SentBy guest;
  private final Application application;

  AttachmentsStaffTest(TestCloud cloud) {
    this.cloud = cloud;
    this.guest = SentBy.guest(cloud);
    this.application = SampleApplications.submitted("account-1", "d-" + UUID.randomUUID());
    new DynamoApplicationStore(cloud)
        .submit(
            Submission.of(
                application,
                SampleApplications.event(application, Step.SUBMIT),
                SampleApplications.token(),
                Set.of()));
  }

  private String bound(String name, byte[] bytes, String result) {
    String fileId = guest.judged(name, bytes, result);
    Attachment file = new DynamoFileStore(cloud).find(fileId).orElseThrow();
    Transaction<Attachments.NotBound> transaction = new Transaction<>(cloud.tables());
    transaction.add(
        new DynamoAttachments(cloud)
            .binding(file, application.applicationId(), Set.of(file.holder())));
    transaction.commit(fileId);
    return fileId;
  }

  private Caller.Staff clerk(String division) {
    return new Caller.Staff("s", "鈴木 一郎", Set.of(Role.REVIEWER), Set.of(division), true, "session");
  }

  private GatewayAnswer asked(GatewayCall call, String division) {
    return call.as(clerk(division))
        .on(application.applicationId())
        .sentTo(new AttachmentsWiring().wire(Entry.ATTACHMENTS_STAFF, cloud));
  }

  private GatewayAnswer opened(String fileId, String division) {
    return asked(
        GatewayCall.of(Route.OPEN_CASE_FILE).change(body -> body.put("fileId", fileId)), division);
  }

  @Test
  void seesEveryFileOfTheCaseWithWhatTheScanSaid() {
    bound("写し.png", SampleFiles.picture("png"), CLEAN);
    GatewayAnswer answer = asked(GatewayCall.of(Route.LIST_CASE_FILES), application.divisionId());
    assertEquals(200, answer.status(), answer.body());
    JsonNode file = Json.MAPPER.readTree(answer.body()).at("/files/0");
    assertEquals("写し.png", file.get("name").stringValue());
    assertEquals("CLEAN", file.get("state").stringValue());
    assertEquals(64, file.get("sha256").stringValue().length());
  }

  @Test
  void opensACleanFileAsADownloadOfItsOwnKind() throws Exception {
    byte[] picture = SampleFiles.picture("png");
    String fileId = bound("写し.pdf", picture, CLEAN);
    GatewayAnswer answer = opened(fileId, application.divisionId());
    assertEquals(200, answer.status(), answer.body());
    String url = Json.MAPPER.readTree(answer.body()).get("url").stringValue();
    assertTrue(url.contains("X-Amz-Expires=60"), url);
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> got =
          http.send(
              HttpRequest.newBuilder(URI.create(url)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertEquals(200, got.statusCode());
      assertArrayEquals(picture, got.body());
      assertEquals("image/png", got.headers().firstValue("Content-Type").orElse(""));
      String how = got.headers().firstValue("Content-Disposition").orElse("");
      assertTrue(how.startsWith("attachment") && how.endsWith(".pdf.png"), how);
    }
  }

  @Test
  void opensNothingThatIsNotCleanOrNotOfTheCase() {
    String infected = bound("a.png", SampleFiles.picture("png"), "THREATS_FOUND");
    String waiting = guest.sent("b.png", SampleFiles.picture("png"));
    assertEquals(404, opened(infected, application.divisionId()).status());
    assertEquals(404, opened(waiting, application.divisionId()).status());
    String late = bound("c.png", SampleFiles.picture("png"), "FAILED");
    assertEquals(422, opened(late, application.divisionId()).status());
  }

  @Test
  void ofAnotherDivisionSeesAndOpensNothing() {
    String fileId = bound("a.png", SampleFiles.picture("png"), CLEAN);
    assertEquals(404, opened(fileId, "another").status());
    assertEquals(404, asked(GatewayCall.of(Route.LIST_CASE_FILES), "another").status());
  }
}
