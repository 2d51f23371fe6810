package jp.ishikari.link.identity.residents;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.identity.door.Doorkeeper;
import jp.ishikari.link.identity.door.SignInFailure;
import jp.ishikari.link.identity.store.Account;
import jp.ishikari.link.identity.store.AccountStore;
import jp.ishikari.link.identity.store.SignIn;
import jp.ishikari.link.identity.store.SignInRecord;

/**
 * Attaches a further way to sign in to an account: only from the session that asked for it, never
 * because two names are alike, and never what is another account's.
 */
public record Attaching(AccountStore accounts, ChangingWays changing, InstantSource clock) {
  private static final String BIRTH = "dateOfBirth";

  /** What a provider confirmed. Why it was not attached; empty when it is now, or was before. */
  public Optional<SignInFailure> attach(
      Request request,
      SignInWay way,
      String identity,
      Map<String, String> claims,
      SignIn signIn,
      String device) {
    return request.caller() instanceof Caller.Resident resident
            && resident.session().equals(signIn.attaching().sessionId())
            && resident.accountId().equals(signIn.attaching().accountId())
        ? attach(resident, way.name(), identity, claims, Doorkeeper.startedAt(signIn), device)
        : Optional.of(SignInFailure.SESSION_GONE);
  }

  /**
   * The same, for who has shown already that it is they who asked.
   *
   * @param askedAt when they did, which the sign-in must have been shortly before
   */
  public Optional<SignInFailure> attach(
      Caller.Resident resident,
      String way,
      String identity,
      Map<String, String> claims,
      Instant askedAt,
      String device) {
    if (accounts.accountOf(identity).filter(resident.accountId()::equals).isPresent()) {
      // Whoever proves themself by what is theirs already adds nothing, however long they are here.
      return Optional.empty();
    }
    Optional<SignInFailure> refused = changing.refused(resident, askedAt);
    if (refused.isPresent()) {
      return refused;
    }
    Account account = accounts.find(resident.accountId()).orElseThrow();
    if (isSomebodyElse(account.claims(), claims)) {
      return Optional.of(SignInFailure.ANOTHER_PERSON);
    }
    return switch (accounts.attach(
        account.accountId(),
        identity,
        way,
        new SignInRecord(
            account.accountId(), clock.instant(), device, SignInRecord.What.ATTACHED, way))) {
      case ATTACHED, STOOD -> Optional.empty();
      case TAKEN -> Optional.of(SignInFailure.TAKEN);
    };
  }

  /** Names and addresses change in a life, the day of birth does not. */
  private static boolean isSomebodyElse(Map<String, String> known, Map<String, String> told) {
    Object before = Claims.byGif(known).get(BIRTH);
    Object now = Claims.byGif(told).get(BIRTH);
    return before != null && now != null && !before.equals(now);
  }
}
