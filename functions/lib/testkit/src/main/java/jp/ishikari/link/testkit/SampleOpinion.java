package jp.ishikari.link.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A guest with opinions (市民の声) about a city hall that is running, who sends them in as the portal
 * does.
 *
 * @param cookie what the browser holds of having confirmed the address; empty for nothing
 */
public record SampleOpinion(URI portal, String address, String cookie) {

  /** Who gives an address that was not confirmed, perhaps that of a stranger. */
  public static SampleOpinion unconfirmed(URI portal, String address) {
    return new SampleOpinion(portal, address, "");
  }

  /** Who confirms an address by the code that is sent to it. */
  public static SampleOpinion confirmed(URI portal, URI mailEngine)
      throws IOException, InterruptedException {
    SampleOpinion guest = unconfirmed(portal, "opinion-" + UUID.randomUUID() + "@example.jp");
    String asked =
        guest.cookies("/api/email-codes", Map.of("address", guest.address, "purpose", "NOTICES"));
    String code =
        new Inbox(mailEngine)
            .to(guest.address)
            .getLast()
            .path("text")
            .stringValue()
            .replaceAll("(?s).*確認番号　(\\d{4}) (\\d{4}).*", "$1$2");
    return new SampleOpinion(
        portal,
        guest.address,
        new SampleOpinion(portal, guest.address, asked)
            .cookies("/api/email-codes/entry", Map.of("code", code)));
  }

  /** What the answer lets the browser keep. */
  private String cookies(String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              post(path, UUID.randomUUID().toString(), body), HttpResponse.BodyHandlers.ofString());
      List<String> set = answer.headers().allValues("set-cookie");
      if (answer.statusCode() != 200 || set.isEmpty()) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      return set.stream().map(one -> one.split(";")[0]).collect(Collectors.joining("; "));
    }
  }

  /**
   * @param key Idempotency-Key, which also is the opinion's text, so that it is found again
   */
  public HttpRequest request(String key) {
    Map<String, Object> answers =
        Map.of(
            "topic",
            "road",
            "text",
            key,
            "reply",
            "yes",
            "name",
            Map.of("family", "北野", "given", "花子", "familyKana", "キタノ", "givenKana", "ハナコ"),
            "email",
            address);
    return post(
        "/api/applications",
        key,
        Map.of("procedureId", "iken", "formVersion", 1, "answers", answers));
  }

  private HttpRequest post(String path, String key, Map<String, Object> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(portal.resolve(path))
            .timeout(Duration.ofSeconds(40))
            .header("Content-Type", "application/json")
            .header("Origin", portal.getScheme() + "://" + portal.getAuthority())
            .header("Idempotency-Key", key);
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return request
        .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
        .build();
  }
}
