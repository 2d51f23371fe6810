package jp.ishikari.link.identity.residents;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.identity.door.SignInFailure;
import jp.ishikari.link.identity.store.AccountStore;

/**
 * Who may change by which ways an account is signed in to. Whoever finds a browser that was left
 * open must not make the account theirs; nor is a mailbox enough, once a way that verifies is
 * attached, to take it off, to attach a card of one's own, or to turn the city's letters to another
 * mailbox.
 */
public record ChangingWays(
    AccountStore accounts, SignInWays ways, Recency recency, InstantSource clock) {

  /** Why not now; empty when they may. */
  public Optional<SignInFailure> refused(Caller.Resident resident) {
    return refused(resident, clock.instant());
  }

  /**
   * The same, of what was asked for at {@code then} and took its time, as a card or a mail does.
   */
  public Optional<SignInFailure> refused(Caller.Resident resident, Instant then) {
    if (!recency.wasRecent(resident, then)) {
      return Optional.of(SignInFailure.NOT_RECENT);
    }
    return unproven(resident);
  }

  /**
   * Why they may not change where the account is written to: a way that verifies is attached, and
   * the session came by one that does not. However long ago they signed in: who reads notices opens
   * no account by it.
   */
  public Optional<SignInFailure> unproven(Caller.Resident resident) {
    return resident.proven() || !isVerified(resident)
        ? Optional.empty()
        : Optional.of(SignInFailure.PROOF_FIRST);
  }

  private boolean isVerified(Caller.Resident resident) {
    return accounts.ways(resident.accountId()).stream()
        .anyMatch(own -> ways.named(own.way()).filter(SignInWay::verifies).isPresent());
  }
}
