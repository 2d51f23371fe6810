package jp.ishikari.link.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.OneOf;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.door.Sessions;
import jp.ishikari.link.identity.residents.EmailDoor;
import jp.ishikari.link.identity.residents.SignInWay;
import jp.ishikari.link.identity.residents.SignInWays;
import jp.ishikari.link.identity.store.Account;
import jp.ishikari.link.identity.store.AccountStore;
import org.jspecify.annotations.Nullable;

/**
 * Who the resident is signed in as, since when, for how long, and by which ways one can. A name is
 * told to whoever verified it: a mailbox shall not open it.
 *
 * @param byEmail whether a code by mail is one of them
 */
@Contract(response = {ReadSession.Guest.class, ReadSession.SignedIn.class})
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
  private record Way(String provider, String label, String hint, boolean verifies) {
    static Way of(SignInWay way) {
      return new Way(way.name(), way.label(), way.hint(), way.verifies());
    }
  }

  /** Nobody. */
  record Guest(@OneOf("guest") String level, List<Way> ways, @Nullable String siteName) {}

  /**
   * @param mark tells this account from another in the same browser, and nothing else
   * @param proven whether this sign-in verified who they are
   * @param name null where no way has told it
   */
  record SignedIn(
      @OneOf("signed-in") String level,
      String mark,
      boolean proven,
      List<Way> ways,
      @Nullable String name,
      @Nullable Instant lastSignInAt,
      long idleSeconds,
      Instant endsAt,
      @Nullable String siteName) {}

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
        new SignedIn(
            "signed-in",
            resident.mark(),
            resident.proven(),
            offered(),
            resident.proven() ? account.claims().get("name") : null,
            account.lastSignInAt(),
            sessions.idle().toSeconds(),
            session.endsAt(),
            siteName));
  }

  private Guest guest() {
    return new Guest("guest", offered(), siteName);
  }

  private List<Way> offered() {
    Stream<Way> email = byEmail ? Stream.of(BY_EMAIL) : Stream.empty();
    return Stream.concat(ways.all().stream().map(Way::of), email).toList();
  }
}
