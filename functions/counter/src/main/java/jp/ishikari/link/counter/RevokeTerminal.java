package jp.ishikari.link.counter;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Takes a terminal out of use; whoever uses it stands alone with the next request. */
@Contract(request = TerminalWrite.Seen.class, response = TerminalWrite.Saved.class)
record RevokeTerminal(TerminalWrite writes) implements Operation {

  @Override
  public Response run(Request request) {
    return writes.revoke(request);
  }
}
