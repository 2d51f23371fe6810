package jp.ishikari.link.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.testkit.HeardLog;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Where reading a shard goes on, and what a stream that forgets makes of it. */
class ShardReaderTest {
  @TempDir Path positions;

  /** One shard that forgets from its beginning, as a stream does after a day. */
  private static final class Shard implements DynamoDbStreamsClient {
    private int forgotten;
    private int written;
    private boolean expires;
    private boolean forgetsWhatItHas;

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest asked) {
      if (asked.shardIteratorType() == ShardIteratorType.TRIM_HORIZON) {
        return GetShardIteratorResponse.builder().shardIterator("" + forgotten).build();
      }
      int after = Integer.parseInt(asked.sequenceNumber());
      if (after <= forgotten || forgetsWhatItHas) {
        throw TrimmedDataAccessException.builder().message("past the oldest").build();
      }
      return GetShardIteratorResponse.builder().shardIterator("" + after).build();
    }

    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest asked) {
      if (expires) {
        expires = false;
        throw ExpiredIteratorException.builder().message("expired").build();
      }
      int from = Integer.parseInt(asked.shardIterator());
      int to = Math.min(written, from + asked.limit());
      return GetRecordsResponse.builder()
          .records(IntStream.rangeClosed(from + 1, to).mapToObj(Shard::record).toList())
          .nextShardIterator("" + to)
          .build();
    }

    private static Record record(int number) {
      return Record.builder()
          .eventName(OperationType.INSERT)
          .dynamodb(d -> d.sequenceNumber("" + number))
          .build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private final Shard shard = new Shard();
  private final List<String> handled = new ArrayList<>();
  private Instant now = Instant.parse("2027-04-01T00:00:00Z");
  private ShardReader reader;

  @BeforeEach
  void begin() {
    reader = reader();
  }

  private ShardReader reader() {
    return new ShardReader(Entry.PUBLISH_EVENTS, 2, shard, "stream", "shard", positions, () -> now);
  }

  private void drain() {
    while (reader.drain(
        records -> {
          records.forEach(r -> handled.add(r.dynamodb().sequenceNumber()));
          return records.size();
        },
        record -> {})) {
      // Until there is no more.
    }
  }

  private List<String> logged(Runnable run) {
    try (HeardLog log = new HeardLog(Level.WARN)) {
      run.run();
      return log.heard();
    }
  }

  @Test
  void aCityThatNobodyUsedForDaysGoesOnWithoutAWordAndWithoutLoss() {
    shard.written = 3;
    drain();
    for (int hours = 0; hours < 30; hours++) {
      now = now.plus(Duration.ofHours(1));
      drain();
    }
    shard.forgotten = 3;
    shard.expires = true;
    shard.written = 5;
    assertEquals(List.of(), logged(this::drain));
    assertEquals(List.of("1", "2", "3", "4", "5"), handled);
  }

  @Test
  void aCityThatStoodStillForDaysGoesOnWithWhatIsRememberedAndSaysSo() {
    shard.written = 3;
    drain();
    now = now.plus(Duration.ofDays(3));
    reader = reader();
    shard.written = 6;
    shard.forgotten = 4;
    List<String> log = logged(this::drain);
    assertEquals(List.of("1", "2", "3", "5", "6"), handled);
    assertEquals(1, log.size());
    assertTrue(log.getFirst().contains("away for longer than a stream remembers"), log.toString());
  }

  @Test
  void nothingIsHandledTwiceWhenAStreamOnlySaysThatItForgot() {
    shard.written = 5;
    drain();
    reader = reader();
    shard.forgetsWhatItHas = true;
    shard.written = 6;
    drain();
    assertEquals(List.of("1", "2", "3", "4", "5", "6"), handled);
  }
}
