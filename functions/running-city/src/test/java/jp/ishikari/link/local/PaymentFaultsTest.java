package jp.ishikari.link.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import jp.ishikari.link.aws.OrderRow;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderMoves;
import jp.ishikari.link.domain.payment.OrderState;
import jp.ishikari.link.domain.payment.Orders;
import jp.ishikari.link.domain.payment.PaymentTerms;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Checkout;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/**
 * Kills the city hall and the simulated gateway with it while {@value #PAYERS} people pay at once,
 * starts both again, lets everybody press again and compares the payments with the gateway's own
 * ledger, to the yen. By the profile {@code faults} alone; {@code -Dfaults.seed} repeats a run.
 */
class PaymentFaultsTest {
  private static final int PAYERS = 200;
  private static final int FEE = 600;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Codes for which a page was answered. */
  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  @TempDir private Path data;

  static LongStream seeds() {
    Long one = Long.getLong("faults.seed");
    return one != null
        ? LongStream.of(one)
        : new Random().longs(Integer.getInteger("faults.seeds", 2));
  }

  @Tag("seeded")
  @Tag("long")
  @ParameterizedTest
  @MethodSource("seeds")
  void everyYenOfTheGatewaysIsOnRecordOnceWhenBothAreKilled(long seed) throws Exception {
    System.out.println("faults.seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    try (RunningCity city = new RunningCity(data);
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      city.start();
      Map<String, String> codes = new HashMap<>();
      try (DynamoDbClient tables = city.client(DynamoDbClient.builder(), "dynamodb")) {
        for (int i = 0; i < PAYERS; i++) {
          owing(tables, codes);
        }
      }
      List<Future<?>> paying = new ArrayList<>();
      codes.values().forEach(code -> paying.add(people.submit(() -> pay(city, code))));
      int moment = random.nextInt(1, PAYERS);
      Patience.until(() -> begun.size() >= moment, begun::size, "the moment of the kill");
      int before = begun.size();
      city.kill();
      for (Future<?> one : paying) {
        one.get();
      }
      city.start();
      for (String code : codes.values()) {
        Patience.until(() -> pay(city, code), begun::size, "everybody has paid");
      }
      settled(city, codes.keySet(), before, seed);
    }
  }

  /** Something that a guest has to pay. */
  private static void owing(DynamoDbClient tables, Map<String, String> codes) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    String code = SpokenCode.draw(new SecureRandom());
    Map<String, AttributeValue> application =
        new HashMap<>(all(tables, Table.APPLICATIONS).getFirst());
    String id = UUID.randomUUID().toString();
    application.put("applicationId", AttributeValue.fromS(id));
    application.remove("accountId");
    PaymentTerms terms = new PaymentTerms(PaymentTerms.When.WITH_APPLICATION, "手数料", 7);
    Order order =
        OrderMoves.opened(
            id,
            application.get("divisionId").s(),
            terms,
            2026,
            FEE,
            LocalDate.now(Reception.JST).plusDays(7),
            now);
    put(tables, Table.APPLICATIONS, application);
    put(tables, Table.PAYMENTS, OrderRow.write(order).toMap());
    put(
        tables,
        Table.PAYMENT_LINKS,
        Map.of(
            "linkId",
            AttributeValue.fromS(Orders.linkId(code).orElseThrow()),
            "applicationId",
            AttributeValue.fromS(id),
            Table.EXPIRY_ATTRIBUTE,
            AttributeValue.fromN(Long.toString(now.plus(1, ChronoUnit.DAYS).getEpochSecond()))));
    codes.put(id, code);
  }

  /** Begins to pay, or goes on, and pays; whether there is nothing left to pay. */
  private boolean pay(RunningCity city, String code) {
    try {
      HttpResponse<String> answer = send(city, code);
      if (answer.statusCode() == 422) {
        return answer.body().contains("納付されています");
      }
      if (answer.statusCode() != 200) {
        return false;
      }
      String page = Json.MAPPER.readTree(answer.body()).get("url").stringValue();
      begun.add(code);
      http.send(
          HttpRequest.newBuilder(URI.create(page + "/PAY"))
              .POST(HttpRequest.BodyPublishers.noBody())
              .build(),
          HttpResponse.BodyHandlers.ofString());
      return false;
    } catch (IOException killed) {
      return false;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpResponse<String> send(RunningCity city, String code)
      throws IOException, InterruptedException {
    URI portal = city.portal("/");
    return http.send(
        HttpRequest.newBuilder(portal.resolve("/api/payment-links/checkout"))
            .timeout(Duration.ofSeconds(40))
            .header("Content-Type", "application/json")
            .header("Origin", portal.getScheme() + "://" + portal.getAuthority())
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    Json.MAPPER.writeValueAsString(Map.of("code", code, "method", "credit_card"))))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void settled(RunningCity city, Set<String> applications, int before, long seed)
      throws Exception {
    try (DynamoDbClient tables = city.client(DynamoDbClient.builder(), "dynamodb")) {
      List<Order> orders =
          all(tables, Table.PAYMENTS).stream()
              .map(row -> Json.MAPPER.readValue(row.get("content").s(), Order.class))
              .filter(order -> applications.contains(order.applicationId()))
              .toList();
      Map<String, Long> taken = new HashMap<>();
      JsonNode ledger =
          Json.MAPPER.readTree(
              http.send(
                      HttpRequest.newBuilder(city.engine("gateway").resolve("/ledger.json"))
                          .build(),
                      HttpResponse.BodyHandlers.ofString())
                  .body());
      ledger
          .get("sessions")
          .forEach(
              line ->
                  taken.put(line.get("reference").stringValue(), line.get("taken").longValue()));
      long received = 0;
      for (Order order : orders) {
        assertEquals(OrderState.PAID, order.state(), order.applicationId());
        assertEquals(FEE, order.kept(), "what is too much is proposed to be given back");
        assertEquals(
            order.checkouts().stream()
                .mapToLong(one -> taken.getOrDefault(one.reference(), 0L))
                .sum(),
            order.received(),
            "yen that came");
        received += order.received();
      }
      assertEquals(PAYERS, orders.size());
      // A page that nobody on record has was given to nobody, and so not paid.
      assertEquals(taken.values().stream().mapToLong(Long::longValue).sum(), received);
      String row =
          "| %s | %d | %d | %d | %d | 0 |\n"
              .formatted(LocalDate.now(), seed, PAYERS, before, received);
      System.out.print(
          "day | seed | payers | had a page when it was killed | yen on record | wrong\n" + row);
      if (Boolean.getBoolean("faults.keep")) {
        Files.writeString(
            Checkout.path("docs/bench/payments-killed.md"), row, StandardOpenOption.APPEND);
      }
    }
  }

  private static void put(DynamoDbClient tables, Table table, Map<String, AttributeValue> row) {
    tables.putItem(r -> r.tableName(Names.physical(table)).item(row));
  }

  private static List<Map<String, AttributeValue>> all(DynamoDbClient tables, Table table) {
    return tables.scanPaginator(r -> r.tableName(Names.physical(table))).items().stream()
        .collect(Collectors.toList());
  }
}
