package jp.ishikari.link.counter;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Hands out another registration code: the first ran out, or the browser was set up anew. */
@Contract(request = TerminalWrite.Seen.class, response = TerminalWrite.Saved.class)
record RenewTerminal(TerminalWrite writes) implements Operation {

  @Override
  public Response run(Request request) {
    return writes.renew(request);
  }
}
