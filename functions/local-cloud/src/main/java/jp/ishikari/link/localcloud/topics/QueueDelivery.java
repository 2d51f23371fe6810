package jp.ishikari.link.localcloud.topics;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.ishikari.link.localcloud.Settings;
import jp.ishikari.link.localcloud.Settings.Port;
import jp.ishikari.link.localcloud.wire.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Puts messages into queues, raw or in the envelope of SNS. */
final class QueueDelivery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QueueDelivery.class);

  private final SqsClient sqs;
  private final String queuesAt;

  QueueDelivery(Settings settings) {
    queuesAt = "http://127.0.0.1:" + settings.port(Port.SQS);
    sqs =
        SqsClient.builder()
            .endpointOverride(URI.create(queuesAt))
            .region(Region.of(settings.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  /**
   * @throws Refusal when the queue did not accept the message
   */
  void deliver(Message message, TopicBook.Subscription subscription) {
    if (!deliver(Map.of("one", message), subscription).isEmpty()) {
      throw Refusal.undelivered();
    }
  }

  /**
   * Delivers up to ten messages in one call.
   *
   * @return the keys of those that the queue did not accept
   */
  Set<String> deliver(Map<String, Message> messages, TopicBook.Subscription subscription) {
    if (messages.isEmpty()) {
      return Set.of();
    }
    var parts = subscription.queue().split(":");
    var account = parts[4];
    var queue = parts[5];
    var ids = List.copyOf(messages.keySet());
    try {
      var failed =
          sqs.sendMessageBatch(
                  request ->
                      request
                          .queueUrl(queuesAt + "/" + account + "/" + queue)
                          .entries(
                              IntStream.range(0, ids.size())
                                  .mapToObj(
                                      i -> entry(i, messages.get(ids.get(i)), subscription, queue))
                                  .toList()))
              .failed();
      failed.forEach(one -> LOG.error("Queue {} did not accept a message: {}", queue, one.code()));
      return failed.stream()
          .map(one -> ids.get(Integer.parseInt(one.id())))
          .collect(Collectors.toSet());
    } catch (SdkException e) {
      LOG.error("Queue {} did not accept {} messages: {}", queue, ids.size(), e.getMessage());
      return messages.keySet();
    }
  }

  private static SendMessageBatchRequestEntry entry(
      int id, Message message, TopicBook.Subscription subscription, String queue) {
    var entry = SendMessageBatchRequestEntry.builder().id(Integer.toString(id));
    if (subscription.raw()) {
      entry.messageBody(message.text()).messageAttributes(forSqs(message.attributes()));
    } else {
      entry.messageBody(envelope(message, subscription));
    }
    if (queue.endsWith(".fifo")) {
      message.group().ifPresent(entry::messageGroupId);
      message.deduplication().ifPresent(entry::messageDeduplicationId);
    }
    return entry.build();
  }

  private static Map<String, MessageAttributeValue> forSqs(
      Map<String, QueryForm.Attribute> attributes) {
    var values = new HashMap<String, MessageAttributeValue>();
    attributes.forEach(
        (name, attribute) -> {
          var value = MessageAttributeValue.builder().dataType(attribute.type());
          if (attribute.binary()) {
            value.binaryValue(
                SdkBytes.fromByteArray(Base64.getDecoder().decode(attribute.value())));
          } else {
            value.stringValue(attribute.value());
          }
          values.put(name, value.build());
        });
    return values;
  }

  private static String envelope(Message message, TopicBook.Subscription subscription) {
    var json =
        Json.object()
            .put("Type", "Notification")
            .put("MessageId", message.id())
            .put("TopicArn", subscription.topic());
    message.subject().ifPresent(subject -> json.put("Subject", subject));
    json.put("Message", message.text())
        .put("Timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
        // Nothing here signs; a reader that verifies must fail rather than pass.
        .put("SignatureVersion", "1")
        .put("Signature", "")
        .put("SigningCertURL", "")
        .put("UnsubscribeURL", "");
    if (!message.attributes().isEmpty()) {
      var attributes = json.putObject("MessageAttributes");
      message
          .attributes()
          .forEach(
              (name, attribute) ->
                  attributes
                      .putObject(name)
                      .put("Type", attribute.type())
                      .put("Value", attribute.value()));
    }
    return Json.write(json);
  }

  @Override
  public void close() {
    sqs.close();
  }
}
