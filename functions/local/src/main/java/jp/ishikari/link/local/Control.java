package jp.ishikari.link.local;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.edge.Json;
import org.apache.commons.codec.binary.Base32;
import tools.jackson.databind.JsonNode;

/**
 * For tests and measurements only, on a port of its own: hold and release deliveries, step a
 * schedule, and see by a count of handled batches whether anything still moves.
 */
record Control(Gate gate, Invocations invocations, List<Entry> schedules, Path people) {

  void serve(HttpServer server) {
    server.createContext("/codes", exchange -> write(exchange, codes()));
    server.createContext(
        "/batches", exchange -> write(exchange, Long.toString(invocations.batches())));
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          int status = 200;
          switch (path) {
            case "/hold" -> gate.hold(true);
            case "/release" -> gate.hold(false);
            default -> {
              status = 404;
              for (Entry entry : schedules) {
                if (path.equals("/step/" + Names.kebab(entry))) {
                  Ticker.step(entry, invocations);
                  status = 200;
                }
              }
            }
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  private static void write(HttpExchange exchange, String text) throws IOException {
    byte[] page = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(200, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }

  /** The sample staff's one-time codes of this moment; nobody has their phones. */
  private String codes() throws IOException {
    TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    StringBuilder page = new StringBuilder("サンプル職員のワンタイムコード（30秒ごとに変わります。一度使ったコードは使えません）\n");
    for (JsonNode member : Json.MAPPER.readTree(Files.readAllBytes(people.resolve("staff.json")))) {
      byte[] secret = new Base32().decode(member.get("totpSecret").stringValue());
      try {
        page.append(member.get("username").stringValue())
            .append('\t')
            .append(
                codes.generateOneTimePasswordString(
                    new SecretKeySpec(secret, codes.getAlgorithm()), Instant.now()))
            .append('\n');
      } catch (InvalidKeyException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    return page.toString();
  }
}
