package jp.ishikari.link.identity;

import java.time.Duration;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.door.Doorkeeper;
import jp.ishikari.link.identity.door.Pages;
import jp.ishikari.link.identity.door.SignInFailure;

/** Sends staff to the identity provider of the city. */
@Contract(response = Contract.Page.class)
record StartStaffSignIn(Doorkeeper doorkeeper) implements Operation {

  @Override
  public Response tooOften(Budget over, Duration wait) {
    return Pages.staffFailed(SignInFailure.TOO_OFTEN, "/");
  }

  @Override
  public Response run(Request request) {
    return doorkeeper.start(request);
  }
}
