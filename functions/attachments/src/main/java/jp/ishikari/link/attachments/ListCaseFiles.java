package jp.ishikari.link.attachments;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * The files of one case, those that a correction has replaced too: which stand in the answers now
 * is for the answers to say.
 */
@Contract(response = ListCaseFiles.Files.class)
record ListCaseFiles(ApplicationStore applications, Attachments files) implements Operation {

  /**
   * @param kind word of the form language; null before it was judged clean
   * @param inMessage whether it came with a message and belongs to no answer
   * @param sha256 of what is opened; null before
   */
  private record Line(
      String fileId,
      String name,
      int size,
      FileState state,
      @Nullable String kind,
      @Nullable String sha256,
      boolean inMessage,
      Instant sentAt) {
    static Line of(Attachment file) {
      return new Line(
          file.fileId(),
          file.name(),
          file.size(),
          file.state(),
          file.kind() == null ? null : file.kind().word(),
          file.sha256(),
          file.inMessage(),
          file.begunAt());
    }
  }

  record Files(List<Line> files) {}

  @Override
  public Response run(Request request) {
    return OwnCase.find(applications, request)
        .fold(
            refusal -> refusal,
            application ->
                Response.ok(
                    new Files(
                        files.ofApplication(application.applicationId()).stream()
                            .sorted(Comparator.comparing(Attachment::begunAt))
                            .map(Line::of)
                            .toList())));
  }
}
