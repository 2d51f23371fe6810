package jp.ishikari.link.payments;

import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Whoever has the code of a payment goes to a gateway's page to pay it, without an account. */
@Contract(request = BeginLinkedCheckout.Asked.class, response = Paying.Opened.class)
record BeginLinkedCheckout(LinkedPayment links, Paying paying, String portal) implements Operation {

  /**
   * @param code of the receipt
   * @param method one of those that are shown
   */
  record Asked(@Limit(max = 40) String code, @Limit(min = 1, max = 40) String method) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .then(
            asked ->
                links
                    .find(asked.code())
                    .map(
                        application ->
                            // The address carries no code: it passes through the gateway.
                            paying.begin(
                                application.applicationId(),
                                asked.method(),
                                portal + Screen.FOLLOW.path())))
        .fold(refusal -> refusal, answer -> answer);
  }
}
