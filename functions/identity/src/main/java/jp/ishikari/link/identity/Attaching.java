package jp.ishikari.link.identity;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.identity.Account;
import jp.ishikari.link.domain.identity.AccountStore;
import jp.ishikari.link.domain.identity.SignIn;
import jp.ishikari.link.domain.identity.SignInRecord;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Request;

/**
 * Attaches a further way to sign in to an account: only from the session that asked for it, never
 * because two names are alike, and never what is another account's.
 */
record Attaching(AccountStore accounts, Recency recency, InstantSource clock) {
  private static final String BIRTH = "dateOfBirth";

  /** Why it was not; empty when it is attached now, or was before. */
  Optional<SignInFailure> attach(
      Request request,
      SignInWay way,
      String identity,
      Map<String, String> claims,
      SignIn signIn,
      String device) {
    if (!(request.caller() instanceof Caller.Resident resident)
        || !resident.session().equals(signIn.attaching().sessionId())
        || !resident.accountId().equals(signIn.attaching().accountId())) {
      return Optional.of(SignInFailure.SESSION_GONE);
    }
    if (accounts.accountOf(identity).filter(resident.accountId()::equals).isPresent()) {
      // Whoever proves themself by what is theirs already adds nothing, however long they are here.
      return Optional.empty();
    }
    if (!recency.wasRecent(resident, Doorkeeper.startedAt(signIn))) {
      return Optional.of(SignInFailure.NOT_RECENT);
    }
    Account account = accounts.find(resident.accountId()).orElseThrow();
    if (isSomebodyElse(account.claims(), claims)) {
      return Optional.of(SignInFailure.ANOTHER_PERSON);
    }
    return switch (accounts.attach(
        account.accountId(),
        identity,
        way.name(),
        new SignInRecord(
            account.accountId(),
            clock.instant(),
            device,
            SignInRecord.What.ATTACHED,
            way.name()))) {
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
