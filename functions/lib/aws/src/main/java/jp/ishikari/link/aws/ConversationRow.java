package jp.ishikari.link.aws;

import java.time.LocalDate;
import jp.ishikari.link.domain.conversation.Conversation;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/**
 * How far a conversation is, as the one row of its application that is no message. Steps write some
 * of its numbers each, and never the whole row: what one side reads does not stand in the way of
 * what the other writes.
 */
public final class ConversationRow {
  /** Sort key of the row; those of messages are other words. */
  public static final String ENTRY = "conversation";

  private ConversationRow() {}

  public static Conversation read(EnhancedDocument row) {
    int asked = number(row, "question");
    return new Conversation(
        row.getString("applicationId"),
        number(row, "version"),
        number(row, "messages"),
        number(row, "lastOfApplicant"),
        number(row, "lastOfCity"),
        number(row, "readByApplicant"),
        number(row, "readByCity"),
        asked == 0
            ? null
            : new Conversation.Question(asked, LocalDate.parse(row.getString("answerBy"))));
  }

  private static int number(EnhancedDocument row, String attribute) {
    Integer number = Rows.integer(row, attribute);
    return number == null ? 0 : number;
  }
}
