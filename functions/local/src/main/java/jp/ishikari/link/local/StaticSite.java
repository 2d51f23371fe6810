package jp.ishikari.link.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.PlainPage;
import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.blueprint.SecurityHeader;
import jp.ishikari.link.blueprint.SiteFile;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The built portal and console, and the catalogue's data, as the edge serves them. */
final class StaticSite {
  /** What names a page or file of ours. */
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/._-]*");

  private static final List<Screen.Site> SITES = List.of(Screen.Site.values());

  private static final int WORTH_PACKING = 1000;

  /** Said by a city hall that was started without its pages. */
  private static final String UNBUILT = "画面がまだ組み立てられていません。「npm run build」のあとで開いてください。";

  private final Path dist;
  private final Api api;
  private final S3Client buckets;
  private final String policy;

  /**
   * @param uploads origin of the bucket that the portal's pages send files to
   */
  StaticSite(Path dist, Api api, S3Client buckets, String uploads) {
    this.dist = dist;
    this.api = api;
    this.buckets = buckets;
    this.policy =
        api == Api.RESIDENT
            ? SecurityHeader.policySendingTo(List.of(uploads))
            : SecurityHeader.CONTENT_SECURITY_POLICY.value();
  }

  void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!PATH.matcher(path).matches()) {
      send(exchange, 404, PlainPage.NOT_FOUND.getBytes(StandardCharsets.UTF_8), "404.html");
      return;
    }
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      empty(exchange, 405);
      return;
    }
    if (path.startsWith(Bucket.CATALOGUE_PATH) && !path.endsWith("/")) {
      data(exchange, path.substring(Bucket.CATALOGUE_PATH.length()));
      return;
    }
    Path file = dist.resolve(path.substring(1)).normalize();
    boolean asset = isHere(path) && file.startsWith(dist) && Files.isRegularFile(file);
    if (!asset && path.substring(path.lastIndexOf('/')).contains(".")) {
      empty(exchange, 404);
      return;
    }
    if (!asset && !isScreen(path)) {
      // Neither kept nor taken for a file of ours.
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      send(exchange, 404, PlainPage.NOT_FOUND.getBytes(StandardCharsets.UTF_8), "404.html");
      return;
    }
    Path served = asset ? file : page(path);
    if (!Files.isRegularFile(served)) {
      send(exchange, 503, UNBUILT.getBytes(StandardCharsets.UTF_8), "unbuilt.txt");
      return;
    }
    exchange.getResponseHeaders().set("Cache-Control", SiteFile.keeping(path.substring(1)));
    send(exchange, 200, Files.readAllBytes(served), served.getFileName().toString());
  }

  /** The staff host has few files: its gateway hands on no others. */
  private boolean isHere(String path) {
    return path.contains(".") && (api != Api.STAFF || SiteFile.isOnTheStaffHost(path.substring(1)));
  }

  private boolean isScreen(String path) {
    return SITES.stream()
        .filter(site -> site.api() == api && path.startsWith(site.prefix()))
        .anyMatch(
            site ->
                Arrays.stream(Screen.values())
                    .filter(screen -> screens(site).contains(screen.site()))
                    .anyMatch(
                        screen ->
                            path.substring(site.prefix().length() - 1).matches(screen.pattern())));
  }

  /** The kiosk shows the portal's screens under its own prefix. */
  private static List<Screen.Site> screens(Screen.Site site) {
    return site == Screen.Site.KIOSK
        ? List.of(Screen.Site.KIOSK, Screen.Site.PORTAL)
        : List.of(site);
  }

  /** A screen's path leads to its site's one page. */
  private Path page(String path) {
    if (api == Api.STAFF) {
      return dist.resolve(SiteFile.STAFF_PAGE);
    }
    if (path.startsWith(Screen.Site.KIOSK.prefix())) {
      return dist.resolve("kiosk/index.html");
    }
    // The first page has its search box before the script is there.
    return dist.resolve(path.equals(Screen.HOME.path()) ? "index.html" : "screen.html");
  }

  private void data(HttpExchange exchange, String key) throws IOException {
    Optional<byte[]> object;
    try {
      object =
          Optional.of(
              buckets
                  .getObjectAsBytes(r -> r.bucket(Names.physical(Bucket.CATALOGUE)).key(key))
                  .asByteArray());
    } catch (S3Exception absent) {
      object = Optional.empty();
    }
    if (object.isEmpty()) {
      empty(exchange, 404);
      return;
    }
    exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    send(exchange, 200, object.get(), key);
  }

  private void secure(Headers told) {
    for (SecurityHeader header : SecurityHeader.values()) {
      told.set(
          header.header(),
          header == SecurityHeader.CONTENT_SECURITY_POLICY ? policy : header.value());
    }
  }

  private void empty(HttpExchange exchange, int status) throws IOException {
    secure(exchange.getResponseHeaders());
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void send(HttpExchange exchange, int status, byte[] body, String name)
      throws IOException {
    Headers asked = exchange.getRequestHeaders();
    Headers told = exchange.getResponseHeaders();
    told.set("Content-Type", SiteFile.type(name));
    told.set("Vary", "Accept-Encoding");
    // Weak: the same content, packed or not.
    String tag = "W/\"" + Integer.toHexString(Arrays.hashCode(body)) + "-" + body.length + "\"";
    told.set("ETag", tag);
    if (asked.getOrDefault("If-None-Match", List.of()).contains(tag)) {
      empty(exchange, 304);
      return;
    }
    boolean gzip =
        body.length > WORTH_PACKING
            && asked.getOrDefault("Accept-Encoding", List.of()).stream()
                .anyMatch(accepted -> accepted.contains("gzip"));
    byte[] sent = gzip ? zipped(body) : body;
    if (gzip) {
      told.set("Content-Encoding", "gzip");
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      empty(exchange, 200);
      return;
    }
    secure(told);
    if (status == 404) {
      told.set(SecurityHeader.CONTENT_SECURITY_POLICY.header(), PlainPage.POLICY);
    }
    exchange.sendResponseHeaders(status, sent.length);
    exchange.getResponseBody().write(sent);
    exchange.close();
  }

  private static byte[] zipped(byte[] body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    }
    return out.toByteArray();
  }
}
