package jp.ishikari.link.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.ishikari.link.aws.AttachmentRow;
import jp.ishikari.link.aws.DynamoAttachments;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileHolder;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.AtOnce;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ArrayNode;

/** What becomes of the files that an applicant sends with a message. */
@ExtendWith(Engines.class)
class MessageFilesTest {
  private final TestCloud cloud;
  private final Talk talk;

  MessageFilesTest(TestCloud cloud) {
    this.cloud = cloud;
    this.talk = Talk.begun(cloud);
  }

  private String file(String holder, FileState state) {
    String fileId = UUID.randomUUID().toString();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Attachment file =
        new Attachment(
            fileId, holder, "写真.jpg", 3, List.of("x"), "u", state, null, null, null, false, now);
    Rows.of(cloud, Table.ATTACHMENTS).putItem(AttachmentRow.write(file, now.plusSeconds(9)));
    return fileId;
  }

  private String own(FileState state) {
    return file(FileHolder.account(talk.resident().accountId()), state);
  }

  private GatewayAnswer written(String... fileIds) {
    return talk.byResident(
        Route.SEND_MESSAGE,
        body -> {
          ArrayNode files = body.put("text", "写真を送ります。").putArray("files");
          Arrays.stream(fileIds).forEach(files::add);
        });
  }

  private Attachment stored(String fileId) {
    return new DynamoAttachments(cloud).find(Set.of(fileId)).get(fileId);
  }

  @Nested
  class Sent {
    @Test
    void belongToTheApplicationAndAreToldToBothSides() {
      String clean = own(FileState.CLEAN);
      String waiting = own(FileState.WAITING);
      assertEquals(201, written(clean, waiting).status());
      for (String id : List.of(clean, waiting)) {
        assertEquals(talk.application().applicationId(), stored(id).applicationId());
        assertTrue(stored(id).inMessage());
      }
      Stream.of(talk.shownToClerk(), talk.shownToResident())
          .forEach(
              shown -> {
                assertEquals(clean, shown.at("/messages/0/files/0/fileId").stringValue());
                assertEquals("WAITING", shown.at("/messages/0/files/1/state").stringValue());
              });
    }

    @Test
    void tellWhyTheyAreNotTakenWhereTheScanSaysSoLater() {
      String infected = own(FileState.WAITING);
      written(infected);
      Rows.of(cloud, Table.ATTACHMENTS)
          .putItem(AttachmentRow.write(stored(infected).in(FileState.INFECTED), Instant.now()));
      assertEquals(
          FileState.INFECTED.refusal(),
          talk.shownToResident().at("/messages/0/files/0/refusal").stringValue());
    }
  }

  @Nested
  class Refused {
    private void refused(String code, GatewayAnswer answer) {
      assertEquals(400, answer.status(), answer.body());
      assertEquals(code, Json.MAPPER.readTree(answer.body()).at("/errors/0/code").stringValue());
      assertEquals(0, talk.shownToClerk().get("messages").size());
    }

    @Test
    void ofSomebodyElse() {
      refused("file-missing", written(file(FileHolder.account("a-stranger"), FileState.CLEAN)));
    }

    @Test
    void ofAnotherApplicationAlready() {
      String used = own(FileState.CLEAN);
      assertEquals(201, written(used).status());
      GatewayAnswer again = written(used);
      assertEquals(400, again.status(), again.body());
      assertEquals(1, talk.shownToClerk().get("messages").size());
    }

    @ParameterizedTest
    @EnumSource(names = {"INFECTED", "UNREADABLE", "ENCRYPTED", "UNSUITABLE", "OVERSIZED"})
    void thatTheScanDidNotTake(FileState state) {
      refused(state.code(), written(own(state)));
    }

    @Test
    void thatAreStillOnTheirWay() {
      refused("file-sending", written(own(FileState.SENDING)));
    }

    @Test
    void beyondFive() {
      GatewayAnswer answer =
          written(Stream.generate(() -> own(FileState.CLEAN)).limit(6).toArray(String[]::new));
      assertEquals(400, answer.status(), answer.body());
    }

    @Test
    void ofTwoMessagesAtOnceThatNameTheSameFileOneIsWritten() {
      String one = own(FileState.CLEAN);
      List<Integer> statuses = AtOnce.each(3, number -> written(one).status());
      assertEquals(1, statuses.stream().filter(status -> status == 201).count(), "" + statuses);
      assertEquals(1, talk.shownToClerk().get("messages").size());
    }
  }
}
