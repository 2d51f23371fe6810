package jp.ishikari.link.payments;

import java.util.Map;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.MachineOperation;
import jp.ishikari.link.edge.Proof;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * GMO says that something happened (結果通知), as a form and unsigned. It wants to read 0; whatever
 * else it reads, it tells again.
 */
@Contract(response = Contract.Page.class)
record HearGmo(GatewayNotice notice, Proof proof) implements MachineOperation {
  private static final String HEARD = "0";
  private static final String AGAIN = "1";

  @Override
  public String contentType() {
    return "application/x-www-form-urlencoded";
  }

  @Override
  public Response run(Request request) {
    String answer = notice.heard(request.bodyText()) ? HEARD : AGAIN;
    return new Response(200, "text/plain; charset=utf-8", Map.of(), answer);
  }
}
