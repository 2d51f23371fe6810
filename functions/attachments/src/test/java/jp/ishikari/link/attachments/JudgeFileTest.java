package jp.ishikari.link.attachments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import jp.ishikari.link.attachments.store.DynamoFileStore;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/** What becomes of a file once the scan has told. */
@ExtendWith(Engines.class)
class JudgeFileTest {
  private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";
  private static final String CLEAN = "NO_THREATS_FOUND";

  private final TestCloud cloud;
  private final SentBy guest;

  JudgeFileTest(TestCloud cloud) {
    this.cloud = cloud;
    this.guest = SentBy.guest(cloud);
  }

  private String state(String fileId) {
    return guest.state(fileId).get("state").stringValue();
  }

  @Nested
  class Clean {
    static Stream<Arguments> taken() {
      return Stream.of(
          Arguments.of("写し.pdf", SampleFiles.pdf()),
          Arguments.of("印刷を禁じただけ.pdf", SampleFiles.pdf(null, "owner")),
          Arguments.of("写真.jpg", SampleFiles.picture("jpg")),
          Arguments.of("名前は違う.pdf", SampleFiles.picture("png")));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void whatOpensIsCopiedToWhereStaffOpenIt(String name, byte[] bytes) {
      String fileId = guest.judged(name, bytes, CLEAN);
      assertEquals("CLEAN", state(fileId));
      assertTrue(guest.stands(Bucket.FILES, fileId));
    }

    @Test
    void aLargeFileOfSeveralParts() {
      String fileId = guest.judged("図面.png", SampleFiles.pictureOf(11_000_000), CLEAN);
      assertEquals("CLEAN", state(fileId));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void aPhotographIsKeptUprightAndTellsNothingOfWhereItWasTaken(int orientation)
        throws IOException {
      byte[] taken = SampleFiles.photograph(orientation);
      String fileId = guest.judged("写真.jpg", taken, CLEAN);
      byte[] kept = guest.read(Bucket.FILES, fileId);
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(kept));
      assertEquals(64, picture.getWidth());
      assertEquals(96, picture.getHeight());
      assertTrue((picture.getRGB(32, 10) & 0xFF0000) > 0xE00000);
      assertTrue((picture.getRGB(32, 86) & 0xFF0000) < 0x200000);
      String all = new String(kept, StandardCharsets.ISO_8859_1);
      assertFalse(all.contains("Exif") || all.contains("43.17") || all.contains("GPS"), all);
    }

    @Test
    void nothingOfItStaysInQuarantine() {
      String fileId = guest.judged("写真.jpg", SampleFiles.photograph(6), CLEAN);
      assertFalse(guest.stands(Bucket.UPLOADS, fileId));
    }

    @Test
    void theSameVerdictAgainChangesNothing() {
      String fileId = guest.sent("a.png", SampleFiles.picture("png"));
      String tag = guest.tag(fileId);
      guest.verdict(fileId, tag, CLEAN);
      assertEquals(NOTHING_FAILED, guest.verdict(fileId, tag, CLEAN));
      assertEquals(NOTHING_FAILED, guest.verdict(fileId, tag, "THREATS_FOUND"));
      assertEquals("CLEAN", state(fileId));
    }
  }

  @Nested
  class Refused {
    static Stream<Arguments> refused() {
      String html = "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>";
      String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
      return Stream.of(
          Arguments.of("パスワード.pdf", SampleFiles.pdf("open", null), "ENCRYPTED"),
          Arguments.of("書類.pdf", SampleFiles.text(html), "UNSUITABLE"),
          Arguments.of("絵.png", SampleFiles.text(svg), "UNSUITABLE"),
          Arguments.of("申請.docx", SampleFiles.zip("word/document.xml"), "UNSUITABLE"),
          Arguments.of("写し.pdf", SampleFiles.text("%PDF-1.7\nnothing else"), "UNREADABLE"),
          Arguments.of("写真.jpg", SampleFiles.torn(SampleFiles.picture("jpg"), 20), "UNREADABLE"),
          Arguments.of("途中.jpg", SampleFiles.half(SampleFiles.photograph(1)), "UNREADABLE"),
          Arguments.of("途中.png", SampleFiles.half(SampleFiles.picture("png")), "UNREADABLE"),
          Arguments.of("爆弾.png", SampleFiles.wide(60_001, 1_000), "OVERSIZED"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCantBeOpenedOrIsNoneOfTheKinds(String name, byte[] bytes, String state) {
      String fileId = guest.judged(name, bytes, CLEAN);
      JsonNode told = guest.state(fileId);
      assertEquals(state, told.get("state").stringValue());
      assertEquals("file-" + state.toLowerCase(), told.get("code").stringValue());
      assertTrue(told.get("message").stringValue().endsWith("。"));
      assertFalse(guest.stands(Bucket.FILES, fileId));
    }

    @Test
    void anInfectedFileStaysInQuarantineAndIsAnnounced() {
      String fileId = guest.judged("a.png", SampleFiles.picture("png"), "THREATS_FOUND");
      assertEquals("INFECTED", state(fileId));
      assertFalse(guest.stands(Bucket.FILES, fileId));
      assertTrue(event(fileId).get("type").s().endsWith("INFECTED"));
    }

    @Test
    void oneThatWasSentInIsAnnouncedWithItsApplication() {
      String fileId = guest.sent("写し.pdf", SampleFiles.text("%PDF-1.7\nnothing else"));
      guest.bind(fileId, "application-" + fileId);
      guest.verdict(fileId, guest.tag(fileId), CLEAN);
      assertEquals("UNREADABLE", state(fileId));
      Map<String, AttributeValue> event = event(fileId);
      assertTrue(event.get("type").s().endsWith("REFUSED"), event.toString());
      assertEquals("application-" + fileId, event.get("applicationId").s());
    }

    @Test
    void oneThatWasTakenBackWhileItWasPutThereIsNotLeftAmongWhatStaffOpen() {
      String fileId = guest.sent("a.png", SampleFiles.picture("png"));
      String tag = guest.tag(fileId);
      guest.asked(Route.DELETE_UPLOAD, fileId);
      cloud
          .buckets()
          .putObject(
              r -> r.bucket(Names.physical(Bucket.FILES)).key(fileId),
              RequestBody.fromBytes(SampleFiles.picture("png")));
      assertEquals(NOTHING_FAILED, guest.verdict(fileId, tag, CLEAN));
      assertFalse(guest.stands(Bucket.FILES, fileId));
    }

    @Test
    void neverAsOneThatWasNotSentInWhenItWasMeanwhile() {
      String fileId = guest.sent("a.png", SampleFiles.picture("png"));
      DynamoFileStore store = new DynamoFileStore(cloud);
      Attachment before = store.find(fileId).orElseThrow();
      guest.bind(fileId, "application-" + fileId);
      assertFalse(store.refused(before, FileState.UNREADABLE, null, Instant.now()));
      assertEquals("WAITING", state(fileId));
    }

    @Test
    void inWordsThatSayHowManyPixelsAreTaken() {
      assertTrue(FileState.OVERSIZED.refusal().contains("6,000万画素"));
    }

    @Test
    void oneThatNobodySentInIsAnnouncedToNobody() {
      String fileId = guest.judged("写し.pdf", SampleFiles.text("%PDF-1.7\nnothing"), CLEAN);
      assertEquals(Map.of(), event(fileId));
    }

    private Map<String, AttributeValue> event(String fileId) {
      return cloud
          .dynamoDb()
          .getItem(
              r ->
                  r.tableName(Names.physical(Table.EVENTS))
                      .key(
                          Map.of(
                              "subject", AttributeValue.fromS("files/" + fileId),
                              "sequence", AttributeValue.fromN("1"))))
          .item();
    }

    @Test
    void whatTheScannerCantLookIntoIsNotClean() {
      String fileId = guest.judged("a.png", SampleFiles.picture("png"), "UNSUPPORTED");
      assertEquals("UNREADABLE", state(fileId));
      assertFalse(guest.stands(Bucket.FILES, fileId));
    }

    @Test
    void bytesThatAreNotThoseThatWerePromised() {
      String fileId = guest.sent("a.png", SampleFiles.picture("png"));
      cloud
          .buckets()
          .putObject(
              r -> r.bucket(Names.physical(Bucket.UPLOADS)).key(fileId),
              RequestBody.fromBytes(SampleFiles.picture("jpg")));
      guest.verdict(fileId, guest.tag(fileId), CLEAN);
      assertEquals("UNREADABLE", state(fileId));
      assertFalse(guest.stands(Bucket.FILES, fileId));
    }
  }

  @Nested
  class Ignored {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "malware-protection-resource-validation-object",
          "3f0c7c1e-9a52-4a6d-8a0e-000000000000",
          "../3f0c7c1e"
        })
    void anObjectThatIsNoFileOfAResident(String key) {
      assertEquals(NOTHING_FAILED, guest.verdict(key, "tag", CLEAN));
    }

    @Test
    void aVerdictAboutAnObjectThatIsNoLongerThere() {
      String fileId = guest.sent("a.png", SampleFiles.picture("png"));
      assertEquals(NOTHING_FAILED, guest.verdict(fileId, "another", CLEAN));
      assertEquals("WAITING", state(fileId));
      assertFalse(guest.stands(Bucket.FILES, fileId));
    }

    @Test
    void aScanThatFailedLeavesTheFileWaiting() {
      String fileId = guest.judged("a.png", SampleFiles.picture("png"), "FAILED");
      assertEquals("WAITING", state(fileId));
    }
  }
}
