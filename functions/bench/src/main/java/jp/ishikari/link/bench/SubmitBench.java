package jp.ishikari.link.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.testkit.SampleOpinion;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.json.JsonMapper;

/**
 * Submits through the whole city hall at 1, 50 and 200 at once, beside the bare engine that writes
 * the same items in the same minutes. Deliveries are held, so that both have the engine to
 * themselves. Then everything at once, and the time until the last mail. Each part has a city of
 * its own, and everything is read back.
 */
public final class SubmitBench {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Duration length = Duration.ofSeconds(Long.getLong("bench.seconds", 30));
  private final int rounds = Integer.getInteger("bench.rounds", 3);
  private final HttpClient http = HttpClient.newHttpClient();
  private final SampleOpinion guest;
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final BenchCity city;
  private final DynamoDbClient engine;

  /** Requests per second and the time below which 95 of 100 stayed, in milliseconds. */
  private record Figures(double perSecond, double p95) {}

  @FunctionalInterface
  private interface Work {
    void run(String key) throws Exception;
  }

  @FunctionalInterface
  private interface Part {
    void measure(SubmitBench bench) throws Exception;
  }

  public static void main(String[] args) throws Exception {
    if (!Boolean.getBoolean("bench.burst")) {
      inACityOfItsOwn(SubmitBench::held);
    }
    inACityOfItsOwn(SubmitBench::everythingOn);
    System.exit(0);
  }

  private static void inACityOfItsOwn(Part part) throws Exception {
    try (BenchCity city = BenchCity.start()) {
      SubmitBench bench = new SubmitBench(city);
      part.measure(bench);
      bench.readBack();
    }
  }

  private SubmitBench(BenchCity city) throws Exception {
    this.city = city;
    this.engine = city.tables();
    this.guest = SampleOpinion.confirmed(city.portal(), city.mail());
  }

  private void held() throws Exception {
    city.hold();
    submit("warm-up-" + UUID.randomUUID());
    BareEngine bare = BareEngine.afterSubmit(engine, acknowledged.values().iterator().next());
    System.out.printf("one submit writes %d items in one transaction%n", bare.items());
    load(50, Duration.ofSeconds(10), this::submit);
    load(50, Duration.ofSeconds(5), key -> bare.write());
    for (int atOnce : new int[] {1, 50, 200}) {
      List<Figures> ours = new ArrayList<>();
      List<Figures> floor = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        floor.add(load(atOnce, length, key -> bare.write()));
        ours.add(load(atOnce, length, this::submit));
      }
      Figures o = median(ours);
      Figures f = median(floor);
      System.out.printf(
          "A  %3d at once: city hall %6.1f/s p95 %7.1f ms | bare engine %6.1f/s p95 %7.1f ms | throughput %.0f %%, p95 %.2f x%n",
          atOnce,
          o.perSecond(),
          o.p95(),
          f.perSecond(),
          f.p95(),
          100 * o.perSecond() / f.perSecond(),
          o.p95() / f.p95());
    }
  }

  private void everythingOn() throws Exception {
    long first = city.mails();
    load(50, Duration.ofSeconds(10), this::submit);
    drain(first);
    Figures on = load(200, length, this::submit);
    long last = System.nanoTime();
    long mailed = city.mails() - first;
    int submitted = acknowledged.size();
    drain(first);
    double seconds = (System.nanoTime() - last) / 1e9;
    System.out.printf(
        "B  everything on, 200 at once: %.1f submits/s p95 %.1f ms%n", on.perSecond(), on.p95());
    System.out.printf(
        "B  last mail %.1f s after the last submit, when %d of %d were still to be mailed%n",
        seconds, submitted - mailed, submitted);
  }

  private Figures load(int atOnce, Duration time, Work work) throws Exception {
    Queue<Double> millis = new ConcurrentLinkedQueue<>();
    long end = System.nanoTime() + time.toNanos();
    List<Future<?>> people = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < atOnce; i++) {
        people.add(
            pool.submit(
                () -> {
                  while (System.nanoTime() < end) {
                    long begin = System.nanoTime();
                    work.run("bench-" + UUID.randomUUID());
                    millis.add((System.nanoTime() - begin) / 1e6);
                  }
                  return null;
                }));
      }
      for (Future<?> one : people) {
        one.get();
      }
    }
    double[] sorted = millis.stream().mapToDouble(d -> d).sorted().toArray();
    return new Figures(
        sorted.length / (time.toNanos() / 1e9), sorted[(int) (sorted.length * 0.95)]);
  }

  private void submit(String key) throws Exception {
    HttpRequest request = guest.request(key);
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    while (answer.statusCode() == 504) {
      // A busy machine took longer than a function may; its answer asks to press once more.
      answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    }
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    acknowledged.put(key, JSON.readTree(answer.body()).get("applicationId").stringValue());
    if (key.hashCode() % 50 == 0) {
      // An impatient person: the same click again.
      HttpResponse<String> again = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (!again.body().equals(answer.body())) {
        throw new IllegalStateException("a repeated click was answered differently");
      }
    }
  }

  /** Returns when every acknowledged submit has its mail. */
  private void drain(long first) throws Exception {
    while (city.mails() - first < acknowledged.size()) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private void readBack() {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (Map<String, AttributeValue> row : BareEngine.all(engine, Table.APPLICATIONS)) {
      String text = JSON.readTree(row.get("answers").s()).path("text").asString("");
      if (row.get("applicationId").s().equals(acknowledged.get(text))) {
        seen.merge(text, 1, Integer::sum);
        ids.add(row.get("applicationId").s());
      } else if (acknowledged.containsKey(text) && row.get("receiptNumber").s().length() == 12) {
        seen.merge(text, 1, Integer::sum);
      }
    }
    long twice = seen.values().stream().filter(n -> n > 1).count();
    System.out.printf(
        "read back: %d acknowledged, %d lost, %d duplicated%n",
        acknowledged.size(), acknowledged.size() - ids.size(), twice);
  }

  private static Figures median(List<Figures> figures) {
    double[] perSecond = figures.stream().mapToDouble(Figures::perSecond).sorted().toArray();
    double[] p95 = figures.stream().mapToDouble(Figures::p95).sorted().toArray();
    return new Figures(perSecond[perSecond.length / 2], p95[p95.length / 2]);
  }
}
