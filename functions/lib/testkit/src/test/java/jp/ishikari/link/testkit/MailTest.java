package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import jp.ishikari.link.aws.SesMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a mail keeps on its way to the inbox. */
@ExtendWith(Engines.class)
class MailTest {
  @Test
  void arrivesWithItsNoticeIdSenderAndEveryCodePoint(TestCloud cloud) {
    String notice = UUID.randomUUID() + "#1#mail";
    String body = "受付番号　1234-5678-9012\n\uFA19\uD842\uDFB7\n";
    new SesMail(cloud).send("hanako@example.jp", "【いしかリンク】申請が届きました", body, notice);
    JsonNode mail = new Inbox(cloud).ofNotice(notice).getFirst();
    assertEquals("【いしかリンク】申請が届きました", mail.get("subject").stringValue());
    assertEquals(body, mail.get("text").stringValue());
    assertEquals("no-reply@city.example.jp", mail.get("from").stringValue());
    assertEquals("[\"hanako@example.jp\"]", mail.get("to").toString());
  }
}
