package jp.ishikari.link.testkit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mails that arrived at the mail engine. */
public final class Inbox {
  private final URI address;

  public Inbox(TestCloud cloud) {
    this(cloud.endpoint("mail"));
  }

  /** Of the mail engine at that address. */
  public Inbox(URI engine) {
    this.address = engine.resolve("/inbox.json");
  }

  /** Mails that carry a notice id in the header {@code X-Notice-Id}. */
  public List<JsonNode> ofNotice(String noticeId) {
    return mails().filter(mail -> carries(mail, noticeId)).toList();
  }

  /** Mails to an address, oldest first. */
  public List<JsonNode> to(String address) {
    return mails()
        .filter(mail -> mail.at("/to/0").asString("").equals(address))
        .sorted(Comparator.comparing(mail -> mail.path("at").asString("")))
        .toList();
  }

  private Stream<JsonNode> mails() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String json =
          client
              .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      return StreamSupport.stream(JsonMapper.shared().readTree(json).spliterator(), false);
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static boolean carries(JsonNode mail, String noticeId) {
    return StreamSupport.stream(mail.path("headers").spliterator(), false)
        .anyMatch(
            header ->
                header.path("name").asString("").equals("X-Notice-Id")
                    && header.path("value").asString("").equals(noticeId));
  }
}
