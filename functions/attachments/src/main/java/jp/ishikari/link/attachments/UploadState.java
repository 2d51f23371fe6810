package jp.ishikari.link.attachments;

import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileState;
import org.jspecify.annotations.Nullable;

/**
 * How far a file is, for whoever sends it.
 *
 * @param name as it is shown
 * @param code stable code of why it is not taken; null while it may be
 * @param message the same in a sentence
 */
record UploadState(
    String fileId,
    String name,
    int size,
    FileState state,
    @Nullable String code,
    @Nullable String message) {

  static UploadState of(Attachment file) {
    boolean refused = file.state().refused();
    return new UploadState(
        file.fileId(),
        file.name(),
        file.size(),
        file.state(),
        refused ? file.state().code() : null,
        refused ? file.state().refusal() : null);
  }
}
