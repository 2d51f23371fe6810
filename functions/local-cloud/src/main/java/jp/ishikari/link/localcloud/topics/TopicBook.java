package jp.ishikari.link.localcloud.topics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.ishikari.link.localcloud.wire.Json;
import jp.ishikari.link.localcloud.wire.StateFolder;

/** All topics and subscriptions; each change is on disk before it is answered. */
final class TopicBook {
  /** A topic and what it was created with. */
  record Topic(String arn, Map<String, String> attributes) {
    boolean fifo() {
      return arn.endsWith(".fifo");
    }
  }

  /** One queue that wants a topic's messages. */
  record Subscription(String arn, String topic, String queue, Map<String, String> attributes) {
    boolean raw() {
      return "true".equals(attributes.get("RawMessageDelivery"));
    }

    boolean wants(String message, Map<String, QueryForm.Attribute> messageAttributes) {
      var policy = attributes.get("FilterPolicy");
      if (policy == null) {
        return true;
      }
      var scope = scope(attributes);
      var parsed = FilterPolicy.parse(policy, scope);
      return switch (scope) {
        case ATTRIBUTES -> parsed.matches(messageAttributes);
        case BODY -> parsed.matchesBody(message);
      };
    }

    static FilterPolicy.Scope scope(Map<String, String> attributes) {
      return "MessageBody".equals(attributes.get("FilterPolicyScope"))
          ? FilterPolicy.Scope.BODY
          : FilterPolicy.Scope.ATTRIBUTES;
    }
  }

  private record Page(List<Topic> topics, List<Subscription> subscriptions) {}

  private final Path file;
  private final Map<String, Topic> topics = new LinkedHashMap<>();
  private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();

  TopicBook(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      var page = Json.read(Files.readAllBytes(file), Page.class);
      page.topics().forEach(topic -> topics.put(topic.arn(), topic));
      page.subscriptions().forEach(one -> subscriptions.put(one.arn(), one));
    }
  }

  /** Creating a topic twice gives the same topic. */
  synchronized Topic create(String arn, Map<String, String> attributes) throws IOException {
    var present = topics.get(arn);
    if (present != null) {
      return present;
    }
    var topic = new Topic(arn, attributes);
    topics.put(arn, topic);
    save();
    return topic;
  }

  synchronized Topic topic(String arn) {
    var topic = topics.get(arn);
    if (topic == null) {
      throw Refusal.notFound("Topic");
    }
    return topic;
  }

  synchronized List<Topic> topics() {
    return List.copyOf(topics.values());
  }

  synchronized void delete(String arn) throws IOException {
    topics.remove(arn);
    subscriptions.values().removeIf(one -> one.topic().equals(arn));
    save();
  }

  synchronized Subscription subscribe(String topic, String queue, Map<String, String> attributes)
      throws IOException {
    topic(topic);
    for (var present : subscriptions.values()) {
      if (present.topic().equals(topic) && present.queue().equals(queue)) {
        if (!present.attributes().equals(attributes) && !attributes.isEmpty()) {
          throw Refusal.invalid(
              "Attributes Reason: Subscription already exists with different attributes");
        }
        return present;
      }
    }
    var made = new Subscription(topic + ":" + UUID.randomUUID(), topic, queue, attributes);
    subscriptions.put(made.arn(), made);
    save();
    return made;
  }

  synchronized Subscription subscription(String arn) {
    var subscription = subscriptions.get(arn);
    if (subscription == null) {
      throw Refusal.notFound("Subscription");
    }
    return subscription;
  }

  synchronized List<Subscription> subscriptionsOf(String topic) {
    topic(topic);
    return subscriptions.values().stream().filter(one -> one.topic().equals(topic)).toList();
  }

  synchronized void set(String arn, Map<String, String> attributes) throws IOException {
    var old = subscription(arn);
    subscriptions.put(arn, new Subscription(arn, old.topic(), old.queue(), attributes));
    save();
  }

  synchronized void unsubscribe(String arn) throws IOException {
    subscriptions.remove(arn);
    save();
  }

  private void save() throws IOException {
    var page = new Page(new ArrayList<>(topics.values()), new ArrayList<>(subscriptions.values()));
    StateFolder.write(file, Json.write(page).getBytes(StandardCharsets.UTF_8));
  }
}
