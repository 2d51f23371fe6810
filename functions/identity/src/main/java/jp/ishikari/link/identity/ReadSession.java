package jp.ishikari.link.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.store.Account;
import jp.ishikari.link.identity.store.AccountStore;

/**
 * Who the resident is signed in as, since when, for how long, and by which ways one can. A name is
 * told to whoever proofed it: a mailbox shall not open it.
 *
 * @param byEmail whether a code by mail is one of them
 */
record ReadSession(
    AccountStore accounts, Sessions sessions, SignInWays ways, boolean byEmail, String siteName)
    implements Operation {
  private static final Way BY_EMAIL =
      new Way(EmailDoor.NAME, EmailDoor.LABEL, "メールで届く確認番号を使います。本人確認が必要な手続には使えません。", false);

  /**
   * A way to sign in.
   *
   * @param provider part of the address that starts it
   */
  private record Way(String provider, String label, String hint, boolean proofs) {
    static Way of(SignInWay way) {
      return new Way(way.name(), way.label(), way.hint(), way.proofs());
    }
  }

  /**
   * @param proven whether this sign-in proofed who they are; null for a guest
   */
  private record Shown(
      String level,
      Boolean proven,
      List<Way> ways,
      String name,
      Instant lastSignInAt,
      Long idleSeconds,
      Instant endsAt,
      String siteName) {}

  @Override
  public Response run(Request request) {
    if (!(request.caller() instanceof Caller.Resident resident)) {
      return Response.ok(guest());
    }
    Optional<Account> found = accounts.find(resident.accountId());
    Optional<Session> standing = sessions.find(resident.session());
    if (found.isEmpty() || standing.isEmpty()) {
      // Signed out in another tab since the authorizer looked.
      return Response.ok(guest());
    }
    Account account = found.get();
    Session session = standing.get();
    return Response.ok(
        new Shown(
            "signed-in",
            resident.proven(),
            offered(),
            resident.proven() ? account.claims().get("name") : null,
            account.lastSignInAt(),
            sessions.idle().toSeconds(),
            session.endsAt(),
            siteName));
  }

  private Shown guest() {
    return new Shown("guest", null, offered(), null, null, null, null, siteName);
  }

  private List<Way> offered() {
    Stream<Way> email = byEmail ? Stream.of(BY_EMAIL) : Stream.empty();
    return Stream.concat(ways.all().stream().map(Way::of), email).toList();
  }
}
