package jp.ishikari.link.attachments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What a resident who sends a file is promised. */
@ExtendWith(Engines.class)
class AttachmentsResidentTest {
  private final TestCloud cloud;
  private final SentBy guest;
  private final SentBy hanako;

  AttachmentsResidentTest(TestCloud cloud) {
    this.cloud = cloud;
    this.guest = SentBy.guest(cloud);
    this.hanako = SentBy.resident(cloud);
  }

  private static JsonNode json(GatewayAnswer answer) {
    return Json.MAPPER.readTree(answer.body());
  }

  @Nested
  class Sent {
    @Test
    void aSmallFileGoesInOnePartAndWaitsForItsScan() {
      String fileId = guest.sent("運転免許証.png", SampleFiles.picture("png"));
      assertEquals("WAITING", guest.state(fileId).get("state").stringValue());
      assertTrue(guest.stands(Bucket.UPLOADS, fileId));
      assertFalse(guest.stands(Bucket.FILES, fileId));
    }

    @Test
    void afterABrokenLineNoPartThatArrivedIsSentAgain() {
      byte[] bytes = SampleFiles.pictureOf(2 * Attachment.PART_BYTES + 5);
      String fileId = hanako.begun("住宅の図面.png", bytes);
      JsonNode parts = hanako.missing(fileId);
      assertEquals(3, parts.size());
      assertEquals(200, hanako.put(parts.get(1), SentBy.parts(bytes).get(1)));
      JsonNode left = hanako.missing(fileId);
      assertEquals(2, left.size());
      assertEquals(1, left.get(0).get("number").intValue());
      assertEquals(3, left.get(1).get("number").intValue());
      assertEquals(5, left.get(1).get("size").intValue());
      assertEquals(409, hanako.asked(Route.COMPLETE_UPLOAD, fileId).status());
      for (JsonNode part : left) {
        int number = part.get("number").intValue();
        assertEquals(200, hanako.put(part, SentBy.parts(bytes).get(number - 1)));
      }
      assertEquals(0, hanako.missing(fileId).size());
      assertEquals(200, hanako.asked(Route.COMPLETE_UPLOAD, fileId).status());
      assertEquals(200, hanako.asked(Route.COMPLETE_UPLOAD, fileId).status());
      assertEquals(0, hanako.missing(fileId).size());
      assertEquals("WAITING", hanako.state(fileId).get("state").stringValue());
    }

    @Test
    void thePermissionIsGoodForThisPartAloneAndForNoOtherLength() {
      byte[] bytes = SampleFiles.pictureOf(Attachment.PART_BYTES + 10);
      String fileId = guest.begun("a.png", bytes);
      JsonNode last = guest.missing(fileId).get(1);
      String url = last.get("url").stringValue();
      String checksum = last.get("checksum").stringValue();
      byte[] part = SentBy.parts(bytes).get(1);
      assertEquals(403, SentBy.put(url, checksum, new byte[11]));
      assertEquals(403, SentBy.put(url, SentBy.sha256(new byte[10]), part));
      assertEquals(
          403, SentBy.put(url.replace(fileId, UUID.randomUUID().toString()), checksum, part));
      assertEquals(403, SentBy.put(url.replace("partNumber=2", "partNumber=1"), checksum, part));
      assertEquals(200, SentBy.put(url, checksum, part));
    }

    @Test
    void theSameRequestAgainMakesNoSecondFile() {
      var begin = guest.beginning("a.png", SampleFiles.picture("png"));
      GatewayAnswer first = guest.answered(begin);
      GatewayAnswer second = guest.answered(begin);
      assertEquals(first.body(), second.body());
    }

    @ParameterizedTest
    @CsvSource({
      "../../etc/passwd.pdf, passwd.pdf",
      "C:\\Users\\hanako\\写し.pdf, 写し.pdf",
      "か\u3099いこくじん.pdf, がいこくじん.pdf",
      "📷写真.jpg, 📷写真.jpg",
      "..., 名前のないファイル",
    })
    void theNameIsShownAsPeopleReadIt(String sent, String shown) {
      assertEquals(
          shown, guest.state(guest.begun(sent, SampleFiles.pdf())).get("name").stringValue());
    }

    @Test
    void aLongNameKeepsItsEnding() {
      String name =
          guest
              .state(guest.begun("あ".repeat(300) + ".pdf", SampleFiles.pdf()))
              .get("name")
              .stringValue();
      assertEquals(100, name.length());
      assertTrue(name.endsWith("….pdf"), name);
    }
  }

  @Nested
  class RefusedAtOnce {
    private String code(GatewayAnswer answer) {
      assertEquals(400, answer.status(), answer.body());
      assertTrue(json(answer).at("/errors/0/message").stringValue().endsWith("。"));
      return json(answer).at("/errors/0/code").stringValue();
    }

    @Test
    void anEmptyFileAndOneThatIsTooLarge() {
      assertEquals("file-empty", code(guest.answered(guest.beginning("a.pdf", new byte[0]))));
      var large =
          guest
              .beginning("a.pdf", new byte[1])
              .change(body -> body.put("size", Attachment.MAX_BYTES + 1));
      assertEquals("file-too-large", code(guest.answered(large)));
    }

    @Test
    void checksumsThatAreNoneOrTooFew() {
      var none = guest.beginning("a.pdf", new byte[1]).change(body -> body.putArray("parts"));
      assertEquals("file-parts", code(guest.answered(none)));
      var wrong =
          guest.beginning("a.pdf", new byte[1]).change(body -> body.putArray("parts").add("x"));
      assertEquals("file-parts", code(guest.answered(wrong)));
    }

    @Test
    void aGuestWhoNamesNoDraft() {
      var nobodys = guest.beginning("a.pdf", new byte[1]).change(body -> body.remove("code"));
      assertEquals(404, guest.answered(nobodys).status());
    }
  }

  @Nested
  class OfOthers {
    @ParameterizedTest
    @EnumSource(
        value = Route.class,
        names = {"PERMIT_PARTS", "COMPLETE_UPLOAD", "CHECK_UPLOAD", "DELETE_UPLOAD"})
    void looksLikeAFileThatThereIsNot(Route route) {
      String guests = guest.sent("a.png", SampleFiles.picture("png"));
      String hanakos = hanako.sent("b.png", SampleFiles.picture("png"));
      String none = UUID.randomUUID().toString();
      for (SentBy stranger : new SentBy[] {SentBy.guest(cloud), SentBy.resident(cloud)}) {
        for (String fileId : new String[] {guests, hanakos, none}) {
          GatewayAnswer answer = stranger.asked(route, fileId);
          assertEquals(404, answer.status(), answer.body());
        }
      }
      assertEquals("WAITING", guest.state(guests).get("state").stringValue());
    }

    @Test
    void whoeverSignsInGoesOnWithWhatTheySentBefore() {
      String fileId = guest.sent("a.png", SampleFiles.picture("png"));
      SentBy signedIn = new SentBy(cloud, hanako.caller(), guest.code());
      assertEquals(200, signedIn.asked(Route.CHECK_UPLOAD, fileId).status());
    }
  }

  @Test
  void whatIsTakenBackIsGoneFromEverywhere() {
    String fileId = guest.judged("a.png", SampleFiles.picture("png"), "NO_THREATS_FOUND");
    assertTrue(guest.stands(Bucket.FILES, fileId));
    assertEquals(204, guest.asked(Route.DELETE_UPLOAD, fileId).status());
    assertEquals(404, guest.asked(Route.CHECK_UPLOAD, fileId).status());
    assertFalse(guest.stands(Bucket.UPLOADS, fileId));
    assertFalse(guest.stands(Bucket.FILES, fileId));
    assertNotEquals(fileId, guest.begun("a.png", SampleFiles.picture("png")));
  }
}
