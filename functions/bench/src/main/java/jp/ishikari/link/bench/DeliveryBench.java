package jp.ishikari.link.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.testkit.SampleOpinion;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast a backlog of events becomes mail and what of a processor each event takes, beside the
 * engine's own rate of single updates in the same minutes, and what a city costs in which nothing
 * happens.
 */
public final class DeliveryBench {
  private static final int WRITERS = 50;

  private final int events = Integer.getInteger("bench.events", 10_000);
  private final Duration length = Duration.ofSeconds(Long.getLong("bench.seconds", 30));
  private final BenchCity city;
  private final DynamoDbClient engine;

  private DeliveryBench(BenchCity city) {
    this.city = city;
    this.engine = city.tables();
  }

  public static void main(String[] args) throws Exception {
    try (BenchCity city = BenchCity.start()) {
      DeliveryBench bench = new DeliveryBench(city);
      bench.backlog();
      bench.idle();
    }
    System.exit(0);
  }

  private void backlog() throws Exception {
    city.hold();
    String id = submit();
    BareEngine bare = BareEngine.afterSubmit(engine, id);
    AtomicInteger left = new AtomicInteger(events - 1);
    atOnce(
        () -> {
          while (left.getAndDecrement() > 0) {
            bare.write();
          }
        });
    double floor = updatesPerSecond(id);
    Map<String, Duration> before = city.processor();
    long first = city.mails();
    city.release();
    long begin = System.nanoTime();
    long half = 0;
    for (long mails = 0; mails < events; mails = city.mails() - first) {
      if (half == 0 && mails >= events / 2) {
        half = System.nanoTime();
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "C  backlog of %d events: mailed in %.0f s, %.0f events/s (second half %.0f/s) | engine"
            + " %.0f single updates/s%n",
        events, seconds, events / seconds, events / 2 / ((System.nanoTime() - half) / 1e9), floor);
    city.processor()
        .forEach(
            (process, used) ->
                System.out.printf(
                    "C  %s: %.1f ms of a processor per event%n",
                    process, used.minus(before.get(process)).toMillis() / (double) events));
    System.out.printf("C  %d marked as sent%n", sent());
  }

  private String submit() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              SampleOpinion.confirmed(city.portal(), city.mail())
                  .request("bench-" + UUID.randomUUID()),
              HttpResponse.BodyHandlers.ofString());
      return JsonMapper.shared().readTree(answer.body()).get("applicationId").stringValue();
    }
  }

  /** The engine alone: one attribute of one row, again and again, by as many at once. */
  private double updatesPerSecond(String id) throws Exception {
    AtomicInteger done = new AtomicInteger();
    long end = System.nanoTime() + length.toNanos();
    atOnce(
        () -> {
          while (System.nanoTime() < end) {
            BareEngine.touch(engine, id + "#bench");
            done.incrementAndGet();
          }
        });
    return done.get() / (length.toNanos() / 1e9);
  }

  private static void atOnce(Runnable work) throws Exception {
    List<Future<?>> writers = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < WRITERS; i++) {
        writers.add(pool.submit(work));
      }
      for (Future<?> one : writers) {
        one.get();
      }
    }
  }

  private long sent() {
    return engine
        .scanPaginator(
            r ->
                r.tableName(Names.physical(Table.DELIVERIES))
                    .select(Select.COUNT)
                    .filterExpression("attribute_exists(sentAt)"))
        .stream()
        .mapToLong(ScanResponse::count)
        .sum();
  }

  /** Share of one core that each process takes while nothing happens. */
  private void idle() throws InterruptedException {
    TimeUnit.SECONDS.sleep(10);
    Map<String, Duration> before = city.processor();
    long begin = System.nanoTime();
    TimeUnit.NANOSECONDS.sleep(2 * length.toNanos());
    double seconds = (System.nanoTime() - begin) / 1e9;
    double sum = 0;
    for (Map.Entry<String, Duration> after : city.processor().entrySet()) {
      double share = after.getValue().minus(before.get(after.getKey())).toMillis() / 10.0 / seconds;
      sum += share;
      System.out.printf("D  idle: %s %.1f %% of a core%n", after.getKey(), share);
    }
    System.out.printf("D  idle: all %.1f %% of a core, over %.0f s%n", sum, seconds);
  }
}
