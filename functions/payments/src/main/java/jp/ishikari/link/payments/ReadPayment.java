package jp.ishikari.link.payments;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * What one application of the resident's costs and what became of it; 404 where it costs nothing.
 */
@Contract(response = PaymentShown.class)
record ReadPayment(OwnApplication own, Paying paying) implements Operation {

  @Override
  public Response run(Request request) {
    return own.find(request)
        .fold(
            refusal -> refusal,
            application ->
                paying
                    .shown(application.applicationId())
                    .map(Response::ok)
                    .orElseGet(Problem.NOT_FOUND::response));
  }
}
