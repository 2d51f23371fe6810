package jp.ishikari.link.formdesign;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** One published version as it was. */
@Contract(response = DesignAnswer.class)
record ReadVersion(OwnDesign own) implements Operation {

  @Override
  public Response run(Request request) {
    return own.version(request).fold(refusal -> refusal, p -> Response.ok(DesignAnswer.of(p)));
  }
}
