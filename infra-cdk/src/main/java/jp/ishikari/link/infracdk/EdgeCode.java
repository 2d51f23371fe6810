package jp.ishikari.link.infracdk;

import java.util.Arrays;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.PlainPage;
import jp.ishikari.link.blueprint.Screen;

/** The few lines that run at the edge before a request goes on. Plain ECMAScript 5.1, no state. */
final class EdgeCode {
  private EdgeCode() {}

  /**
   * Screens are addresses without a file: each is answered with its site's one page. What is
   * neither a screen nor named like a file leads nowhere, and is told so by a page of ours.
   */
  static String pages() {
    String kiosk = Screen.Site.KIOSK.prefix();
    return """
    var home = [%s], counter = home.concat([%s]);
    function handler(event) {
      var request = event.request;
      var kiosk = request.uri.indexOf('%s') === 0;
      var path = kiosk ? request.uri.substring(%d) : request.uri;
      var screens = kiosk ? counter : home;
      for (var i = 0; i < screens.length; i++) {
        if (screens[i].test(path)) {
          request.uri = kiosk ? '%sindex.html' : path === '/' ? '/index.html' : '/screen.html';
          return request;
        }
      }
      if (/\\.[a-z0-9]+$/.test(request.uri)) return request;
      return {
        statusCode: 404,
        statusDescription: 'Not Found',
        headers: {
          'content-type': {value: 'text/html; charset=utf-8'},
          'cache-control': {value: 'no-store'},
          'content-security-policy': {value: "%s"}
        },
        body: '%s'
      };
    }
    """
        .formatted(
            screens(Screen.Site.PORTAL),
            screens(Screen.Site.KIOSK),
            kiosk,
            kiosk.length() - 1,
            kiosk,
            PlainPage.POLICY,
            PlainPage.NOT_FOUND.replace("\n", "\\n"));
  }

  /** The catalogue's objects are named from the bucket's root. */
  static String data() {
    return """
    function handler(event) {
      var request = event.request;
      request.uri = request.uri.substring(%d);
      return request;
    }
    """
        .formatted(Bucket.CATALOGUE_PATH.length() - 1);
  }

  /** The firewall counts by this address; whatever a viewer claims is overwritten. */
  static String viewer() {
    return """
    function handler(event) {
      var request = event.request;
      request.headers['%s'] = {value: event.viewer.ip};
      return request;
    }
    """
        .formatted(Api.VIEWER_HEADER);
  }

  private static String screens(Screen.Site site) {
    return Arrays.stream(Screen.values())
        .filter(screen -> screen.site() == site)
        .map(screen -> "/" + screen.pattern().replace("[^/]", "[^]").replace("/", "\\/") + "/")
        .map(pattern -> pattern.replace("[^]", "[^/]"))
        .collect(Collectors.joining(", "));
  }
}
