package jp.ishikari.link.payments;

import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Whoever has the code of a payment sees what is to be paid; it may be opened often. */
@Contract(request = OpenPaymentLink.Asked.class, response = OpenPaymentLink.Shown.class)
record OpenPaymentLink(LinkedPayment links, Paying paying) implements Operation {

  /**
   * @param code of the receipt
   */
  record Asked(@Limit(max = 40) String code) {}

  /** No name and no answer of whoever applied. */
  record Shown(String procedureName, PaymentShown payment) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .then(asked -> links.find(asked.code()))
        .fold(
            refusal -> refusal,
            application ->
                paying
                    .shown(application.applicationId())
                    .map(payment -> Response.ok(new Shown(application.procedureName(), payment)))
                    .orElseGet(Problem.NOT_FOUND::response));
  }
}
