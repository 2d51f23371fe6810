package jp.ishikari.link.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.SampleOpinion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;

/**
 * Kills the city hall in the middle of 200 submits, starts it again and counts. {@code verify} runs
 * a few seeds with few kills, {@code -Pfaults} many with many and keeps what came out in
 * docs/bench/faults.md; {@code -Dfaults.seed} repeats a run.
 *
 * <p>DynamoDB Local answers a transaction before it has committed it: killed with -9 it loses up to
 * one that it had confirmed, as a whole (measured on the bare engine, docs/bench/durability.md).
 * DynamoDB does not. So the engine is killed in a run of its own, in which one acknowledged submit
 * per kill may be gone, whole, and pressing again brings it back; anything more fails. After a kill
 * of the city hall nothing may be gone.
 */
class FaultsTest {
  private static final int KILLS = Integer.getInteger("faults.kills", 3);
  private static final int AT_ONCE = 200;

  /** Answers of a slow machine that ask to press once more. */
  private static final Set<Integer> ONCE_MORE = Set.of(503, 504);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final Set<String> forgotten = ConcurrentHashMap.newKeySet();
  @TempDir private Path data;
  private SampleOpinion guest;

  private interface Kill {
    void of(RunningCity city) throws InterruptedException;
  }

  static LongStream seeds() {
    Long one = Long.getLong("faults.seed");
    return one != null
        ? LongStream.of(one)
        : new Random().longs(Integer.getInteger("faults.seeds", 2));
  }

  @Tag("seeded")
  @ParameterizedTest
  @MethodSource("seeds")
  void everythingAcknowledgedIsThereOnceWhenTheCityHallIsKilled(long seed) throws Exception {
    run("city hall", seed, RunningCity::kill, 0);
  }

  @Tag("seeded")
  @Tag("long")
  @ParameterizedTest
  @MethodSource("seeds")
  void atMostTheLastConfirmedSubmitIsGoneWhenTheEngineItselfIsKilled(long seed) throws Exception {
    run("database", seed, RunningCity::killDynamoDb, 1);
  }

  private void run(String killed, long seed, Kill kill, int mayBeGone) throws Exception {
    System.out.println("faults.seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    // Nobody signs in here, and each kill is a start.
    try (RunningCity city = new RunningCity(data, "--providers-on-first-visit");
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      city.start();
      guest = SampleOpinion.confirmed(city.portal("/"), city.engine("mail"));
      for (int number = 0; number < KILLS; number++) {
        List<String> round = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
          round.add("fault-" + number + "-" + i);
        }
        keys.addAll(round);
        List<Future<?>> sent = new ArrayList<>();
        for (String key : round) {
          sent.add(people.submit(() -> submit(city, key)));
        }
        // Anywhere in the work, not after it: that is what the seed chooses.
        TimeUnit.MILLISECONDS.sleep(random.nextInt(50, 2_500));
        int forgottenBefore = forgotten.size();
        kill.of(city);
        for (Future<?> one : sent) {
          one.get();
        }
        System.out.printf(
            "kill %d of the %s: %d acknowledged%n", number, killed, acknowledged.size());
        city.start();
        // Whoever got no answer presses again, with the same key; whoever got one, too.
        for (String key : round) {
          sent.add(people.submit(() -> again(city, key)));
        }
        for (Future<?> one : sent) {
          one.get();
        }
        int lost = forgotten.size() - forgottenBefore;
        assertTrue(lost <= mayBeGone, lost + " acknowledged submits are gone");
      }
      assertEquals(keys, acknowledged.keySet());
      count(city, killed, seed);
    }
  }

  private void submit(RunningCity city, String key) {
    try {
      HttpResponse<String> answer = send(city, key);
      if (answer.statusCode() == 201) {
        remember(key, answer);
      }
    } catch (IOException killed) {
      // No answer: the person does not know, and will press again.
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whom a slow machine could not serve in time presses once more, as its answer asks for. */
  private void again(RunningCity city, String key) {
    AtomicReference<HttpResponse<String>> answer = new AtomicReference<>();
    Patience.until(
        () -> {
          answer.set(pressed(city, key));
          return !ONCE_MORE.contains(answer.get().statusCode());
        },
        acknowledged::size,
        "an answer in time");
    assertEquals(
        201, answer.get().statusCode(), () -> answer.get().body() + "\n" + city.unforeseen());
    remember(key, answer.get());
  }

  private HttpResponse<String> pressed(RunningCity city, String key) {
    try {
      return send(city, key);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void remember(String key, HttpResponse<String> answer) {
    String id = Json.MAPPER.readTree(answer.body()).get("applicationId").stringValue();
    String before = acknowledged.put(key, id);
    if (before != null && !before.equals(id)) {
      forgotten.add(before);
    }
  }

  private HttpResponse<String> send(RunningCity city, String key)
      throws IOException, InterruptedException {
    return http.send(guest.request(key), HttpResponse.BodyHandlers.ofString());
  }

  private void count(RunningCity city, String killed, long seed) throws Exception {
    try (DynamoDbClient tables = city.client(DynamoDbClient.builder(), "dynamodb")) {
      Map<String, Integer> applicationsOf = new HashMap<>();
      Set<String> ids = new HashSet<>();
      Set<String> receipts = new HashSet<>();
      for (Map<String, AttributeValue> row : all(tables, Table.APPLICATIONS)) {
        JsonNode text = Json.MAPPER.readTree(row.get("answers").s()).path("text");
        if (text.isString() && keys.contains(text.stringValue())) {
          applicationsOf.merge(text.stringValue(), 1, Integer::sum);
          ids.add(row.get("applicationId").s());
          receipts.add(row.get("receiptNumber").s());
          assertEquals(acknowledged.get(text.stringValue()), row.get("applicationId").s());
        }
      }
      for (Table table : List.of(Table.APPLICATIONS, Table.EVENTS, Table.RECEIPTS, Table.PEOPLE)) {
        for (Map<String, AttributeValue> row : all(tables, table)) {
          assertTrue(!forgotten.contains(application(table, row)), "half a transaction");
        }
      }
      assertEquals(keys, applicationsOf.keySet(), "lost");
      assertTrue(applicationsOf.values().stream().allMatch(n -> n == 1), "twice");
      assertEquals(keys.size(), receipts.size(), "receipt numbers");
      drained(city, tables, ids);
      listed(city, tables, ids);
      long events =
          all(tables, Table.EVENTS).stream()
              .filter(row -> ids.contains(application(Table.EVENTS, row)))
              .count();
      assertEquals(keys.size(), events, "events");
      Map<String, Integer> mails = new HashMap<>();
      String inbox =
          http.send(
                  HttpRequest.newBuilder(city.engine("mail").resolve("/inbox.json")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      for (JsonNode mail : Json.MAPPER.readTree(inbox)) {
        for (JsonNode header : mail.path("headers")) {
          if (header.path("name").asString().equals("X-Notice-Id")) {
            mails.merge(header.path("value").asString(), 1, Integer::sum);
          }
        }
      }
      for (String id : ids) {
        assertTrue(mails.containsKey(id + "#1#mail"), "no mail for " + id);
      }
      long repeated = mails.values().stream().filter(n -> n > 1).count();
      FaultRecord.keep(
          killed, seed, KILLS, ids.size(), forgotten.size(), mails.size(), (int) repeated);
    }
    try (SqsClient queues = city.client(SqsClient.builder(), "sqs")) {
      for (Queue queue : List.of(Queue.NOTICES, Queue.DESK)) {
        String dead = queues.getQueueUrl(r -> r.queueName(Names.deadLetter(queue))).queueUrl();
        assertEquals(
            "0",
            queues
                .getQueueAttributes(
                    r ->
                        r.queueUrl(dead)
                            .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
            queue.name());
      }
    }
  }

  private static String application(Table table, Map<String, AttributeValue> row) {
    return table == Table.EVENTS
        ? Subject.APPLICATION.id(row.get("subject").s())
        : row.get("applicationId").s();
  }

  /** Waits until every event has become a notice that was sent, as long as anything moves. */
  private static void drained(RunningCity city, DynamoDbClient tables, Set<String> ids) {
    Patience.until(
        () ->
            all(tables, Table.DELIVERIES).stream()
                    .filter(row -> row.containsKey("sentAt"))
                    .filter(row -> ids.contains(row.get("delivery").s().split("#")[0]))
                    .count()
                == ids.size(),
        city::batches,
        "notices");
  }

  /** Waits until the clerks' list has every case, as long as anything moves. */
  private static void listed(RunningCity city, DynamoDbClient tables, Set<String> ids) {
    Patience.until(
        () ->
            all(tables, Table.DESK).stream()
                .map(row -> row.get("applicationId").s())
                .collect(Collectors.toSet())
                .containsAll(ids),
        city::batches,
        "the clerks' list");
  }

  private static List<Map<String, AttributeValue>> all(DynamoDbClient tables, Table table) {
    List<Map<String, AttributeValue>> rows = new ArrayList<>();
    tables.scanPaginator(r -> r.tableName(Names.physical(table))).items().forEach(rows::add);
    return rows;
  }
}
