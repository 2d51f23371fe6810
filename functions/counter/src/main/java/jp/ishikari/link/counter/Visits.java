package jp.ishikari.link.counter;

import java.util.List;
import jp.ishikari.link.domain.counter.VisitStore;
import jp.ishikari.link.domain.identity.SessionStore;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Secrets;

/** Ends visits, each with the session of who signed in during it. */
record Visits(VisitStore store, SessionStore sessions, Cookies cookies) {

  /** Takes back every cookie that a visitor may have got, but for the visit's own. */
  Response withoutTraces(Request request, Response response) {
    List<String> sent = request.headers().getOrDefault("cookie", List.of());
    Response clean = response;
    for (String beginning : List.of(Cookies.KIOSK_SESSION, Cookies.SIGNING, Cookies.SIGN_IN)) {
      for (String cookie : cookies.namesFrom(sent, beginning)) {
        clean = clean.with("Set-Cookie", cookies.clear(cookie));
      }
    }
    return clean;
  }

  /** The visit that a browser comes with, whether it still goes on or not. */
  void endEarlier(Request request) {
    request
        .cookie(cookies.name(Cookies.VISIT))
        .map(Secrets::hash)
        .flatMap(store::find)
        .ifPresent(
            visit -> {
              if (visit.session() != null) {
                sessions.end(visit.session());
              }
              store.end(visit.visitId());
            });
  }
}
