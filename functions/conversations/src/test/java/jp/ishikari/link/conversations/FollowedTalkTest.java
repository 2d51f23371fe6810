package jp.ishikari.link.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import jp.ishikari.link.aws.AttachmentRow;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoFollowCodes;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.FollowCode;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.SubmissionStore.NotSubmitted;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileHolder;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What whoever applied without signing in is promised when they write with their code. */
@ExtendWith(Engines.class)
class FollowedTalkTest {
  private static final Consumer<ObjectNode> AS_IT_IS = body -> {};

  private final String code = SpokenCode.draw(new SecureRandom());
  private final Talk talk;

  FollowedTalkTest(TestCloud cloud) {
    new DynamoProcedureStore(cloud)
        .publish(SampleProcedure.guest().named("sample-certificate").procedure());
    Application application = SampleApplications.submitted(null, "d-" + code);
    Submission<NotSubmitted> submission =
        Submission.of(
                application,
                SampleApplications.event(application, Step.SUBMIT),
                SampleApplications.token(),
                Set.of())
            .with(
                List.of(
                    new DynamoFollowCodes(cloud)
                        .offering(
                            new FollowCode(
                                FollowCode.idOf(code).orElseThrow(), application.applicationId()))
                        .as(taken -> new NotSubmitted.Unsaved(taken))));
    assertEquals(
        Outcome.success(application), new DynamoApplicationStore(cloud).submit(submission));
    talk = new Talk(cloud, application, null);
  }

  private GatewayAnswer by(String with, Route route, Consumer<ObjectNode> change) {
    return talk.sent(
        GatewayCall.of(route)
            .as(new Caller.Guest())
            .change(body -> body.put("code", with))
            .change(change),
        route);
  }

  private JsonNode shown() {
    GatewayAnswer answer = by(code, Route.LIST_FOLLOWED_MESSAGES, AS_IT_IS);
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  @Nested
  class Written {
    @Test
    void isReadByBothAndAnswersWhatTheCityAsked() {
      talk.clerkWrites("何部必要ですか。", Reception.today(Instant.now()).plusDays(7).toString());
      assertEquals("何部必要ですか。", shown().at("/messages/0/text").stringValue());
      assertEquals(1, talk.waitedFor().size());
      assertEquals(
          201, by(code, Route.SEND_FOLLOWED_MESSAGE, body -> body.put("text", "2部です。")).status());
      assertEquals(List.of(), talk.waitedFor());
      assertEquals("2部です。", talk.shownToClerk().at("/messages/1/text").stringValue());
      assertEquals("APPLICANT", talk.shownToClerk().at("/messages/1/side").stringValue());
    }

    @Test
    void isMarkedAsReadAndNamesNoClerk() {
      talk.clerkWrites("承知しました。", null);
      assertEquals(
          204, by(code, Route.SEE_FOLLOWED_MESSAGES, body -> body.put("upTo", 1)).status());
      assertTrue(talk.shownToClerk().at("/messages/0/read").booleanValue());
      assertFalse(shown().toString().contains("鈴木"));
    }
  }

  private String file(String draftId) {
    String fileId = UUID.randomUUID().toString();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Attachment file =
        new Attachment(
            fileId,
            FileHolder.draft(draftId),
            "写真.jpg",
            3,
            List.of("x"),
            "u",
            FileState.CLEAN,
            null,
            null,
            null,
            false,
            now);
    Rows.of(talk.cloud(), Table.ATTACHMENTS).putItem(AttachmentRow.write(file, now));
    return fileId;
  }

  private int sent(String fileId, String draftId) {
    return by(
            code,
            Route.SEND_FOLLOWED_MESSAGE,
            body -> body.put("draftId", draftId).putArray("files").add(fileId))
        .status();
  }

  @Test
  void aFileGoesWithItByTheDraftItWasSentForAndNobodyElsesDoes() {
    String draftId = UUID.randomUUID().toString();
    assertEquals(400, sent(file(UUID.randomUUID().toString()), draftId));
    assertEquals(400, sent(UUID.randomUUID().toString(), draftId));
    assertEquals(0, talk.shownToClerk().get("messages").size());
    String own = file(draftId);
    assertEquals(201, sent(own, draftId));
    assertEquals(own, talk.shownToClerk().at("/messages/0/files/0/fileId").stringValue());
  }

  @Nested
  class Refused {
    @Test
    void withoutTheCodeOfThisVeryApplicationAndNothingIsWritten() {
      String other = SpokenCode.draw(new SecureRandom());
      for (Route route :
          List.of(
              Route.LIST_FOLLOWED_MESSAGES,
              Route.SEND_FOLLOWED_MESSAGE,
              Route.SEE_FOLLOWED_MESSAGES)) {
        assertEquals(404, by(other, route, AS_IT_IS).status());
        assertEquals(400, by("", route, AS_IT_IS).status());
      }
      assertEquals(0, talk.shownToClerk().get("messages").size());
    }
  }
}
