package jp.ishikari.link.edge;

import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Scope;

/** Who is behind a request, as the session authorizer found. */
public sealed interface Caller {

  /** No session. */
  record Guest() implements Caller {}

  /**
   * A resident with a session.
   *
   * @param proven whether this session's sign-in verified who they are (身元確認)
   */
  record Resident(String accountId, String session, boolean proven) implements Caller {

    /**
     * Tells this account from another in the same browser, and nothing else: what a browser keeps
     * must not name the account.
     */
    public String mark() {
      return Secrets.hash("session mark " + accountId).substring(0, 16);
    }
  }

  /**
   * Staff.
   *
   * @param proven whether the one-time code has been seen; without it only that step is open
   * @param standsInFor staff id of the absent colleague whose divisions are open to them now, too
   */
  record Staff(
      String staffId,
      String name,
      Set<Role> roles,
      Set<String> divisions,
      boolean proven,
      String session,
      Optional<String> standsInFor)
      implements Caller {

    /** Somebody who stands in for nobody. */
    public Staff(
        String staffId,
        String name,
        Set<Role> roles,
        Set<String> divisions,
        boolean proven,
        String session) {
      this(staffId, name, roles, divisions, proven, session, Optional.empty());
    }

    /**
     * Whether they can't be the second person to what another did: that was themselves, or the
     * colleague in whose place they are.
     *
     * @param otherOrNull staff id; null where nobody of the staff did it
     */
    public boolean isOnePersonWith(String otherOrNull) {
      return staffId.equals(otherOrNull)
          || standsInFor.filter(absent -> absent.equals(otherOrNull)).isPresent();
    }
  }

  /**
   * A client of the partner API.
   *
   * @param scopes what it is let do
   */
  record Partner(String clientId, Set<Scope> scopes) implements Caller {}

  /**
   * A provider's machine.
   *
   * @param message the provider's own id of what it says, the same however often it says it
   */
  record Machine(String message) implements Caller {}
}
