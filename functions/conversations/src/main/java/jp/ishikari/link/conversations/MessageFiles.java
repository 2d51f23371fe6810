package jp.ishikari.link.conversations;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.domain.attachment.FileHolder;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * The files that a message of the applicant's names: each is its sender's, whole, and of no
 * application yet. From the message's transaction on they belong to this one; nobody opens them
 * before they are found clean.
 */
record MessageFiles(Attachments files, DraftStore drafts, InstantSource clock) {
  /** Files of one message. */
  static final int MOST = 5;

  private static final String FIELD = "files";

  /**
   * What a message names.
   *
   * @param draftId what they were sent for where nobody is signed in
   */
  record Named(Caller caller, List<String> fileIds, @Nullable String draftId) {
    static final Named NONE = new Named(new Caller.Guest(), List.of(), null);
  }

  /** What binds them, or everything that is wrong with them. */
  Outcome<Response, List<Part<NotSaved>>> of(Named named, String applicationId) {
    if (named.fileIds().isEmpty()) {
      return Outcome.success(List.of());
    }
    Set<String> holders =
        FileHolder.all(
            named.caller() instanceof Caller.Resident resident ? resident.accountId() : null,
            named.draftId(),
            drafts,
            clock.instant());
    Set<String> ids = new LinkedHashSet<>(named.fileIds());
    Map<String, Attachment> found = files.find(ids);
    List<Problem.FieldError> wrong = new ArrayList<>();
    List<Part<NotSaved>> parts = new ArrayList<>();
    for (String id : ids) {
      Attachment file = found.get(id);
      if (file == null || !holders.contains(file.holder()) || file.applicationId() != null) {
        wrong.add(error("file-missing", "ファイルが見つからないか、もう送信済みです。外してから、もう一度選んで送ってください。"));
      } else if (file.state() == FileState.SENDING) {
        wrong.add(error("file-sending", "ファイルは、まだ送り終わっていません。送り終わるまで待つか、外してください。"));
      } else if (file.state().refused()) {
        wrong.add(error(file.state().code(), file.state().refusal()));
      } else {
        parts.add(
            files
                .bindingToMessage(file, applicationId, holders)
                // Looked at anew: what is wrong with it by then is told.
                .as(taken -> new NotSaved.Overtaken()));
      }
    }
    return wrong.isEmpty()
        ? Outcome.success(parts)
        : Outcome.failure(Problem.ANSWERS_INVALID.response(wrong));
  }

  private static Problem.FieldError error(String code, String message) {
    return new Problem.FieldError(FIELD, code, message);
  }
}
