package jp.ishikari.link.identity;

import java.time.InstantSource;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.door.Sessions;
import jp.ishikari.link.identity.store.StaffDirectory;

/** Ends a staff session on the server, takes the cookie back, and notes when. */
@Contract
record SignOutStaff(Sessions sessions, StaffDirectory directory, InstantSource clock)
    implements Operation {

  @Override
  public Response run(Request request) {
    if (!(request.caller() instanceof Caller.Staff staff)) {
      return sessions.end(Response.noContent(), null);
    }
    if (staff.proven()) {
      directory.signedOut(staff.staffId(), clock.instant());
    }
    return sessions.end(Response.noContent(), staff.session());
  }
}
