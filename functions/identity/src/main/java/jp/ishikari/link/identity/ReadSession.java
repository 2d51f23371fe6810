package jp.ishikari.link.identity;

import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.domain.identity.Account;
import jp.ishikari.link.domain.identity.AccountStore;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Who the resident is signed in as, since when, and for how long. */
record ReadSession(AccountStore accounts, Sessions sessions, String siteName) implements Operation {

  private record Shown(
      String level,
      String name,
      Instant lastSignInAt,
      Long idleSeconds,
      Instant endsAt,
      String siteName) {}

  @Override
  public Response run(Request request) {
    if (!(request.caller() instanceof Caller.Resident(String accountId, String sessionId))) {
      return Response.ok(guest());
    }
    Optional<Account> found = accounts.find(accountId);
    Optional<Session> standing = sessions.find(sessionId);
    if (found.isEmpty() || standing.isEmpty()) {
      // Signed out in another tab since the authorizer looked.
      return Response.ok(guest());
    }
    Account account = found.get();
    Session session = standing.get();
    return Response.ok(
        new Shown(
            "signed-in",
            account.claims().get("name"),
            account.lastSignInAt(),
            sessions.idle().toSeconds(),
            session.endsAt(),
            siteName));
  }

  private Shown guest() {
    return new Shown("guest", null, null, null, null, siteName);
  }
}
