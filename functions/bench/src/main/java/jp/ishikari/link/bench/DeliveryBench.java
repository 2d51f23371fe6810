package jp.ishikari.link.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.testkit.Checkout;
import jp.ishikari.link.testkit.SampleOpinion;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast a backlog of events becomes mail, beside the engine's own rate of single updates in the
 * same minutes, and what a city costs in which nothing happens.
 */
public final class DeliveryBench {
  private static final int WRITERS = 50;

  private final int events = Integer.getInteger("bench.events", 10_000);
  private final Duration length = Duration.ofSeconds(Long.getLong("bench.seconds", 30));
  private final int base = Integer.getInteger("bench.port", 23_400);
  private final HttpClient http = HttpClient.newHttpClient();
  private final DynamoDbClient engine =
      DynamoDbClient.builder()
          .httpClient(UrlConnectionHttpClient.create())
          .endpointOverride(at(8))
          .region(Region.AP_NORTHEAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local-secret")))
          .build();

  public static void main(String[] args) throws Exception {
    new DeliveryBench().run();
    System.exit(0);
  }

  private void run() throws Exception {
    Path data = Files.createTempDirectory("delivery-bench");
    Process city =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Checkout.path("functions/local/target/city.args"),
                "--data",
                data.toString(),
                "--budget-scale",
                "10000",
                "--base-port",
                Integer.toString(base))
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("log").toFile())
            .start();
    try {
      while (!Files.readString(data.resolve("log")).contains("Ready in")) {
        if (!city.isAlive()) {
          throw new IllegalStateException(Files.readString(data.resolve("log")));
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
      backlog();
      idle(city);
    } finally {
      city.destroy();
      city.waitFor();
    }
  }

  /** What the city hall opens at that place among its ports. */
  private URI at(int port) {
    return URI.create("http://127.0.0.1:" + (base + port));
  }

  private void backlog() throws Exception {
    control("/hold");
    HttpResponse<String> answer =
        http.send(
            SampleOpinion.confirmed(at(0), at(5)).request("bench-" + UUID.randomUUID()),
            HttpResponse.BodyHandlers.ofString());
    String id = JsonMapper.shared().readTree(answer.body()).get("applicationId").stringValue();
    BareEngine bare = BareEngine.afterSubmit(engine, id);
    AtomicInteger left = new AtomicInteger(events - 1);
    atOnce(
        () -> {
          while (left.getAndDecrement() > 0) {
            bare.write();
          }
        });
    double floor = updatesPerSecond(id);
    control("/release");
    long begin = System.nanoTime();
    long half = 0;
    while (sent() < events) {
      if (half == 0 && sent() >= events / 2) {
        half = System.nanoTime();
      }
      TimeUnit.SECONDS.sleep(2);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "C  backlog of %d events: mailed in %.0f s, %.0f events/s (second half %.0f/s) | engine"
            + " %.0f single updates/s%n",
        events,
        seconds,
        events / seconds,
        half == 0 ? 0 : events / 2 / ((System.nanoTime() - half) / 1e9),
        floor);
  }

  /** The engine alone: one attribute of one row, again and again, by as many at once. */
  private double updatesPerSecond(String id) throws Exception {
    AtomicInteger done = new AtomicInteger();
    long end = System.nanoTime() + length.toNanos();
    atOnce(
        () -> {
          while (System.nanoTime() < end) {
            bareUpdate(id);
            done.incrementAndGet();
          }
        });
    return done.get() / (length.toNanos() / 1e9);
  }

  private void bareUpdate(String id) {
    BareEngine.touch(engine, id + "#bench");
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
  private void idle(Process city) throws InterruptedException {
    TimeUnit.SECONDS.sleep(10);
    List<ProcessHandle> all =
        Stream.concat(Stream.of(city.toHandle()), city.descendants()).toList();
    List<Duration> before = all.stream().map(DeliveryBench::cpu).toList();
    long begin = System.nanoTime();
    TimeUnit.NANOSECONDS.sleep(2 * length.toNanos());
    double seconds = (System.nanoTime() - begin) / 1e9;
    double sum = 0;
    for (int i = 0; i < all.size(); i++) {
      double share = cpu(all.get(i)).minus(before.get(i)).toMillis() / 10.0 / seconds;
      sum += share;
      System.out.printf("D  idle: %s %.1f %% of a core%n", name(i), share);
    }
    System.out.printf("D  idle: all %.1f %% of a core, over %.0f s%n", sum, seconds);
  }

  private static String name(int process) {
    return switch (process) {
      case 0 -> "city hall";
      case 1 -> "engines of ours";
      default -> "DynamoDB Local";
    };
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private void control(String path) throws Exception {
    http.send(
        HttpRequest.newBuilder(at(3).resolve(path)).build(),
        HttpResponse.BodyHandlers.discarding());
  }
}
