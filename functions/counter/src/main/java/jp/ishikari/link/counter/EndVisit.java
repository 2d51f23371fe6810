package jp.ishikari.link.counter;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Ends the visit and the session in it on the server, and takes back every cookie that a visitor
 * may have got. Doing it again changes nothing, so that a repeated request needs no token.
 */
@Contract
record EndVisit(Visits visits) implements Operation {
  @Override
  public Response run(Request request) {
    visits.endEarlier(request);
    return visits
        .withoutTraces(request, Response.noContent())
        .with("Set-Cookie", visits.cookies().clear(Cookies.VISIT));
  }
}
