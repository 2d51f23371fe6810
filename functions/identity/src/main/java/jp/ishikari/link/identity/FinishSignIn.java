package jp.ishikari.link.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.device.Device;
import jp.ishikari.link.identity.device.Pairings;
import jp.ishikari.link.identity.door.Doorkeeper;
import jp.ishikari.link.identity.door.Landing;
import jp.ishikari.link.identity.door.Pages;
import jp.ishikari.link.identity.door.SignInFailure;
import jp.ishikari.link.identity.residents.Attaching;
import jp.ishikari.link.identity.residents.Claims;
import jp.ishikari.link.identity.residents.SignInDoors;
import jp.ishikari.link.identity.residents.SignInWay;
import jp.ishikari.link.identity.store.Account;
import jp.ishikari.link.identity.store.AccountStore;
import jp.ishikari.link.identity.store.ResidentKeys;
import jp.ishikari.link.identity.store.SignIn;
import jp.ishikari.link.identity.store.SignInRecord;
import jp.ishikari.link.identity.store.SignInRecords;

/** Takes a resident back from a provider: account, session, and on to where they were. */
@Contract(response = Contract.Page.class)
record FinishSignIn(
    SignInDoors doors,
    ResidentKeys keys,
    AccountStore accounts,
    Landing landing,
    SignInRecords records,
    Attaching attaching,
    Pairings pairings,
    InstantSource clock)
    implements Operation {

  @Override
  public Response tooOften(Budget over, Duration wait) {
    return Pages.failed(SignInFailure.TOO_OFTEN, "/");
  }

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
    String identity = keys.identityOf(way.name(), confirmed.claims().get("sub"));
    Map<String, String> claims = Claims.kept(confirmed.claims(), way.claims());
    String device = Device.of(request.header("user-agent").orElse(""));
    SignIn signIn = confirmed.signIn();
    if (signIn.pairing() != null) {
      return elsewhere(signIn, accounts.signIn(identity, claims, way.name(), clock.instant()), way);
    }
    if (signIn.attaching() != null) {
      Optional<SignInFailure> failure =
          attaching.attach(request, way, identity, claims, signIn, device);
      if (failure.isPresent()) {
        return Pages.notAttached(failure.get(), signIn.returnTo());
      }
    }
    boolean proven = way.verifies() || (signIn.attaching() != null && isProven(request));
    Account account = accounts.signIn(identity, claims, way.name(), clock.instant());
    records.add(
        new SignInRecord(
            account.accountId(), clock.instant(), device, SignInRecord.What.SIGNED_IN, way.name()));
    return landing.start(
        request, Pages.goOn(signIn.returnTo(), "続ける"), account.accountId(), proven, device);
  }

  /**
   * Somebody whose identity was verified before and who attaches a way that verifies nobody has
   * lost nothing.
   */
  private static boolean isProven(Request request) {
    return request.caller() instanceof Caller.Resident resident && resident.proven();
  }

  /** The device that waits is signed in, not this one. */
  private Response elsewhere(SignIn signIn, Account account, SignInWay way) {
    return pairings.prove(signIn.pairing(), account.accountId(), way)
        ? Pages.goOn(signIn.returnTo() + "?proven=1", "続ける")
        : Pages.failed(SignInFailure.PAIRING_OVER, signIn.returnTo());
  }
}
