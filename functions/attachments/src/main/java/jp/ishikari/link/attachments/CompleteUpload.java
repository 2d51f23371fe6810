package jp.ishikari.link.attachments;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import jp.ishikari.link.attachments.store.FileObjects;
import jp.ishikari.link.attachments.store.FileStore;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * All parts were sent: they are put together, and the scan begins. The row says that a verdict is
 * waited for before the object stands, because the verdict may be there first; so doing it again
 * after a broken line goes on where it broke.
 */
@Contract(request = Holding.Named.class, response = UploadState.class)
record CompleteUpload(Holding holding, FileStore files, FileObjects objects, InstantSource clock)
    implements Operation {
  /** A scan takes seconds; after this its sender and the city are told that it is late. */
  static final Duration SCAN = Duration.ofMinutes(15);

  @Override
  public Response run(Request request) {
    return Body.read(request, Holding.Named.class)
        .then(named -> holding.find(request, named))
        .fold(refusal -> refusal, this::complete);
  }

  private Response complete(Attachment file) {
    if (file.state() != FileState.SENDING && file.state() != FileState.WAITING) {
      return Response.ok(UploadState.of(file));
    }
    Map<Integer, String> arrived = objects.arrived(file);
    if (arrived.size() < file.parts().size()) {
      return file.state() == FileState.WAITING && objects.stands(file.fileId())
          ? Response.ok(UploadState.of(file))
          : Problem.CONFLICT.response("まだ届いていない部分があります。続きを送ってください。");
    }
    files.sent(file.fileId(), clock.instant().plus(SCAN));
    return objects.complete(file, arrived) || objects.stands(file.fileId())
        ? Response.ok(UploadState.of(file.in(FileState.WAITING)))
        : Holding.missing();
  }
}
