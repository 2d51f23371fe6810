package jp.ishikari.link.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Reads one shard for one entry: INSERTs in batches from where it stood before a restart. A failed
 * record is handed over again after a growing pause, then set aside, so that it holds up its shard
 * for some seconds and no other shard at all.
 */
final class ShardReader {
  static final int ATTEMPTS = 5;

  private static final Log LOG = Log.of(ShardReader.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  /** So long a stream remembers its records, that of the cloud as that of the machine. */
  private static final Duration REMEMBERED = Duration.ofHours(24);

  private static final Duration LOOKS_NOTED = Duration.ofMinutes(1);

  private final Entry entry;
  private final int batchSize;
  private final DynamoDbStreamsClient streams;
  private final String stream;
  private final String shard;
  private final Path position;
  private final InstantSource clock;
  private String iterator;
  private boolean closed;
  private int failures;
  private long notBefore;
  private Instant lookNotedUntil = Instant.MIN;

  ShardReader(
      Entry entry,
      int batchSize,
      DynamoDbStreamsClient streams,
      String stream,
      String shard,
      Path positions,
      InstantSource clock) {
    this.entry = entry;
    this.batchSize = batchSize;
    this.streams = streams;
    this.stream = stream;
    this.shard = shard;
    this.position = positions.resolve(shard);
    this.clock = clock;
  }

  /**
   * Hands over one batch.
   *
   * @param handled how many records from the start the entry handled
   * @param setAside takes a record that failed too often
   * @return whether there was one and all of it was handled
   */
  boolean drain(ToIntFunction<List<Record>> handled, Consumer<Record> setAside) {
    if (closed || clock.millis() < notBefore) {
      return false;
    }
    List<Record> batch = next();
    if (batch.isEmpty()) {
      return false;
    }
    List<Record> inserts =
        batch.stream().filter(r -> r.eventName() == OperationType.INSERT).toList();
    int done = inserts.isEmpty() ? 0 : handled.applyAsInt(inserts);
    if (done == inserts.size()) {
      failures = 0;
      keep(batch.getLast());
      return true;
    }
    if (done > 0) {
      failures = 0;
      keep(inserts.get(done - 1));
    }
    // The next reading begins where the last handled record stood.
    iterator = null;
    failures++;
    if (failures == ATTEMPTS) {
      setAside.accept(inserts.get(done));
      failures = 0;
      keep(inserts.get(done));
    } else {
      notBefore = clock.millis() + (FIRST_PAUSE.toMillis() << failures);
    }
    return false;
  }

  /** When a failed record is handed over again; zero when none waits for it. */
  Duration triesAgainIn() {
    return Duration.ofMillis(Math.max(0, notBefore - clock.millis()));
  }

  /** Whether the shard is at its end; its children have what came after. */
  boolean isClosed() {
    return closed;
  }

  private List<Record> next() {
    String after = kept();
    List<Record> batch = read(after);
    looked();
    return batch;
  }

  private List<Record> read(String after) {
    try {
      return records(after);
    } catch (ExpiredIteratorException idleForLong) {
      iterator = null;
      return read(after);
    } catch (TrimmedDataAccessException gone) {
      // The last record that was handled is no longer remembered: on with the first that is.
      if (awayForLong()) {
        // The sweep finds what was missed of the events.
        LOG.warn("away for longer than a stream remembers", Log.fields(LogField.ENTRY), entry);
      }
      iterator = iterator(null);
      return records(after);
    }
  }

  /** What follows the last record that was handled; empty at the end of what there is now. */
  private List<Record> records(String after) {
    if (iterator == null) {
      iterator = iterator(after);
    }
    while (true) {
      String from = iterator;
      GetRecordsResponse answer = streams.getRecords(r -> r.shardIterator(from).limit(batchSize));
      iterator = answer.nextShardIterator();
      List<Record> fresh =
          answer.records().stream().filter(r -> after == null || isAfter(r, after)).toList();
      closed = iterator == null && answer.records().isEmpty();
      if (!fresh.isEmpty() || answer.records().isEmpty() || iterator == null) {
        return fresh;
      }
    }
  }

  private static boolean isAfter(Record record, String sequenceNumber) {
    return new BigInteger(record.dynamodb().sequenceNumber())
            .compareTo(new BigInteger(sequenceNumber))
        > 0;
  }

  private String iterator(String after) {
    return streams
        .getShardIterator(
            r -> {
              r.streamArn(stream).shardId(shard);
              if (after == null) {
                r.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
              } else {
                r.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).sequenceNumber(after);
              }
            })
        .shardIterator();
  }

  /** Whether a record may have come and gone since this was looked at last. */
  private boolean awayForLong() {
    try {
      return Files.getLastModifiedTime(position)
          .toInstant()
          .isBefore(clock.instant().minus(REMEMBERED));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The position carries when it was looked behind, at most once in a while. */
  private void looked() {
    Instant now = clock.instant();
    if (now.isBefore(lookNotedUntil) || !Files.exists(position)) {
      return;
    }
    try {
      Files.setLastModifiedTime(position, FileTime.from(now));
      lookNotedUntil = now.plus(LOOKS_NOTED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String kept() {
    try {
      return Files.exists(position) ? Files.readString(position) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(Record last) {
    try {
      Files.createDirectories(position.getParent());
      Path next = position.resolveSibling(shard + ".next");
      Files.writeString(next, last.dynamodb().sequenceNumber());
      Files.setLastModifiedTime(next, FileTime.from(clock.instant()));
      Files.move(next, position, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
