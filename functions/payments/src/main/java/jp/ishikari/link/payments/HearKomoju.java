package jp.ishikari.link.payments;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.MachineOperation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Proof;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** KOMOJU says, signed, that something happened; it repeats what was answered by an error. */
@Contract
record HearKomoju(GatewayNotice notice, Proof proof) implements MachineOperation {

  @Override
  public Response run(Request request) {
    return notice.heard(request.bodyText())
        ? Response.noContent()
        : Problem.BUSY.response("The gateway can't be asked at this moment.");
  }
}
