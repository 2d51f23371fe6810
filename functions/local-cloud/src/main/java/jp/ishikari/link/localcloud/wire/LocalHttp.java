package jp.ishikari.link.localcloud.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small HTTP server on 127.0.0.1 that answers each request on a virtual thread. */
public final class LocalHttp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalHttp.class);
  private static final Pattern OWN_HOST =
      Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1\\])(:[0-9]+)?");
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private final HttpServer server;
  private final ExecutorService threads;

  private LocalHttp(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** One request, fully read. */
  public record Request(
      String method, String path, String query, Map<String, String> headers, byte[] body) {
    /** The header's first value, or null; names are given in lower case. */
    public String header(String name) {
      return headers.get(name);
    }

    /** The body as UTF-8. */
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** One answer. */
  public record Answer(int status, String contentType, Map<String, String> headers, byte[] body) {
    /** An answer with text in UTF-8. */
    public static Answer text(int status, String contentType, String body) {
      return new Answer(status, contentType, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same answer with one more header. */
    public Answer with(String name, String value) {
      var more = new java.util.LinkedHashMap<>(headers);
      more.put(name, value);
      return new Answer(status, contentType, more, body);
    }
  }

  /** What a facade does with a request. */
  @FunctionalInterface
  public interface Handler {
    /** Answers; an exception becomes the answer of {@code unexpected}. */
    Answer answer(Request request) throws Exception;
  }

  /**
   * Starts listening.
   *
   * @param unexpected answers when the handler threw; the cause is logged without the request
   */
  public static LocalHttp start(int port, Handler handler, Answer unexpected) throws IOException {
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 128);
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, handler, unexpected));
    server.start();
    return new LocalHttp(server, threads);
  }

  private static void serve(HttpExchange exchange, Handler handler, Answer unexpected)
      throws IOException {
    try (exchange) {
      var answer = decide(exchange, handler, unexpected);
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      var length = answer.body().length == 0 ? -1 : answer.body().length;
      exchange.sendResponseHeaders(answer.status(), length);
      if (length > 0) {
        exchange.getResponseBody().write(answer.body());
      }
    }
  }

  private static Answer decide(HttpExchange exchange, Handler handler, Answer unexpected)
      throws IOException {
    var host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !OWN_HOST.matcher(host).matches()) {
      // A page of another site must not reach this machine by a name it made point here.
      return Answer.text(
          421, "text/plain; charset=utf-8", "This server answers on 127.0.0.1 only.");
    }
    var body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      return Answer.text(413, "text/plain; charset=utf-8", "The request is larger than 16 MB.");
    }
    var headers = new java.util.HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
    var uri = exchange.getRequestURI();
    try {
      return handler.answer(
          new Request(
              exchange.getRequestMethod(),
              uri.getPath(),
              uri.getRawQuery() == null ? "" : uri.getRawQuery(),
              Map.copyOf(headers),
              body));
    } catch (Exception e) {
      LOG.error("A local engine failed to answer", e);
      return unexpected;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
