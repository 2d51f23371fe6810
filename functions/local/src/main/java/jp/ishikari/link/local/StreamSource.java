package jp.ishikari.link.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table's stream as an event source: INSERTs in batches, positions kept over restarts, a failed
 * record again and again up to a limit, then set aside in the entry's failure queue.
 */
final class StreamSource implements Runnable {
  private static final int ATTEMPTS = 5;

  private final Entry entry;
  private final Trigger.Stream trigger;
  private final DynamoDbStreamsClient streams;
  private final SqsClient queues;
  private final Invocations invocations;
  private final Path positions;
  private final Gate gate;
  private int failures;

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
        boolean worked = false;
        for (Shard shard : shards()) {
          worked |= drain(shard);
        }
        if (!worked) {
          Thread.sleep(200);
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

  private List<Shard> shards() {
    String arn =
        streams.listStreams(r -> r.tableName(Names.physical(trigger.table()))).streams().stream()
            .findFirst()
            .orElseThrow()
            .streamArn();
    return streams.describeStream(r -> r.streamArn(arn)).streamDescription().shards();
  }

  private boolean drain(Shard shard) {
    String arn =
        streams
            .listStreams(r -> r.tableName(Names.physical(trigger.table())))
            .streams()
            .getFirst()
            .streamArn();
    String after = position(shard);
    String iterator =
        streams
            .getShardIterator(
                r -> {
                  r.streamArn(arn).shardId(shard.shardId());
                  if (after == null) {
                    r.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
                  } else {
                    r.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                        .sequenceNumber(after);
                  }
                })
            .shardIterator();
    String at = iterator;
    var answer = streams.getRecords(r -> r.shardIterator(at).limit(trigger.batchSize()));
    List<Record> batch = answer.records();
    if (batch.isEmpty()) {
      return false;
    }
    List<Record> inserts =
        batch.stream().filter(r -> r.eventName() == OperationType.INSERT).toList();
    int done = inserts.isEmpty() ? 0 : deliver(inserts);
    if (done == inserts.size()) {
      failures = 0;
      keep(shard, batch.getLast().dynamodb().sequenceNumber());
      return true;
    }
    Record failed = inserts.get(done);
    failures++;
    if (failures == ATTEMPTS) {
      setAside(failed);
      failures = 0;
      keep(shard, failed.dynamodb().sequenceNumber());
    } else if (done > 0) {
      keep(shard, inserts.get(done - 1).dynamodb().sequenceNumber());
    }
    return false;
  }

  /** How many records from the start were handled. */
  private int deliver(List<Record> records) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    for (Record record : records) {
      event.withArray("Records").add(json(record));
    }
    try {
      JsonNode answer =
          Json.MAPPER.readTree(invocations.invoke(entry, Json.MAPPER.writeValueAsBytes(event)));
      JsonNode first = answer.path("batchItemFailures").path(0).path("itemIdentifier");
      if (first.isMissingNode()) {
        return records.size();
      }
      for (int i = 0; i < records.size(); i++) {
        if (records.get(i).dynamodb().sequenceNumber().equals(first.stringValue())) {
          return i;
        }
      }
      return 0;
    } catch (RuntimeException failed) {
      return 0;
    }
  }

  private void setAside(Record record) {
    String url = queues.getQueueUrl(r -> r.queueName(Names.failures(entry))).queueUrl();
    queues.sendMessage(
        r -> r.queueUrl(url).messageBody(Json.MAPPER.writeValueAsString(json(record))));
  }

  private static ObjectNode json(Record record) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("eventID", record.eventID());
    json.put("eventName", record.eventNameAsString());
    json.put("eventVersion", "1.1");
    json.put("eventSource", "aws:dynamodb");
    json.put("awsRegion", "ap-northeast-1");
    ObjectNode change = json.putObject("dynamodb");
    change.put("SequenceNumber", record.dynamodb().sequenceNumber());
    change.put("StreamViewType", record.dynamodb().streamViewTypeAsString());
    change.set("Keys", image(record.dynamodb().keys()));
    change.set("NewImage", image(record.dynamodb().newImage()));
    return json;
  }

  private static ObjectNode image(Map<String, AttributeValue> values) {
    ObjectNode image = Json.MAPPER.createObjectNode();
    values.forEach((name, value) -> image.set(name, value(value)));
    return image;
  }

  private static JsonNode value(AttributeValue value) {
    ObjectNode typed = Json.MAPPER.createObjectNode();
    switch (value.type()) {
      case S -> typed.put("S", value.s());
      case N -> typed.put("N", value.n());
      case BOOL -> typed.put("BOOL", value.bool());
      case NUL -> typed.put("NULL", true);
      case SS -> value.ss().forEach(typed.putArray("SS")::add);
      case L -> {
        var list = typed.putArray("L");
        value.l().forEach(item -> list.add(value(item)));
      }
      case M -> typed.set("M", image(value.m()));
      default -> throw new IllegalStateException("no row of ours holds a " + value.type());
    }
    return typed;
  }

  private String position(Shard shard) {
    try {
      Path file = positions.resolve(shard.shardId());
      return Files.exists(file) ? Files.readString(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(Shard shard, String sequenceNumber) {
    try {
      Files.createDirectories(positions);
      Path next = positions.resolve(shard.shardId() + ".next");
      Files.writeString(next, sequenceNumber);
      Files.move(next, positions.resolve(shard.shardId()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
