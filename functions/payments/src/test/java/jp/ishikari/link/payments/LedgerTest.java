package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** 収納: every yen that came or went stands in the ledger once. */
@ExtendWith(Engines.class)
class LedgerTest {
  private final TestCloud cloud;
  private final Till till;
  private final Accountant accountant;

  LedgerTest(TestCloud cloud) {
    this.cloud = cloud;
    this.till = Till.withApplication(cloud);
    this.accountant = new Accountant(till, "s-accountant");
  }

  private void paid() {
    till.press(till.page("credit_card"), "PAY");
    till.notices().forEach(till::hear);
  }

  private void refunded(int amount) {
    String receipt = till.order().receipts().getFirst().receiptId();
    done(
        till.byClerk(
            "s-one",
            Route.ASK_REFUND,
            body -> body.put("receiptId", receipt).put("amount", amount).put("reason", "取りやめ")));
    done(
        till.byClerk(
            "s-other",
            Route.DECIDE_REFUND,
            body ->
                body.put("refundId", till.order().refunds().getLast().refundId())
                    .put("decision", "APPROVE")));
  }

  private static JsonNode done(GatewayAnswer answer) {
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private long eventsOf(EventType type, String staffId) {
    return cloud
        .dynamoDb()
        .scanPaginator(r -> r.tableName(cloud.environment().nameOf(Table.EVENTS)))
        .items()
        .stream()
        .filter(row -> row.get("type").s().equals(type.name()))
        .filter(row -> row.get("data").m().get("STAFF_ID").s().equals(staffId))
        .count();
  }

  @Nested
  class ALine {
    @Test
    void standsOnceHoweverOftenTheGatewayTellsOfTheMoney() {
      paid();
      till.notices().forEach(till::hear);
      till.poll();
      List<JsonNode> lines = accountant.lines();
      assertEquals(1, lines.size());
      JsonNode line = lines.getFirst();
      assertEquals(600, line.get("amount").intValue());
      assertEquals("RECEIPT", line.get("kind").stringValue());
      assertEquals("クレジットカード", line.get("way").stringValue());
      assertEquals("komoju", line.get("gateway").stringValue());
      assertEquals("総務手数料", line.get("revenue").stringValue());
      assertEquals(2026, line.get("fiscalYear").intValue());
      assertEquals(till.application.receiptNumber(), line.get("receiptNumber").stringValue());
    }

    @Test
    void ofARefundIsLessThanNothingAndComesWhenTheGatewayHasGivenItBack() {
      paid();
      refunded(200);
      assertEquals(1, accountant.lines().size());
      till.poll();
      till.poll();
      List<JsonNode> lines = accountant.lines();
      assertEquals(2, lines.size());
      assertEquals(-200, lines.getFirst().get("amount").intValue());
      assertEquals("REFUND", lines.getFirst().get("kind").stringValue());
    }

    @Test
    void ofWhatWasTransferredSaysTheDayOfTheTransferAndNoGateway() {
      till.press(till.page("konbini"), "ISSUE_SLIP");
      till.press(till.order().checkouts().getFirst().url(), "PAY_SLIP");
      till.notices().forEach(till::hear);
      refunded(600);
      till.poll();
      String yesterday = Reception.today(till.instant()).minusDays(1).toString();
      done(
          till.byClerk(
              "s-one",
              Route.DECIDE_REFUND,
              body ->
                  body.put("refundId", 1)
                      .put("decision", "GIVEN_BY_HAND")
                      .put("hand", "TRANSFER")
                      .put("day", yesterday)));
      JsonNode line = accountant.lines().getFirst();
      assertEquals("口座振込", line.get("way").stringValue());
      assertFalse(line.hasNonNull("gateway"));
      assertTrue(line.get("late").booleanValue());
    }

    @Test
    void namesNobodyWhoPaid() {
      paid();
      String shown = accountant.lines().toString();
      assertFalse(shown.contains(till.application.matter().answered().applicantName()), shown);
    }
  }

  @Nested
  class Totals {
    @Test
    void areTheSameSumByDayProcedureRevenueWayAndGateway() {
      paid();
      refunded(200);
      till.poll();
      JsonNode shown = accountant.today();
      long sum =
          StreamSupport.stream(shown.get("lines").spliterator(), false)
              .mapToLong(line -> line.get("amount").longValue())
              .sum();
      for (String by : List.of("DAY", "PROCEDURE", "REVENUE", "WAY", "GATEWAY")) {
        long total =
            StreamSupport.stream(shown.get("totals").spliterator(), false)
                .filter(one -> one.get("by").stringValue().equals(by))
                .mapToLong(one -> one.get("came").longValue() - one.get("went").longValue())
                .sum();
        assertEquals(sum, total, by);
      }
      assertTrue(shown.toString().contains("総務手数料（2026年度）"), shown.toString());
    }
  }

  @Nested
  class IsOnRecord {
    @Test
    void everyLook() {
      String today = LocalDate.now(Reception.JST).toString();
      String staffId = "s-looks";
      done(new Accountant(till, staffId).reads(today, today));
      done(new Accountant(till, staffId).reads(today, today));
      assertEquals(2, eventsOf(EventType.LEDGER_READ, staffId));
    }

    @Test
    void everyFileThatIsTakenOut() {
      paid();
      String today = Reception.today(till.instant()).toString();
      JsonNode taken =
          done(
              new Accountant(till, "s-takes")
                  .sends(Route.EXPORT_LEDGER, body -> body.put("first", today).put("last", today)));
      String text =
          new String(
              Base64.getDecoder().decode(taken.get("content").stringValue()),
              StandardCharsets.UTF_8);
      assertTrue(text.contains(till.application.receiptNumber()), text);
      assertEquals(1, eventsOf(EventType.LEDGER_EXPORTED, "s-takes"));
    }
  }

  @Nested
  class Refused {
    @ParameterizedTest
    @EnumSource(names = "ACCOUNTANT", mode = EnumSource.Mode.EXCLUDE)
    void isEveryOtherRole(Role role) {
      Caller other =
          new Caller.Staff(
              "s-r", "他", Set.of(role), Set.of(till.application.divisionId()), true, "session");
      assertEquals(403, Accountant.reads(till, other, "2026-11-01", "2026-11-01").status());
    }

    @Test
    void isACaseToAnAccountant() {
      assertEquals(
          403, till.byStaff(accountant.caller(), Route.READ_CASE_PAYMENT, body -> {}).status());
    }

    @ParameterizedTest
    @CsvSource({
      "2026-11-01,2026-12-02,last",
      "2026-11-02,2026-11-01,last",
      "2026-13-01,2026-11-01,first",
      "x,2026-11-01,first"
    })
    void areMoreThanAMonthAndWhatAreNoDays(String first, String last, String field) {
      GatewayAnswer answer = accountant.reads(first, last);
      assertEquals(400, answer.status());
      assertTrue(answer.body().contains("\"" + field + "\""), answer.body());
    }

    @Test
    void isATransferWithoutItsDayOrOfTomorrow() {
      done(
          till.byClerk(
              "s-one", Route.RECEIVE_PAYMENT, body -> body.put("amount", 600).put("slip", "A-1")));
      refunded(600);
      for (String day : List.of("", Reception.today(till.instant()).plusDays(1).toString())) {
        GatewayAnswer answer =
            till.byClerk(
                "s-one",
                Route.DECIDE_REFUND,
                body -> {
                  body.put("refundId", 1).put("decision", "GIVEN_BY_HAND").put("hand", "TRANSFER");
                  if (!day.isEmpty()) {
                    body.put("day", day);
                  }
                });
        assertEquals(400, answer.status(), answer.body());
      }
    }
  }
}
