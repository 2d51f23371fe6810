package jp.ishikari.link.identity;

import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Ends a staff session on the server and takes the cookie back. */
record SignOutStaff(Sessions sessions) implements Operation {

  @Override
  public Response run(Request request) {
    return sessions.end(
        Response.noContent(),
        request.caller() instanceof Caller.Staff staff ? staff.session() : null);
  }
}
