package jp.ishikari.link.identity;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.door.ClientAssertion;
import jp.ishikari.link.identity.door.ClientKeys;
import jp.ishikari.link.identity.store.ResidentKeys;

/**
 * Our public keys, for the provider that checks our client assertion and encrypts what it answers.
 */
@Contract(response = ClientKeys.class)
record ListClientKeys(ClientAssertion assertion, ResidentKeys keys) implements Operation {

  @Override
  public Response run(Request request) {
    return Response.json(200, assertion.jwksWith(keys.resultKey()));
  }
}
