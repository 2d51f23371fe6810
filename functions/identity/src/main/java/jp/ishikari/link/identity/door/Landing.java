package jp.ishikari.link.identity.door;

import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.domain.counter.VisitStore;
import jp.ishikari.link.edge.AtTerminal;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Secrets;

/**
 * Where a resident who has proven who they are gets their session: at home the portal's, at the
 * counter one that hangs on the visit and ends with it.
 */
public record Landing(Sessions home, Sessions counter, VisitStore visits) {

  public Response start(
      Request request, Response response, String accountId, boolean proven, String device) {
    if (request.visit().isEmpty()) {
      home.endEarlier(request);
      return home.start(response, accountId, proven, device);
    }
    AtTerminal visit = request.atTerminal();
    counter.endEarlier(request);
    String secret = Secrets.draw();
    return visits.signedIn(visit.visitId(), Secrets.hash(secret))
        ? counter.start(response, secret, accountId, proven, "窓口の端末")
        : Pages.failed(SignInFailure.VISIT_ENDED, Screen.Site.KIOSK.prefix());
  }
}
