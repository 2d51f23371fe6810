package jp.ishikari.link.testkit;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A guest's opinion (市民の声) to a city hall that is running, as the portal sends it. */
public final class SampleOpinion {
  private SampleOpinion() {}

  /**
   * @param key Idempotency-Key, which also is the opinion's text, so that it is found again
   */
  public static HttpRequest request(URI portal, String key) {
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
            key + "@example.jp");
    return HttpRequest.newBuilder(portal.resolve("/api/applications"))
        .timeout(Duration.ofSeconds(40))
        .header("Content-Type", "application/json")
        .header("Origin", portal.getScheme() + "://" + portal.getAuthority())
        .header("Idempotency-Key", key)
        .POST(
            HttpRequest.BodyPublishers.ofString(
                JsonMapper.shared()
                    .writeValueAsString(
                        Map.of("procedureId", "iken", "formVersion", 1, "answers", answers))))
        .build();
  }
}
