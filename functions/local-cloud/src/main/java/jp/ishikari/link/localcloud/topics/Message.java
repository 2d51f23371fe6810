package jp.ishikari.link.localcloud.topics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.localcloud.wire.Json;

/** One message to a topic, checked as SNS checks it. */
record Message(
    String id,
    String text,
    Optional<String> subject,
    Map<String, QueryForm.Attribute> attributes,
    Optional<String> group,
    Optional<String> deduplication) {

  /** Amazon SNS quota: 262,144 bytes per message. */
  static final int MOST_BYTES = 262_144;

  static Message of(QueryForm form, TopicBook.Topic topic) {
    var text = forQueues(form);
    if (text.isEmpty()) {
      throw Refusal.invalid("Empty message");
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw Refusal.invalid("Message too long");
    }
    var group = form.find("MessageGroupId");
    var deduplication = form.find("MessageDeduplicationId");
    if (topic.fifo()) {
      if (group.isEmpty()) {
        throw Refusal.invalid("The MessageGroupId parameter is required for FIFO topics");
      }
      if (deduplication.isEmpty()) {
        if (!"true".equals(topic.attributes().get("ContentBasedDeduplication"))) {
          throw Refusal.invalid(
              "The topic should either have ContentBasedDeduplication enabled or"
                  + " MessageDeduplicationId provided explicitly");
        }
        deduplication = Optional.of(sha256(text));
      }
    }
    return new Message(
        UUID.randomUUID().toString(),
        text,
        form.find("Subject"),
        form.messageAttributes(),
        group,
        deduplication);
  }

  private static String forQueues(QueryForm form) {
    var text = form.need("Message");
    if (!form.find("MessageStructure").filter("json"::equals).isPresent()) {
      return text;
    }
    var perProtocol = Json.read(text);
    var own = perProtocol.has("sqs") ? perProtocol.get("sqs") : perProtocol.get("default");
    if (own == null || !own.isString()) {
      throw Refusal.invalid("Message Structure - No default entry in JSON message body");
    }
    return own.stringValue();
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
