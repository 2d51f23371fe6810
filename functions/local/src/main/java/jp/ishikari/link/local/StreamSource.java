package jp.ishikari.link.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
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

  /** Without a word of a write; one may have come from outside this process. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  /** A record may stand in the stream a moment after its write was answered. */
  private static final Duration LAG = Duration.ofMillis(50);

  private static final int LOOKS_AFTER_A_WRITE = 4;
  private static final Duration SHARDS_LAST = Duration.ofMinutes(1);

  private final Entry entry;
  private final Trigger.Stream trigger;
  private final DynamoDbStreamsClient streams;
  private final SqsClient queues;
  private final Invocations invocations;
  private final Path positions;
  private final Gate gate;
  private final Writes writes;
  private final Map<String, ShardReader> readers = new LinkedHashMap<>();
  private long shardsAskedAt;
  private long closedWhenAsked;

  StreamSource(Entry entry, Engines engines, Invocations invocations, Path data, Gate gate) {
    this.entry = entry;
    this.trigger = (Trigger.Stream) entry.trigger();
    this.streams = engines.client(DynamoDbStreamsClient.builder(), "dynamodb").build();
    this.queues = engines.client(SqsClient.builder(), "sqs").build();
    this.invocations = invocations;
    this.positions = data.resolve("positions").resolve(Names.kebab(entry));
    this.gate = gate;
    this.writes = engines.writes();
  }

  @Override
  public void run() {
    int looks = 0;
    long seen = -1;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        gate.pass();
        long now = writes.of(trigger.table());
        looks = now == seen ? looks + 1 : 0;
        seen = now;
        if (turn()) {
          looks = 0;
        } else {
          writes.await(trigger.table(), seen, pause(looks));
        }
      } catch (InterruptedException closing) {
        return;
      } catch (RuntimeException engineAway) {
        shardsAskedAt = 0;
        if (!gate.pause(entry, engineAway)) {
          return;
        }
      }
    }
  }

  private Duration pause(int looks) {
    Duration pause = looks < LOOKS_AFTER_A_WRITE ? LAG : IDLE;
    for (ShardReader reader : readers.values()) {
      Duration again = reader.triesAgainIn();
      pause = again.isZero() || again.compareTo(pause) > 0 ? pause : again;
    }
    return pause;
  }

  private boolean turn() {
    if (shardsAskedAt == 0
        || System.nanoTime() - shardsAskedAt > SHARDS_LAST.toNanos()
        || closedReaders() > closedWhenAsked) {
      askForShards();
    }
    boolean worked = false;
    for (ShardReader reader : readers.values()) {
      worked |= reader.drain(this::deliver, this::setAside);
    }
    return worked;
  }

  private void askForShards() {
    String stream =
        streams
            .listStreams(r -> r.tableName(Names.physical(trigger.table())))
            .streams()
            .getFirst()
            .streamArn();
    List<Shard> shards =
        streams.describeStream(r -> r.streamArn(stream)).streamDescription().shards();
    readers.keySet().retainAll(shards.stream().map(Shard::shardId).toList());
    for (Shard shard : shards) {
      readers.computeIfAbsent(
          shard.shardId(),
          id ->
              new ShardReader(
                  entry,
                  trigger.batchSize(),
                  streams,
                  stream,
                  id,
                  positions,
                  InstantSource.system()));
    }
    shardsAskedAt = System.nanoTime();
    closedWhenAsked = closedReaders();
  }

  private long closedReaders() {
    return readers.values().stream().filter(ShardReader::isClosed).count();
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
