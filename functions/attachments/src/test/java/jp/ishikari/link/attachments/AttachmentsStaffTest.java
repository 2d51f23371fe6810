package jp.ishikari.link.attachments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.attachment.FileKind;
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
    guest.bind(fileId, application.applicationId());
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

  private GatewayAnswer page(String fileId, int page, String division) {
    return asked(
        GatewayCall.of(Route.PREVIEW_CASE_FILE)
            .change(body -> body.put("fileId", fileId).put("page", page)),
        division);
  }

  private static BufferedImage image(GatewayAnswer answer) throws IOException {
    assertEquals(200, answer.status(), answer.body());
    String data = Json.MAPPER.readTree(answer.body()).get("image").stringValue();
    String start = "data:image/jpeg;base64,";
    assertTrue(data.startsWith(start), data.substring(0, 40));
    return ImageIO.read(
        new ByteArrayInputStream(Base64.getDecoder().decode(data.substring(start.length()))));
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
      assertArrayEquals(guest.read(Bucket.FILES, fileId), got.body());
      assertEquals("image/png", got.headers().firstValue("Content-Type").orElse(""));
      String how = got.headers().firstValue("Content-Disposition").orElse("");
      assertEquals("attachment; filename*=UTF-8''%E5%86%99%E3%81%97.pdf.png", how);
    }
  }

  @Test
  void seesEachPageOfADocumentAsAPicture() throws Exception {
    String fileId = bound("3ページ.pdf", SampleFiles.pages(3), CLEAN);
    GatewayAnswer third = page(fileId, 3, application.divisionId());
    BufferedImage image = image(third);
    assertEquals(2048, image.getHeight());
    assertEquals(3, Json.MAPPER.readTree(third.body()).get("pages").intValue());
    assertTrue(dark(image) > 100, "nothing is drawn");
    assertEquals(422, page(fileId, 4, application.divisionId()).status());
    assertEquals(422, page(fileId, 0, application.divisionId()).status());
  }

  @Test
  void seesAPhotographNoLargerThanItIs() throws Exception {
    String fileId = bound("写真.jpg", SampleFiles.photograph(6), CLEAN);
    assertEquals(96, image(page(fileId, 1, application.divisionId())).getHeight());
  }

  @Test
  void isNotKeptWaitingByAPageWithoutEnd() {
    assertTrue(
        PageImage.of(FileKind.PDF, SampleFiles.endless(), 1, Duration.ofMillis(200)).isEmpty());
  }

  @Test
  void isToldOfAPageThatHangsTooDeepAndIsShownTheNextFile() {
    assertTrue(
        PageImage.of(FileKind.PDF, SampleFiles.deep(20_000), 1, Duration.ofSeconds(5)).isEmpty());
    assertTrue(
        PageImage.of(FileKind.PDF, SampleFiles.deep(3), 1, Duration.ofSeconds(5)).isPresent());
  }

  private static int dark(BufferedImage image) {
    int dark = 0;
    for (int y = 0; y < image.getHeight(); y += 2) {
      for (int x = 0; x < image.getWidth(); x += 2) {
        dark += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
      }
    }
    return dark;
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
    assertEquals(404, page(fileId, 1, "another").status());
    assertEquals(404, asked(GatewayCall.of(Route.LIST_CASE_FILES), "another").status());
  }
}
