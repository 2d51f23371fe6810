package jp.ishikari.link.payments;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** What one application of the resident's costs and what became of it. */
@Contract(response = ReadPayment.Answer.class)
record ReadPayment(OwnApplication own, Paying paying) implements Operation {

  /**
   * @param payment null where it costs nothing
   */
  record Answer(@Nullable PaymentShown payment) {}

  @Override
  public Response run(Request request) {
    return own.find(request)
        .fold(
            refusal -> refusal,
            application ->
                Response.ok(new Answer(paying.shown(application.applicationId()).orElse(null))));
  }
}
