package jp.ishikari.link.aws;

import java.time.Instant;
import java.util.List;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileKind;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/**
 * A file as a row. What never changes stands in one attribute, what conditions speak of in its own.
 */
public final class AttachmentRow {
  /** Stands only where it was sent in with a message. */
  static final String IN_MESSAGE = "inMessage";

  private AttachmentRow() {}

  private record Content(
      String name, int size, List<String> parts, String uploadId, Instant begunAt) {}

  /**
   * A new file.
   *
   * @param dueAt when the sweep is to look at it
   */
  public static EnhancedDocument write(Attachment file, Instant dueAt) {
    return Rows.row()
        .putString("fileId", file.fileId())
        .putString("holder", file.holder())
        .putString("state", file.state().name())
        .putString("due", "DUE")
        .putString("dueAt", SortableTime.of(dueAt))
        .putString(
            "content",
            Json.MAPPER.writeValueAsString(
                new Content(
                    file.name(), file.size(), file.parts(), file.uploadId(), file.begunAt())))
        .build();
  }

  public static Attachment read(EnhancedDocument row) {
    Content content = Json.MAPPER.readValue(row.getString("content"), Content.class);
    String kind = row.getString("kind");
    return new Attachment(
        row.getString("fileId"),
        row.getString("holder"),
        content.name(),
        content.size(),
        content.parts(),
        content.uploadId(),
        FileState.valueOf(row.getString("state")),
        kind == null ? null : FileKind.valueOf(kind),
        row.getString("sha256"),
        row.getString("applicationId"),
        row.isPresent(IN_MESSAGE),
        content.begunAt());
  }
}
