package jp.ishikari.link.payments;

import java.util.Optional;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * Whoever has the code of a receipt sees what is to be paid; it may be opened often. A wrong code
 * and one of what costs nothing look alike.
 */
@Contract(request = OpenPaymentLink.Asked.class, response = OpenPaymentLink.Shown.class)
record OpenPaymentLink(LinkedPayment links, Paying paying) implements Operation {

  /**
   * @param code of the receipt
   */
  record Asked(@Limit(max = 40) String code) {}

  /**
   * No name and no answer of whoever applied.
   *
   * @param payment null where nothing is to be paid by that code
   */
  record Shown(@Nullable PaymentShown payment) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .fold(
            refusal -> refusal,
            asked ->
                Response.ok(
                    new Shown(
                        links
                            .find(asked.code())
                            .fold(
                                none -> Optional.<PaymentShown>empty(),
                                application -> paying.shown(application.applicationId()))
                            .orElse(null))));
  }
}
