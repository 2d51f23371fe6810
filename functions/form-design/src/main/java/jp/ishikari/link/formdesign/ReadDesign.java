package jp.ishikari.link.formdesign;

import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Everything the editor shows of a procedure, with what stands in the way of publishing it. */
record ReadDesign(OwnDesign own) implements Operation {

  @Override
  public Response run(Request request) {
    return own.find(request)
        .fold(refusal -> refusal, design -> Response.ok(DesignAnswer.of(design)));
  }
}
