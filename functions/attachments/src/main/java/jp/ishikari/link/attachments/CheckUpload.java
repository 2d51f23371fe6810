package jp.ishikari.link.attachments;

import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** How far a file is; what it holds is shown to nobody here. */
@Contract(request = Holding.Named.class, response = UploadState.class)
record CheckUpload(Holding holding) implements Operation {

  @Override
  public Response run(Request request) {
    return Body.read(request, Holding.Named.class)
        .then(named -> holding.find(request, named))
        .fold(refusal -> refusal, file -> Response.ok(UploadState.of(file)));
  }
}
