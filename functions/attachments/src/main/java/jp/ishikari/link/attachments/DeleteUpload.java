package jp.ishikari.link.attachments;

import java.time.InstantSource;
import jp.ishikari.link.attachments.store.FileObjects;
import jp.ishikari.link.attachments.store.FileStore;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Takes a file back that was not sent in yet. What was sent in stays, replaced or not. */
@Contract(request = Holding.Named.class)
record DeleteUpload(Holding holding, FileStore files, FileObjects objects, InstantSource clock)
    implements Operation {

  @Override
  public Response run(Request request) {
    return Body.read(request, Holding.Named.class)
        .then(named -> holding.find(request, named))
        .fold(refusal -> refusal, this::delete);
  }

  private Response delete(Attachment file) {
    if (!files.leaving(file.fileId(), clock.instant())) {
      return Problem.RULE_VIOLATED.response("送信が済んだ申請のファイルは、取り消せません。");
    }
    objects.remove(file);
    // The row goes last: while it stands, what is left over is found and swept.
    files.remove(file.fileId());
    return Response.noContent();
  }
}
