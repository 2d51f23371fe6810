package jp.ishikari.link.localcloud.bus;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.ishikari.link.localcloud.Settings;
import jp.ishikari.link.localcloud.Settings.Port;
import jp.ishikari.link.localcloud.wire.Json;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Hands what services report to the queues that want it. */
public final class Bus {
  private final String region;
  private final String queuesAt;
  private final List<BusRule> rules;
  private final SqsClient queues;

  /** Nothing is sent yet. */
  public Bus(Settings settings) {
    this.region = settings.region();
    this.queuesAt = "http://127.0.0.1:" + settings.port(Port.SQS) + "/" + Settings.ACCOUNT + "/";
    this.rules = settings.busRules();
    this.queues =
        SqsClient.builder()
            .endpointOverride(URI.create(queuesAt))
            .region(Region.of(region))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  /**
   * Returns when every queue that wants the event has it.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when one did not take it
   */
  public void report(String source, String type, List<String> resources, JsonNode detail) {
    ObjectNode event = Json.object();
    event
        .put("version", "0")
        .put("id", UUID.randomUUID().toString())
        .put("detail-type", type)
        .put("source", source)
        .put("account", Settings.ACCOUNT)
        .put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("region", region);
    resources.forEach(event.putArray("resources")::add);
    event.set("detail", detail);
    String text = Json.write(event);
    rules.stream()
        .filter(rule -> rule.wants(event))
        .forEach(
            rule -> queues.sendMessage(r -> r.queueUrl(queuesAt + rule.queue()).messageBody(text)));
  }

  /** Whether any queue wants events like this, for whoever must do work to make one. */
  public boolean isWanted(String source, String type, Map<String, ?> detail) {
    JsonNode event =
        Json.read(Json.write(Map.of("source", source, "detail-type", type, "detail", detail)));
    return rules.stream().anyMatch(rule -> rule.wants(event));
  }
}
