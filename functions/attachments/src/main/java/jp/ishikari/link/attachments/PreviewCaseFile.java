package jp.ishikari.link.attachments;

import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import jp.ishikari.link.attachments.store.FileObjects;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileKind;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * One page of a clean file, drawn here as a picture: what a clerk sees of it can't run anything,
 * and no other host than ours has to be allowed for it.
 */
@Contract(request = PreviewCaseFile.Asked.class, response = PreviewCaseFile.Page.class)
record PreviewCaseFile(CaseFile caseFile, FileObjects objects) implements Operation {
  private static final int FIRST = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * @param page counted from 1; a picture has one
   */
  record Asked(@Limit(max = 64) String fileId, @Limit int page) {}

  /**
   * @param pages how many there are
   * @param image a JPEG as a data address, its long side at most 2,048 pixels
   */
  record Page(int page, int pages, String image) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .then(
            asked ->
                caseFile
                    .find(request, asked.fileId())
                    .map(file -> drawn(file, asked.page(), request)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Response drawn(Attachment file, int page, Request request) {
    Optional<byte[]> bytes = objects.kept(file.fileId());
    if (bytes.isEmpty()) {
      return Problem.NOT_FOUND.response();
    }
    if (page == FIRST) {
      caseFile.opened(file, request);
    }
    return PageImage.of(file.kind(), bytes.get(), page, PATIENCE)
        .map(
            drawn ->
                Response.ok(
                    new Page(
                        page,
                        drawn.pages(),
                        "data:"
                            + FileKind.JPEG.mediaType()
                            + ";base64,"
                            + Base64.getEncoder().encodeToString(drawn.jpeg()))))
        .orElseGet(() -> Problem.RULE_VIOLATED.response("このページは、ここには表示できません。ダウンロードして開いてください。"));
  }
}
