package jp.ishikari.link.conversations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.ishikari.link.conversations.store.Message;
import jp.ishikari.link.conversations.store.MessageStore;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.domain.conversation.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one of its sides sees it.
 *
 * @param waiting what the city waits for an answer to; null where it waits for none
 * @param writableUntil the moment after which nothing can be written any more; null while the case
 *     is not over
 * @param writable whether something can be written now
 */
record ConversationShown(
    List<Line> messages,
    @Nullable Waiting waiting,
    @Nullable Instant writableUntil,
    boolean writable) {

  /**
   * One message.
   *
   * @param by the clerk who wrote it; only clerks are told
   * @param files what came with it
   * @param answerBy the day by which it asks for an answer
   * @param unread whether this side has not read it
   * @param read whether the other side has read it, of one's own; false of theirs
   */
  record Line(
      int number,
      Message.Side side,
      @Nullable String by,
      String text,
      List<File> files,
      Instant at,
      @Nullable LocalDate answerBy,
      boolean unread,
      boolean read) {}

  /**
   * A file of a message.
   *
   * @param refusal why it is not taken, where the scan told so since; null otherwise
   */
  record File(String fileId, String name, int size, FileState state, @Nullable String refusal) {
    private static File of(Attachment file) {
      return new File(
          file.fileId(),
          file.name(),
          file.size(),
          file.state(),
          file.state().refused() ? file.state().refusal() : null);
    }
  }

  /**
   * @param message number of the one that asks
   */
  record Waiting(int message, LocalDate answerBy) {}

  static ConversationShown of(
      MessageStore.Written written,
      Application application,
      Message.Side side,
      Attachments attachments,
      Closing closing,
      Instant now) {
    Map<String, Attachment> files =
        attachments.find(
            written.messages().stream()
                .flatMap(message -> message.files().stream())
                .collect(Collectors.toSet()));
    Conversation.Question asked = written.conversation().question();
    @Nullable Instant end = closing.of(application).orElse(null);
    boolean full = written.messages().size() >= Writing.MOST;
    return new ConversationShown(
        written.messages().stream()
            .map(message -> line(message, written.conversation(), side, files))
            .toList(),
        asked == null || application.state().over()
            ? null
            : new Waiting(asked.message(), asked.answerBy()),
        end,
        !full && (end == null || now.isBefore(end)));
  }

  private static Line line(
      Message message,
      Conversation conversation,
      Message.Side side,
      Map<String, Attachment> files) {
    boolean city = side == Message.Side.CITY;
    boolean own = message.writer().side() == side;
    int readHere = city ? conversation.readByCity() : conversation.readByApplicant();
    int readThere = city ? conversation.readByApplicant() : conversation.readByCity();
    return new Line(
        message.number(),
        message.writer().side(),
        city ? message.writer().name() : null,
        message.text(),
        message.files().stream().map(files::get).filter(Objects::nonNull).map(File::of).toList(),
        message.at(),
        message.answerBy(),
        !own && message.number() > readHere,
        own && message.number() <= readThere);
  }
}
