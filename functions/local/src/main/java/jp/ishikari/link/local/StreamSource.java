package jp.ishikari.link.local;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table's stream as an event source: each shard for itself, and what failed too often in the
 * entry's failure queue.
 */
final class StreamSource implements Runnable {
  private static final Log LOG = Log.of(StreamSource.class);
  private static final int IDLE_MILLIS = 200;

  private final Entry entry;
  private final Trigger.Stream trigger;
  private final DynamoDbStreamsClient streams;
  private final SqsClient queues;
  private final Invocations invocations;
  private final Path positions;
  private final Gate gate;
  private final Map<String, ShardReader> readers = new HashMap<>();

  StreamSource(Entry entry, Engines engines, Invocations invocations, Path data, Gate gate) {
    this.entry = entry;
    this.trigger = (Trigger.Stream) entry.trigger();
    this.streams = engines.client(DynamoDbStreamsClient.builder(), "dynamodb").build();
    this.queues = engines.client(SqsClient.builder(), "sqs").build();
    this.invocations = invocations;
    this.positions = data.resolve("positions").resolve(Names.kebab(entry));
    this.gate = gate;
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        gate.pass();
        if (!turn()) {
          Thread.sleep(IDLE_MILLIS);
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

  private boolean turn() {
    String stream =
        streams
            .listStreams(r -> r.tableName(Names.physical(trigger.table())))
            .streams()
            .getFirst()
            .streamArn();
    boolean worked = false;
    for (Shard shard :
        streams.describeStream(r -> r.streamArn(stream)).streamDescription().shards()) {
      worked |=
          readers
              .computeIfAbsent(
                  shard.shardId(),
                  id ->
                      new ShardReader(
                          entry,
                          trigger.batchSize(),
                          streams,
                          stream,
                          id,
                          positions,
                          InstantSource.system()))
              .drain(this::deliver, this::setAside);
    }
    return worked;
  }

  /** How many records from the start were handled. */
  private int deliver(List<Record> records) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    records.forEach(record -> event.withArray("Records").add(StreamRecord.json(record)));
    try {
      JsonNode answer =
          Json.MAPPER.readTree(invocations.invoke(entry, Json.MAPPER.writeValueAsBytes(event)));
      JsonNode failed = answer.path("batchItemFailures").path(0).path("itemIdentifier");
      for (int i = 0; i < records.size(); i++) {
        if (records.get(i).dynamodb().sequenceNumber().equals(failed.asString(""))) {
          return i;
        }
      }
      return failed.isMissingNode() ? records.size() : 0;
    } catch (RuntimeException whole) {
      LOG.error("batch failed", whole, Log.fields(LogField.ENTRY), entry);
      return 0;
    }
  }

  private void setAside(Record record) {
    String url = queues.getQueueUrl(r -> r.queueName(Names.failures(entry))).queueUrl();
    queues.sendMessage(
        r ->
            r.queueUrl(url).messageBody(Json.MAPPER.writeValueAsString(StreamRecord.json(record))));
  }
}
