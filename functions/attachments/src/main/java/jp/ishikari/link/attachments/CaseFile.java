package jp.ishikari.link.attachments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.attachments.store.FileStore;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** A clean file of a case of one's own divisions; nothing else is ever shown to anybody. */
record CaseFile(
    ApplicationStore applications, Attachments attachments, FileStore files, InstantSource clock) {
  private static final Log LOG = Log.of(CaseFile.class);

  /** Refused alike when there is no such case, no such file, or when it is another case's. */
  Outcome<Response, Attachment> find(Request request, String fileId) {
    return OwnCase.find(applications, request).then(application -> clean(application, fileId));
  }

  private Outcome<Response, Attachment> clean(Application application, String fileId) {
    Optional<Attachment> file =
        Optional.ofNullable(attachments.find(Set.of(fileId)).get(fileId))
            .filter(one -> application.applicationId().equals(one.applicationId()));
    if (file.isEmpty()) {
      return Outcome.failure(Problem.NOT_FOUND.response());
    }
    return file.get().state() == FileState.CLEAN
        ? Outcome.success(file.get())
        : Outcome.failure(Problem.RULE_VIOLATED.response("安全が確認されたファイルだけ開けます。"));
  }

  /** Who looked at it stands on the file and in the log. */
  void opened(Attachment file, Request request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    files.opened(file.fileId(), request.staff().name(), now);
    LOG.info(
        "file opened",
        Log.fields(LogField.APPLICATION_ID, LogField.STAFF_ID),
        file.applicationId(),
        request.staff().staffId());
  }
}
