package jp.ishikari.link.identity;

import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Sends a resident to the My Number card app, to come back to a page of ours. */
record StartSignIn(Doorkeeper doorkeeper) implements Operation {

  @Override
  public Response run(Request request) {
    return doorkeeper.start(request);
  }
}
