package jp.ishikari.link.identity;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.door.ClientAssertion;
import jp.ishikari.link.identity.door.ClientKeys;

/** Our public keys, for the provider that checks our client assertion. */
@Contract(response = ClientKeys.class)
record ListStaffClientKeys(ClientAssertion assertion) implements Operation {

  @Override
  public Response run(Request request) {
    return Response.json(200, assertion.jwks());
  }
}
