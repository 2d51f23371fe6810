package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.payments.store.CashDay;
import jp.ishikari.link.payments.store.DynamoCashDays;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** 日締め: the cash of a division is counted, and then nothing is added to its day unseen. */
@ExtendWith(Engines.class)
class ClosingTest {
  private static final String ONE = "s-one";
  private static final String OTHER = "s-other";

  private final TestCloud cloud;
  private final Till till;
  private final Accountant accountant;

  ClosingTest(TestCloud cloud) {
    this.cloud = cloud;
    this.till = Till.withApplication(cloud);
    this.accountant = new Accountant(till, "s-accountant");
  }

  private static JsonNode done(GatewayAnswer answer) {
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private static JsonNode received(Till till, String slip) {
    return done(
        till.byClerk(
            "s-clerk", Route.RECEIVE_PAYMENT, body -> body.put("amount", 600).put("slip", slip)));
  }

  private CashDay today(Till till) {
    return new DynamoCashDays(cloud)
        .find(Reception.today(till.instant()), till.application.divisionId());
  }

  private GatewayAnswer closing(Route route, String staffId, Changes changes) {
    CashDay cash = today(till);
    return new Accountant(till, staffId)
        .sends(
            route,
            body -> {
              body.put("day", cash.day().toString())
                  .put("divisionId", cash.divisionId())
                  .put("version", cash.version());
              changes.make(body);
            });
  }

  /** What else a body says. */
  private interface Changes {
    void make(tools.jackson.databind.node.ObjectNode body);
  }

  private GatewayAnswer closed(int counted) {
    return closing(Route.CLOSE_CASH_DAY, ONE, body -> body.put("counted", counted));
  }

  private JsonNode ofTheCase(Till one) {
    return done(one.byClerk("s-clerk", Route.READ_CASE_PAYMENT, body -> {}));
  }

  @Nested
  class TheCash {
    @Test
    void isTheSumOfWhatCameAndWentOverTheCounterAndOfNothingElse() {
      received(till, "A-1");
      Till online = Till.of(cloud, till.procedure);
      online.press(online.page("credit_card"), "PAY");
      online.notices().forEach(online::hear);
      assertEquals(600, today(till).recorded());
      assertEquals(1, today(till).lines());
    }

    @Test
    void isCountedExactlyWhenManyTakeItAtOnce() throws Exception {
      List<Till> tills = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        tills.add(Till.of(cloud, till.procedure));
      }
      try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Callable<JsonNode>> calls = new ArrayList<>();
        for (Till one : tills) {
          calls.add(() -> received(one, "A-" + one.application.applicationId().substring(0, 8)));
        }
        for (Future<JsonNode> one : all.invokeAll(calls)) {
          assertEquals("PAID", one.get().get("state").stringValue());
        }
      }
      assertEquals(7200, today(till).recorded());
      assertEquals(12, today(till).lines());
    }
  }

  @Nested
  class Closed {
    @Test
    void isADayWhoseCountIsWhatIsOnRecord() {
      received(till, "A-1");
      JsonNode shown = done(closed(600));
      assertEquals("CLOSED", shown.get("state").stringValue());
      assertEquals("会計　花子", shown.at("/history/0/staffName").stringValue());
    }

    @Test
    void withADifferenceTakesAReason() {
      received(till, "A-1");
      GatewayAnswer without = closed(500);
      assertEquals(400, without.status());
      assertTrue(without.body().contains("600円"), without.body());
      JsonNode shown =
          done(
              closing(
                  Route.CLOSE_CASH_DAY,
                  ONE,
                  body -> body.put("counted", 500).put("reason", "つり銭の渡しまちがい")));
      assertEquals(500, shown.get("counted").intValue());
      assertEquals(600, shown.at("/history/0/recorded").intValue());
    }

    @Test
    void takesNoMoreAndWhatComesLaterIsOfTheNextOpenDayAndSaysSo() {
      received(till, "A-1");
      done(closed(600));
      Till late = Till.of(cloud, till.procedure);
      JsonNode shown = received(late, "A-2");
      LocalDate day = late.order().receipts().getFirst().bookedOn();
      assertTrue(day.isAfter(Reception.today(till.instant())), day.toString());
      assertTrue(shown.get("history").toString().contains("締めたあとのため"), shown.toString());
      assertTrue(ofTheCase(late).toString().contains("締めたあとのため"));
      assertEquals(600, today(till).recorded());
      assertEquals(
          600, new DynamoCashDays(cloud).find(day, till.application.divisionId()).recorded());
    }

    @Test
    void isShownAmongTheDaysAndOneThatSomebodyForgotIsNamed() {
      received(till, "A-1");
      assertTrue(mine("cash").get("recorded").intValue() == 600);
      till.later(java.time.Duration.ofDays(1));
      assertEquals("OPEN", mine("unclosed").get("state").stringValue());
    }

    private JsonNode mine(String list) {
      return StreamSupport.stream(accountant.today().get(list).spliterator(), false)
          .filter(one -> one.get("divisionId").stringValue().equals(till.application.divisionId()))
          .findFirst()
          .orElseThrow();
    }
  }

  @Nested
  class OpenedAgain {
    @Test
    void byTwoWithAReason() {
      received(till, "A-1");
      done(closed(600));
      done(closing(Route.ASK_REOPENING, ONE, body -> body.put("reason", "記録のまちがい")));
      GatewayAnswer alone =
          closing(Route.DECIDE_REOPENING, ONE, body -> body.put("verdict", "REOPEN"));
      assertEquals(422, alone.status());
      assertTrue(alone.body().contains("別の職員"), alone.body());
      JsonNode shown =
          done(closing(Route.DECIDE_REOPENING, OTHER, body -> body.put("verdict", "REOPEN")));
      assertEquals("OPEN", shown.get("state").stringValue());
      assertEquals(3, shown.get("history").size());
      received(Till.of(cloud, till.procedure), "A-2");
      assertEquals(1200, today(till).recorded());
    }

    @Test
    void isNotWhatTheOtherWillNotHaveOpened() {
      received(till, "A-1");
      done(closed(600));
      done(closing(Route.ASK_REOPENING, ONE, body -> body.put("reason", "記録のまちがい")));
      assertEquals(
          400,
          closing(
                  Route.DECIDE_REOPENING,
                  OTHER,
                  body -> {
                    body.put("verdict", "KEEP_CLOSED").remove("note");
                  })
              .status());
      JsonNode shown =
          done(
              closing(
                  Route.DECIDE_REOPENING,
                  OTHER,
                  body -> body.put("verdict", "KEEP_CLOSED").put("note", "翌日に記録すること")));
      assertEquals("CLOSED", shown.get("state").stringValue());
    }

    @Test
    void isNotWhatWasNeverClosed() {
      received(till, "A-1");
      assertEquals(
          422, closing(Route.ASK_REOPENING, ONE, body -> body.put("reason", "理由")).status());
    }
  }

  @Nested
  class Refused {
    @Test
    void isTwiceAndByWhoSawAnEarlierRecord() {
      received(till, "A-1");
      assertEquals(
          409,
          closing(Route.CLOSE_CASH_DAY, ONE, body -> body.put("counted", 600).put("version", 99))
              .status());
      done(closed(600));
      assertEquals(422, closed(600).status());
    }

    @Test
    void isADayOnWhichNothingCame() {
      assertEquals(404, closed(0).status());
    }

    @Test
    void isADayThatIsNotThereYet() {
      received(till, "A-1");
      done(closed(600));
      Till late = Till.of(cloud, till.procedure);
      received(late, "A-2");
      LocalDate day = late.order().receipts().getFirst().bookedOn();
      GatewayAnswer answer =
          accountant.sends(
              Route.CLOSE_CASH_DAY,
              body ->
                  body.put("day", day.toString())
                      .put("divisionId", till.application.divisionId())
                      .put("version", 1)
                      .put("counted", 600));
      assertEquals(422, answer.status());
      assertFalse(answer.body().isEmpty());
    }
  }
}
