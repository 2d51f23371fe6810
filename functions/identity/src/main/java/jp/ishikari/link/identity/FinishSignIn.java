package jp.ishikari.link.identity;

import java.time.InstantSource;
import java.util.Map;
import jp.ishikari.link.domain.identity.Account;
import jp.ishikari.link.domain.identity.AccountStore;
import jp.ishikari.link.domain.identity.IdentityKeys;
import jp.ishikari.link.domain.identity.SignInRecord;
import jp.ishikari.link.domain.identity.SignInRecords;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Takes a resident back from the My Number card app: account, session, and on to where they were.
 */
record FinishSignIn(
    Doorkeeper doorkeeper,
    Provider provider,
    IdentityKeys keys,
    AccountStore accounts,
    Sessions sessions,
    SignInRecords records,
    InstantSource clock)
    implements Operation {

  @Override
  public Response run(Request request) {
    return doorkeeper
        .finish(request)
        .fold(
            lost -> Pages.failed(lost.reason(), lost.returnTo()),
            confirmed -> {
              Map<String, String> claims = confirmed.claims();
              String identity = keys.identityOf(provider.name(), claims.get("sub"));
              Account account = accounts.signIn(identity, Claims.kept(claims), clock.instant());
              sessions.endEarlier(request);
              String device = Device.of(request.header("user-agent").orElse(""));
              records.add(new SignInRecord(account.accountId(), clock.instant(), device));
              return sessions.start(
                  Pages.goOn(confirmed.returnTo(), "続ける"), account.accountId(), true, device);
            });
  }
}
