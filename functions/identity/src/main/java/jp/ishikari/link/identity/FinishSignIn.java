package jp.ishikari.link.identity;

import java.time.InstantSource;
import java.util.Map;
import jp.ishikari.link.domain.identity.Account;
import jp.ishikari.link.domain.identity.AccountStore;
import jp.ishikari.link.domain.identity.IdentityKeys;
import jp.ishikari.link.domain.identity.SignInRecord;
import jp.ishikari.link.domain.identity.SignInRecords;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Takes a resident back from a provider: account, session, and on to where they were. */
record FinishSignIn(
    SignInDoors doors,
    IdentityKeys keys,
    AccountStore accounts,
    Landing landing,
    SignInRecords records,
    InstantSource clock)
    implements Operation {

  @Override
  public Response run(Request request) {
    return doors
        .named(request)
        .map(door -> finish(request, door))
        .orElseGet(Problem.NOT_FOUND::response);
  }

  private Response finish(Request request, SignInDoors.Door door) {
    return door.keeper()
        .finish(request)
        .fold(
            lost -> Pages.failed(lost.reason(), lost.returnTo()),
            confirmed -> signIn(request, door.way(), confirmed));
  }

  private Response signIn(Request request, SignInWay way, Doorkeeper.Confirmed confirmed) {
    Map<String, String> said = confirmed.claims();
    Account account =
        accounts.signIn(
            keys.identityOf(way.name(), said.get("sub")),
            Claims.kept(said, way.claims()),
            way.name(),
            clock.instant());
    String device = Device.of(request.header("user-agent").orElse(""));
    records.add(new SignInRecord(account.accountId(), clock.instant(), device));
    return landing.start(
        request,
        Pages.goOn(confirmed.returnTo(), "続ける"),
        account.accountId(),
        way.proofs(),
        device);
  }
}
