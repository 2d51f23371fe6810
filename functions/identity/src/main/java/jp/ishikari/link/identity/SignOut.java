package jp.ishikari.link.identity;

import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.door.Sessions;

/** Ends the resident's session on the server and takes the cookie back. */
@Contract
record SignOut(Sessions sessions) implements Operation {

  @Override
  public Response run(Request request) {
    return sessions.end(
        Response.noContent(),
        request.caller() instanceof Caller.Resident resident ? resident.session() : null);
  }
}
