package jp.ishikari.link.identity;

import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Sends a resident to the provider they chose, to come back to a page of ours. */
record StartSignIn(SignInDoors doors) implements Operation {

  @Override
  public Response run(Request request) {
    return doors
        .named(request)
        .map(door -> door.keeper().start(request))
        .orElseGet(Problem.NOT_FOUND::response);
  }
}
