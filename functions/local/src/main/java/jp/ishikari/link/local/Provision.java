package jp.ishikari.link.local;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.aws.TableRequests;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Filling;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.blueprint.Topic;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;

/** Makes in the engines what the blueprint declares; doing it again changes nothing. */
final class Provision {
  private final Engines engines;

  Provision(Engines engines) {
    this.engines = engines;
  }

  void everything() {
    tables();
    buckets();
    queuesAndTopics();
  }

  private void tables() {
    try (DynamoDbClient client = engines.client(DynamoDbClient.builder(), "dynamodb").build()) {
      Set<String> there = new HashSet<>(client.listTables().tableNames());
      for (Table table : Table.values()) {
        String name = Names.physical(table);
        if (there.contains(name)) {
          continue;
        }
        client.createTable(TableRequests.create(table));
        if (table.expires()) {
          client.updateTimeToLive(
              r ->
                  r.tableName(name)
                      .timeToLiveSpecification(
                          t -> t.enabled(true).attributeName(Table.EXPIRY_ATTRIBUTE)));
        }
      }
    }
  }

  private void buckets() {
    try (S3Client client = engines.client(S3Client.builder().forcePathStyle(true), "s3").build()) {
      Set<String> there = new HashSet<>();
      client.listBuckets().buckets().forEach(bucket -> there.add(bucket.name()));
      for (Bucket bucket : Bucket.values()) {
        if (!there.contains(Names.physical(bucket))) {
          client.createBucket(r -> r.bucket(Names.physical(bucket)));
        }
      }
    }
  }

  private void queuesAndTopics() {
    try (SqsClient queues = engines.client(SqsClient.builder(), "sqs").build();
        SnsClient topics = engines.client(SnsClient.builder(), "sns").build()) {
      for (Topic topic : Topic.values()) {
        topics.createTopic(r -> r.name(Names.physical(topic)));
      }
      for (Queue queue : Queue.values()) {
        String dead = arn(queues, create(queues, Names.deadLetter(queue), Map.of()));
        String redrive =
            "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                .formatted(dead, Queue.MAX_RECEIVES);
        String url =
            create(
                queues,
                Names.physical(queue),
                Map.of(
                    QueueAttributeName.REDRIVE_POLICY,
                    redrive,
                    QueueAttributeName.VISIBILITY_TIMEOUT,
                    "30"));
        if (queue.filling() instanceof Filling.CityEvents events) {
          subscribe(topics, events, arn(queues, url));
        }
      }
      for (Entry entry : Entry.values()) {
        if (entry.trigger() instanceof Trigger.Stream) {
          create(queues, Names.failures(entry), Map.of());
        }
      }
    }
  }

  private static void subscribe(SnsClient topics, Filling.CityEvents events, String endpoint) {
    String topic = EntryCloud.topicArn(events.topic());
    Map<String, String> attributes =
        Map.of(
            "RawMessageDelivery",
            "true",
            "FilterPolicy",
            Json.MAPPER.writeValueAsString(events.filter()));
    try {
      topics.subscribe(
          r ->
              r.topicArn(topic)
                  .protocol("sqs")
                  .endpoint(endpoint)
                  .attributes(attributes)
                  .returnSubscriptionArn(true));
    } catch (InvalidParameterException asItWas) {
      // Declared differently than when it was made.
      topics.listSubscriptionsByTopicPaginator(r -> r.topicArn(topic)).subscriptions().stream()
          .filter(one -> one.endpoint().equals(endpoint))
          .forEach(
              one ->
                  attributes.forEach(
                      (name, value) ->
                          topics.setSubscriptionAttributes(
                              r ->
                                  r.subscriptionArn(one.subscriptionArn())
                                      .attributeName(name)
                                      .attributeValue(value))));
    }
  }

  private static String create(
      SqsClient queues, String name, Map<QueueAttributeName, String> attributes) {
    try {
      return queues.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
    } catch (QueueNameExistsException asItWas) {
      // Declared differently than when it was made.
      String url = queues.getQueueUrl(r -> r.queueName(name)).queueUrl();
      queues.setQueueAttributes(r -> r.queueUrl(url).attributes(attributes));
      return url;
    }
  }

  private static String arn(SqsClient queues, String url) {
    return queues
        .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }
}
