package jp.ishikari.link.attachments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.attachments.store.FileObjects;
import jp.ishikari.link.attachments.store.FileStore;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * An address under which a clerk fetches one clean file of a case within a minute, as a download:
 * nothing of it runs on a page of ours. Who took it stands on the file and in the log.
 */
@Contract(request = OpenCaseFile.Asked.class, response = OpenCaseFile.Link.class)
record OpenCaseFile(
    ApplicationStore applications,
    Attachments attachments,
    FileStore files,
    FileObjects objects,
    InstantSource clock)
    implements Operation {
  private static final Log LOG = Log.of(OpenCaseFile.class);

  record Asked(@Limit(max = 64) String fileId) {}

  /**
   * @param url good for a minute
   */
  record Link(String url) {}

  @Override
  public Response run(Request request) {
    return OwnCase.find(applications, request)
        .then(
            application ->
                Body.read(request, Asked.class)
                    .map(asked -> open(application, asked.fileId(), request)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Response open(Application application, String fileId, Request request) {
    Optional<Attachment> file =
        Optional.ofNullable(attachments.find(Set.of(fileId)).get(fileId))
            .filter(one -> application.applicationId().equals(one.applicationId()));
    if (file.isEmpty()) {
      return Problem.NOT_FOUND.response();
    }
    if (file.get().state() != FileState.CLEAN) {
      return Problem.RULE_VIOLATED.response("安全が確認されたファイルだけ開けます。");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    files.opened(fileId, request.staff().name(), now);
    LOG.info(
        "file opened",
        Log.fields(LogField.APPLICATION_ID, LogField.STAFF_ID),
        application.applicationId(),
        request.staff().staffId());
    return Response.ok(new Link(objects.link(fileId, named(file.get())).toString()));
  }

  /** Ends in what it is, so that no name makes a document out of a program. */
  private static String named(Attachment file) {
    String ending = "." + file.kind().ending();
    return file.name().toLowerCase(java.util.Locale.ROOT).endsWith(ending)
        ? file.name()
        : file.name() + ending;
  }
}
