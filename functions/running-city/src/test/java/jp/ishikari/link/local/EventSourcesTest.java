package jp.ishikari.link.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import jp.ishikari.link.aws.EventRow;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.edge.CloudEvents;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Checkout;
import jp.ishikari.link.testkit.Inbox;
import jp.ishikari.link.testkit.SampleEvents;
import jp.ishikari.link.testkit.SampleOpinion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;

/** What reaches a capability by stream and queue on one machine, when things go wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventSourcesTest {
  @TempDir static Path data;

  private final HttpClient http = HttpClient.newHttpClient();
  private RunningCity city;
  private SampleOpinion guest;

  @BeforeAll
  void startKilledInTheMiddleOfTheSampleAndAgain() throws IOException, InterruptedException {
    long seed = System.nanoTime();
    System.out.println("sources.seed " + seed);
    // Nobody signs in here.
    city = new RunningCity(data, "--providers-on-first-visit");
    city.startUntil("市のデータを確かめています");
    TimeUnit.MILLISECONDS.sleep(new SplittableRandom(seed).nextInt(300, 2_500));
    city.kill();
    city.start();
    guest = SampleOpinion.confirmed(city.portal("/"), city.engine("mail"));
  }

  @AfterAll
  void stop() {
    city.close();
  }

  @Test
  void theSampleIsThereOnceAlthoughItsFillingWasKilled() throws IOException {
    int cases =
        Json.MAPPER
            .readTree(
                Files.readString(
                    Checkout.path("functions/local/src/main/resources/sample-city/cases.json")))
            .size();
    long filled =
        rows(Table.APPLICATIONS).stream()
            .filter(row -> !row.get("answers").s().contains("sources-"))
            .count();
    assertEquals(cases, filled);
    eventually(() -> onTheDesk().containsAll(filledIds()));
  }

  @Test
  void aClerksListThatWasDroppedComesBackByOneJobOfAnOperator() throws Exception {
    String id = submit();
    eventually(() -> onTheDesk().contains(id));
    Set<Map<String, AttributeValue>> before = Set.copyOf(rows(Table.DESK));
    try (DynamoDbClient tables = city.client(DynamoDbClient.builder(), "dynamodb");
        SqsClient queues = city.client(SqsClient.builder(), "sqs")) {
      for (Map<String, AttributeValue> row : before) {
        tables.deleteItem(
            r ->
                r.tableName(Names.physical(Table.DESK))
                    .key(
                        Map.of(
                            "divisionId", row.get("divisionId"),
                            "applicationId", row.get("applicationId"))));
      }
      String url =
          queues.getQueueUrl(r -> r.queueName(Names.physical(Queue.DESK_REBUILD))).queueUrl();
      queues.sendMessage(r -> r.queueUrl(url).messageBody("{}"));
      eventually(() -> Set.copyOf(rows(Table.DESK)).containsAll(before));
    }
  }

  @Test
  void anEventThatCarriesNothingReachesWhoeverWaitsForItLikeAnyOther() throws Exception {
    String id = submit();
    eventually(() -> onTheDesk().contains(id));
    CityEvent event =
        new CityEvent(
            Subject.CONVERSATION.of(id),
            1,
            EventType.CONVERSATION_WRITTEN_BY_APPLICANT,
            Instant.now(),
            id,
            Map.of());
    try (DynamoDbClient tables = city.client(DynamoDbClient.builder(), "dynamodb")) {
      tables.putItem(
          r ->
              r.tableName(Names.physical(Table.CONVERSATIONS))
                  .item(
                      Map.of(
                          "applicationId", AttributeValue.fromS(id),
                          "entry", AttributeValue.fromS("conversation"),
                          "version", AttributeValue.fromN("1"),
                          "messages", AttributeValue.fromN("1"),
                          "lastOfApplicant", AttributeValue.fromN("1"))));
      tables.putItem(
          r -> r.tableName(Names.physical(Table.EVENTS)).item(EventRow.write(event).toMap()));
    }
    eventually(
        () ->
            rows(Table.DESK).stream()
                .filter(row -> row.get("applicationId").s().equals(id))
                .anyMatch(row -> row.get("unread").bool()));
  }

  /** Cases that the clerks' list has. */
  private Set<String> onTheDesk() {
    return rows(Table.DESK).stream()
        .map(row -> row.get("applicationId").s())
        .collect(Collectors.toSet());
  }

  private Set<String> filledIds() {
    return rows(Table.APPLICATIONS).stream()
        .map(row -> row.get("applicationId").s())
        .collect(Collectors.toSet());
  }

  @Test
  void whatWasNotDeliveredBeforeAKillIsDeliveredAfterIt() throws Exception {
    send(city.control("/hold"));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(submit());
    }
    city.kill();
    city.start();
    eventually(() -> ids.stream().allMatch(id -> mails(id) == 1));
  }

  @Test
  void aPoisonedMessageEndsInTheDeadLetterQueueAndTheRestHasItsEffectOnce() throws Exception {
    String id = submit();
    eventually(() -> mails(id) == 1);
    String poison = "{\"poison\":\"" + UUID.randomUUID() + "\"}";
    try (SqsClient queues = city.client(SqsClient.builder(), "sqs")) {
      String url = queues.getQueueUrl(r -> r.queueName(Names.physical(Queue.NOTICES))).queueUrl();
      String dead =
          queues.getQueueUrl(r -> r.queueName(Names.deadLetter(Queue.NOTICES))).queueUrl();
      // Not half a minute between tries, which is all that differs from every other run.
      queues.setQueueAttributes(
          r -> r.queueUrl(url).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1")));
      String later = submit();
      for (String body : List.of(event(later), poison, event(id), event(id), event(later))) {
        queues.sendMessage(r -> r.queueUrl(url).messageBody(body));
      }
      List<Message> buried = new ArrayList<>();
      eventually(
          () -> {
            buried.addAll(queues.receiveMessage(r -> r.queueUrl(dead)).messages());
            return !buried.isEmpty() && mails(later) == 1;
          });
      assertEquals(List.of(poison), buried.stream().map(Message::body).toList());
      eventually(() -> waiting(queues, url) == 0);
      assertEquals(1, mails(id));
      assertEquals(1, mails(later));
    }
  }

  @Test
  void fortyApplicationsWithTheAddressOfAStrangerSendThemNoMail() throws Exception {
    String stranger = "stranger-" + UUID.randomUUID() + "@example.jp";
    SampleOpinion other = SampleOpinion.unconfirmed(city.portal("/"), stranger);
    for (int i = 0; i < 40; i++) {
      submitted(other);
    }
    String later = submit();
    eventually(() -> mails(later) == 1);
    // Everything that was to be sent has been: nothing waits to be published or to be read.
    eventually(() -> rows(Table.EVENTS).stream().noneMatch(row -> row.containsKey("shard")));
    try (SqsClient queues = city.client(SqsClient.builder(), "sqs")) {
      String url = queues.getQueueUrl(r -> r.queueName(Names.physical(Queue.NOTICES))).queueUrl();
      eventually(() -> waiting(queues, url) == 0);
    }
    assertEquals(List.of(), new Inbox(city.engine("mail")).to(stranger));
  }

  @Test
  void askedToEndItEndsEveryChildAndTheStateIsThereAgain() throws Exception {
    String id = submit();
    city.end();
    city.start();
    assertTrue(
        rows(Table.APPLICATIONS).stream().anyMatch(row -> row.get("applicationId").s().equals(id)));
  }

  private static int waiting(SqsClient queues, String url) {
    return queues
        .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL))
        .attributes()
        .entrySet()
        .stream()
        .filter(count -> count.getKey().toString().startsWith("ApproximateNumberOfMessages"))
        .mapToInt(count -> Integer.parseInt(count.getValue()))
        .sum();
  }

  /** The event of a submit as the topic hands it on. */
  private static String event(String id) {
    CityEvent sample =
        CloudEvents.read(SampleEvents.json(Names.sampleEvent(EventType.APPLICATION_SUBMITTED)));
    return CloudEvents.write(
        new CityEvent(
            Subject.APPLICATION.of(id), 1, sample.type(), sample.at(), id, sample.data()));
  }

  private String submit() throws IOException, InterruptedException {
    return submitted(guest);
  }

  private String submitted(SampleOpinion by) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(by.request("sources-" + UUID.randomUUID()), HttpResponse.BodyHandlers.ofString());
    assertEquals(201, answer.statusCode(), answer.body());
    return Json.MAPPER.readTree(answer.body()).get("applicationId").stringValue();
  }

  private String send(java.net.URI address) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** Mails that were sent about the submit of an application. */
  private int mails(String applicationId) {
    try {
      int mails = 0;
      for (JsonNode mail : Json.MAPPER.readTree(send(city.engine("mail").resolve("/inbox.json")))) {
        for (JsonNode header : mail.path("headers")) {
          if (header.path("value").asString("").equals(applicationId + "#1#mail")) {
            mails++;
          }
        }
      }
      return mails;
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private List<Map<String, AttributeValue>> rows(Table table) {
    try (DynamoDbClient tables = city.client(DynamoDbClient.builder(), "dynamodb")) {
      List<Map<String, AttributeValue>> rows = new ArrayList<>();
      tables.scanPaginator(r -> r.tableName(Names.physical(table))).items().forEach(rows::add);
      return rows;
    }
  }

  private void eventually(BooleanSupplier happened) {
    Patience.until(happened, city::batches, "deliveries");
  }
}
