package jp.ishikari.link.local;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A queue as an event source: batches; what failed comes back by the queue's own rules. */
final class QueueSource implements Runnable {
  private static final int WAIT_SECONDS = 5;

  private final Entry entry;
  private final Trigger.Messages trigger;
  private final SqsClient queues;
  private final Invocations invocations;
  private final Gate gate;

  QueueSource(Entry entry, Engines engines, Invocations invocations, Gate gate) {
    this.entry = entry;
    this.trigger = (Trigger.Messages) entry.trigger();
    this.queues = engines.client(SqsClient.builder(), "sqs").build();
    this.invocations = invocations;
    this.gate = gate;
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        gate.pass();
        String url =
            queues.getQueueUrl(r -> r.queueName(Names.physical(trigger.queue()))).queueUrl();
        List<Message> batch =
            queues
                .receiveMessage(
                    r ->
                        r.queueUrl(url)
                            .maxNumberOfMessages(trigger.batchSize())
                            .waitTimeSeconds(WAIT_SECONDS)
                            .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
        if (!batch.isEmpty()) {
          Set<String> failed = deliver(batch);
          for (Message message : batch) {
            if (!failed.contains(message.messageId())) {
              queues.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
            }
          }
        }
      } catch (InterruptedException closing) {
        return;
      } catch (RuntimeException engineAway) {
        if (!gate.pause(engineAway)) {
          return;
        }
      }
    }
  }

  private Set<String> deliver(List<Message> batch) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    for (Message message : batch) {
      ObjectNode record = event.withArray("Records").addObject();
      record.put("messageId", message.messageId());
      record.put("receiptHandle", message.receiptHandle());
      record.put("body", message.body());
      record.put("eventSource", "aws:sqs");
      record.put("awsRegion", "ap-northeast-1");
      ObjectNode attributes = record.putObject("attributes");
      message.attributesAsStrings().forEach(attributes::put);
    }
    Set<String> failed = new HashSet<>();
    try {
      JsonNode answer =
          Json.MAPPER.readTree(invocations.invoke(entry, Json.MAPPER.writeValueAsBytes(event)));
      answer
          .path("batchItemFailures")
          .forEach(f -> failed.add(f.path("itemIdentifier").stringValue()));
    } catch (RuntimeException whole) {
      batch.forEach(message -> failed.add(message.messageId()));
    }
    return failed;
  }
}
