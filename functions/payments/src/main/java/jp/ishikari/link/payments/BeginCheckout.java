package jp.ishikari.link.payments;

import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * The resident goes to a gateway's page to pay. The answer is an address that the browser navigates
 * to; asked twice, it is the same.
 */
@Contract(request = Paying.Asked.class, response = Paying.Opened.class)
record BeginCheckout(OwnApplication own, Paying paying, String portal) implements Operation {

  @Override
  public Response run(Request request) {
    return own.find(request)
        .then(
            application ->
                Body.read(request, Paying.Asked.class)
                    .map(
                        asked ->
                            paying.begin(
                                application.applicationId(),
                                asked.method(),
                                portal + page(application.applicationId()))))
        .fold(refusal -> refusal, answer -> answer);
  }

  private static String page(String applicationId) {
    return Screen.APPLICATION.path().replace("{applicationId}", applicationId);
  }
}
