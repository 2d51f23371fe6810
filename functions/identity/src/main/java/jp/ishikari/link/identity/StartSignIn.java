package jp.ishikari.link.identity;

import jp.ishikari.link.domain.identity.SignIn;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Sends a resident to the provider they chose, to come back to a page of ours: to sign in, or to
 * attach it to the account they are signed in to.
 */
record StartSignIn(SignInDoors doors, Recency recency) implements Operation {

  @Override
  public Response run(Request request) {
    return doors
        .named(request)
        .map(
            door ->
                request.query().containsKey("attach")
                    ? attach(request, door.keeper())
                    : door.keeper().start(request))
        .orElseGet(Problem.NOT_FOUND::response);
  }

  private Response attach(Request request, Doorkeeper keeper) {
    String back = Doorkeeper.local(request.query().get("returnTo"));
    if (!(request.caller() instanceof Caller.Resident resident)) {
      return Pages.failed(SignInFailure.SESSION_GONE, back);
    }
    // Whoever finds a browser that was left open must not make the account theirs.
    return recency.isRecent(resident)
        ? keeper.start(request, new SignIn.Attaching(resident.accountId(), resident.session()))
        : Pages.failed(SignInFailure.NOT_RECENT, back);
  }
}
