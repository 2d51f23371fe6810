package jp.ishikari.link.local;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A queue as an event source: batches, several at once; what failed comes back by the queue's own
 * rules.
 */
final class QueueSource implements Runnable {
  private static final Log LOG = Log.of(QueueSource.class);

  /** As long as a queue lets a reader wait for a message. */
  private static final int WAIT_SECONDS = 20;

  private static final String QUEUE_ARN = "arn:aws:sqs:ap-northeast-1:000000000000:";

  private final Entry entry;
  private final Trigger.Messages trigger;
  private final SqsClient queues;
  private final String url;
  private final Invocations invocations;
  private final Gate gate;
  private final Semaphore atOnce = new Semaphore(Trigger.Messages.AT_ONCE);

  QueueSource(Entry entry, Engines engines, Invocations invocations, Gate gate) {
    this.entry = entry;
    this.trigger = (Trigger.Messages) entry.trigger();
    this.queues = engines.client(SqsClient.builder(), "sqs").build();
    this.url = engines.queueUrl(trigger.queue());
    this.invocations = invocations;
    this.gate = gate;
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        gate.pass();
        List<Message> batch =
            queues
                .receiveMessage(
                    r ->
                        r.queueUrl(url)
                            .maxNumberOfMessages(trigger.batchSize())
                            .waitTimeSeconds(WAIT_SECONDS)
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                            .messageAttributeNames("All"))
                .messages();
        if (!batch.isEmpty()) {
          atOnce.acquire();
          Thread.startVirtualThread(
              () -> {
                try {
                  handle(batch);
                } finally {
                  atOnce.release();
                }
              });
        }
      } catch (InterruptedException closing) {
        return;
      } catch (RuntimeException engineAway) {
        if (!gate.pause(entry, engineAway)) {
          return;
        }
      }
    }
  }

  private void handle(List<Message> batch) {
    Set<String> failed = deliver(batch);
    List<DeleteMessageBatchRequestEntry> handled =
        batch.stream()
            .filter(message -> !failed.contains(message.messageId()))
            .map(
                message ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
            .toList();
    if (handled.isEmpty()) {
      return;
    }
    try {
      queues.deleteMessageBatch(r -> r.queueUrl(url).entries(handled));
    } catch (RuntimeException engineAway) {
      gate.pause(entry, engineAway);
    }
  }

  private Set<String> deliver(List<Message> batch) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    for (Message message : batch) {
      ObjectNode record = event.withArray("Records").addObject();
      record.put("messageId", message.messageId());
      record.put("receiptHandle", message.receiptHandle());
      record.put("body", message.body());
      record.put("md5OfBody", message.md5OfBody());
      record.put("eventSource", "aws:sqs");
      record.put("eventSourceARN", QUEUE_ARN + Names.physical(trigger.queue()));
      record.put("awsRegion", "ap-northeast-1");
      ObjectNode attributes = record.putObject("attributes");
      message.attributesAsStrings().forEach(attributes::put);
      ObjectNode said = record.putObject("messageAttributes");
      message
          .messageAttributes()
          .forEach(
              (name, value) ->
                  said.putObject(name)
                      .put("stringValue", value.stringValue())
                      .put("dataType", value.dataType()));
    }
    Set<String> failed = new HashSet<>();
    try {
      JsonNode answer =
          Json.MAPPER.readTree(invocations.invoke(entry, Json.MAPPER.writeValueAsBytes(event)));
      answer
          .path("batchItemFailures")
          .forEach(f -> failed.add(f.path("itemIdentifier").stringValue()));
    } catch (RuntimeException whole) {
      LOG.error("batch failed", whole, Log.fields(LogField.ENTRY), entry);
      batch.forEach(message -> failed.add(message.messageId()));
    }
    return failed;
  }
}
