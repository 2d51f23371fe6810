package jp.ishikari.link.identity;

import java.time.Duration;
import java.util.Optional;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.device.Pairings;
import jp.ishikari.link.identity.door.Doorkeeper;
import jp.ishikari.link.identity.door.Pages;
import jp.ishikari.link.identity.door.SignInFailure;
import jp.ishikari.link.identity.residents.ChangingWays;
import jp.ishikari.link.identity.residents.SignInDoors;
import jp.ishikari.link.identity.residents.SignInWay;
import jp.ishikari.link.identity.store.AccountStore;
import jp.ishikari.link.identity.store.Pairing;
import jp.ishikari.link.identity.store.SignIn;

/**
 * Sends a resident to the provider they chose, to come back to a page of ours: to sign in, to
 * attach it to the account they are signed in to, or for a device that waits elsewhere.
 */
@Contract(response = Contract.Page.class)
record StartSignIn(
    SignInDoors doors, AccountStore accounts, ChangingWays changing, Pairings pairings)
    implements Operation {

  @Override
  public Response tooOften(Budget over, Duration wait) {
    return Pages.failed(SignInFailure.TOO_OFTEN, "/");
  }

  @Override
  public Response run(Request request) {
    return doors
        .named(request)
        .map(door -> start(request, door))
        .orElseGet(Problem.NOT_FOUND::response);
  }

  private Response start(Request request, SignInDoors.Door door) {
    if (request.query().containsKey("attach")) {
      return attach(request, door);
    }
    return request.query().containsKey("pairing")
        ? startFor(request, door.keeper())
        : door.keeper().start(request);
  }

  private Response startFor(Request request, Doorkeeper keeper) {
    return pairings
        .confirmedBy(request)
        .filter(pairing -> pairing.state() == Pairing.State.CONFIRMED)
        .map(pairing -> keeper.startFor(pairing, request, Screen.PAIR.path()))
        .orElseGet(() -> Pages.failed(SignInFailure.PAIRING_OVER, Screen.PAIR.path()));
  }

  private Response attach(Request request, SignInDoors.Door door) {
    String back = Doorkeeper.local(request.query().get("returnTo"));
    if (!(request.caller() instanceof Caller.Resident resident)) {
      return Pages.notAttached(SignInFailure.SESSION_GONE, back);
    }
    // Proving oneself by what is attached already is let through; whether it is, the way back
    // shows.
    Optional<SignInFailure> refused =
        has(resident, door.way()) ? Optional.empty() : changing.refused(resident);
    return refused.isPresent()
        ? Pages.notAttached(refused.get(), back)
        : door.keeper()
            .start(request, new SignIn.Attaching(resident.accountId(), resident.session()));
  }

  private boolean has(Caller.Resident resident, SignInWay way) {
    return accounts.ways(resident.accountId()).stream()
        .anyMatch(own -> own.way().equals(way.name()));
  }
}
