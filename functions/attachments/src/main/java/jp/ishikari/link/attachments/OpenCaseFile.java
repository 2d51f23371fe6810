package jp.ishikari.link.attachments;

import java.util.Locale;
import jp.ishikari.link.attachments.store.FileObjects;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * An address under which a clerk fetches one clean file of a case within a minute, as a download:
 * nothing of it runs on a page of ours.
 */
@Contract(request = OpenCaseFile.Asked.class, response = OpenCaseFile.Link.class)
record OpenCaseFile(CaseFile caseFile, FileObjects objects) implements Operation {

  record Asked(@Limit(max = 64) String fileId) {}

  /**
   * @param url good for a minute
   */
  record Link(String url) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .then(asked -> caseFile.find(request, asked.fileId()))
        .fold(
            refusal -> refusal,
            file -> {
              caseFile.opened(file, request);
              return Response.ok(new Link(objects.link(file.fileId(), named(file)).toString()));
            });
  }

  /** Ends in what it is, so that no name makes a document out of a program. */
  private static String named(Attachment file) {
    String ending = "." + file.kind().ending();
    return file.name().toLowerCase(Locale.ROOT).endsWith(ending)
        ? file.name()
        : file.name() + ending;
  }
}
