package jp.ishikari.link.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jp.ishikari.link.blueprint.Filling;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Topic;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A queue of a test's own on the city's topic, with raw delivery as every queue of the blueprint
 * has.
 */
public final class Subscriber implements AutoCloseable {
  /** Seconds in which nothing comes. */
  private static final int PATIENCE = 20;

  private final SqsClient queues;
  private final SnsClient topics;
  private final String url;
  private final String subscription;

  /** Hears everything. */
  public Subscriber(TestCloud cloud, String name) {
    this(cloud, name, Map.of());
  }

  /** Hears what a queue of the blueprint takes of the city's events. */
  public Subscriber(TestCloud cloud, String name, Queue like) {
    this(
        cloud,
        name,
        Map.of(
            "FilterPolicy",
            JsonMapper.shared()
                .writeValueAsString(((Filling.CityEvents) like.filling()).filter())));
  }

  private Subscriber(TestCloud cloud, String name, Map<String, String> filter) {
    Map<String, String> attributes = new HashMap<>(filter);
    attributes.put("RawMessageDelivery", "true");
    this.queues = cloud.queues();
    this.topics = cloud.topics();
    this.url = queues.createQueue(r -> r.queueName(name)).queueUrl();
    String arn =
        queues
            .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    this.subscription =
        topics
            .subscribe(
                r ->
                    r.topicArn(
                            cloud
                                .functionEnvironment()
                                .get(Names.environmentVariable(Topic.CITY_EVENTS)))
                        .protocol("sqs")
                        .endpoint(arn)
                        .returnSubscriptionArn(true)
                        .attributes(attributes))
            .subscriptionArn();
  }

  /** Bodies about an application, waiting until there are {@code count} or patience ends. */
  public List<JsonNode> about(String applicationId, int count) {
    return about(List.of(applicationId), count);
  }

  /** The same about any of some applications. */
  public List<JsonNode> about(List<String> applicationIds, int count) {
    return heard(
        body -> applicationIds.contains(body.at("/data/applicationId").asString("")), count);
  }

  private List<JsonNode> heard(Predicate<JsonNode> wanted, int count) {
    List<JsonNode> found = new ArrayList<>();
    int waited = 0;
    while (waited < PATIENCE && found.size() < count) {
      List<Message> messages =
          queues
              .receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
              .messages();
      // What is about others is progress too, however much of it stands before.
      waited = messages.isEmpty() ? waited + 1 : waited;
      for (Message message : messages) {
        JsonNode body = JsonMapper.shared().readTree(message.body());
        if (wanted.test(body)) {
          found.add(body);
        }
        queues.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
    return found;
  }

  @Override
  public void close() {
    topics.unsubscribe(r -> r.subscriptionArn(subscription));
    queues.deleteQueue(r -> r.queueUrl(url));
  }
}
