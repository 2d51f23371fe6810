package jp.ishikari.link.localcloud.pay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.ishikari.link.localcloud.wire.Json;
import jp.ishikari.link.localcloud.wire.StateFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the merchant what happened, signed, again and again until it answers; what is not told yet
 * survives a restart.
 */
final class Notices implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(25);

  private final Path folder;
  private final URI portal;
  private final String secret;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
  private Thread sender;

  /**
   * @param portal of the merchant
   */
  Notices(Path folder, URI portal, String secret) {
    this.folder = folder;
    this.portal = portal;
    this.secret = secret;
  }

  /** One that is to be told, or was. */
  record Notice(Dialect dialect, String id, String body, String signature) {
    /** GMO wants to read so; anything else it tells again. */
    boolean heard(HttpResponse<String> answer) {
      return dialect == Dialect.GMO
          ? answer.body().strip().equals("0") || answer.statusCode() / 100 == 4
          : answer.statusCode() < 500;
    }
  }

  void open() throws IOException {
    StateFolder.create(folder);
    sender = Thread.ofVirtual().name("notices").start(this::send);
  }

  /** Puts it down; when this returns it will be told. */
  void tell(Dialect dialect, String id, String body, int times) throws IOException {
    for (var i = 0; i < times; i++) {
      StateFolder.write(
          folder.resolve("%016d-%02d-%s.json".formatted(System.nanoTime(), i, id)),
          Json.write(new Notice(dialect, id, body, signature(body)))
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Those that were not told yet, in the order in which they will be. */
  List<Notice> waiting() throws IOException {
    var all = new ArrayList<Notice>();
    for (var file : files()) {
      all.add(Json.read(Files.readAllBytes(file), Notice.class));
    }
    return all;
  }

  /** Those that were not told yet never will be. */
  void drop() throws IOException {
    for (var file : files()) {
      Files.deleteIfExists(file);
    }
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(one -> one.toString().endsWith(".json")).sorted().toList();
    }
  }

  private String signature(String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void send() {
    try {
      while (true) {
        for (var file : files()) {
          if (Files.exists(file) && !sent(file)) {
            break;
          }
          Files.deleteIfExists(file);
        }
        Thread.sleep(AGAIN.dividedBy(10));
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException broken) {
      LOG.error("Notices of payments are not sent any more", broken);
    }
  }

  /** Whether the merchant has answered; a refusal is an answer. */
  private boolean sent(Path file) throws IOException, InterruptedException {
    Notice notice;
    try {
      notice = Json.read(Files.readAllBytes(file), Notice.class);
    } catch (NoSuchFileException dropped) {
      return true;
    }
    var request =
        HttpRequest.newBuilder(portal.resolve(notice.dialect().noticesTo()))
            .timeout(ANSWER)
            .POST(HttpRequest.BodyPublishers.ofString(notice.body()));
    if (notice.dialect() == Dialect.GMO) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    } else {
      request
          .header("Content-Type", "application/json")
          .header("X-Komoju-ID", notice.id())
          .header("X-Komoju-Signature", notice.signature());
    }
    try {
      if (notice.heard(http.send(request.build(), HttpResponse.BodyHandlers.ofString()))) {
        return true;
      }
    } catch (IOException away) {
      // Told again below.
    }
    Thread.sleep(AGAIN);
    return false;
  }

  @Override
  public void close() {
    if (sender != null) {
      sender.interrupt();
    }
  }
}
