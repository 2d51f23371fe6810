package jp.ishikari.link.identity;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Sends staff to the identity provider of the city. */
@Contract(response = Contract.Page.class)
record StartStaffSignIn(Doorkeeper doorkeeper) implements Operation {

  @Override
  public Response run(Request request) {
    return doorkeeper.start(request);
  }
}
