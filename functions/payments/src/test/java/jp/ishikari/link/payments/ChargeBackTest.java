package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.payment.OrderState;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.payments.gateway.Contracted;
import jp.ishikari.link.payments.store.DynamoFindings;
import jp.ishikari.link.payments.store.Findings;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What becomes of a payment that a card's company takes back (チャージバック), at every gateway. */
@ParameterizedClass
@EnumSource(Contracted.class)
@ExtendWith(Engines.class)
class ChargeBackTest {
  @Parameter Contracted contracted;

  private TestCloud cloud;
  private Till till;
  private String page;

  @BeforeEach
  void somethingWasPaid(TestCloud engines) {
    cloud = contracted.set(engines);
    till = Till.at(cloud);
    page = till.page("credit_card");
    till.press(page, "PAY");
    till.notices().forEach(till::hearAny);
    assertEquals(OrderState.PAID, till.order().state());
  }

  @AfterEach
  void theGatewayIsAsUsual() {
    till.mode("NORMAL");
  }

  private void takenBack() {
    till.press(page, "CHARGE_BACK");
    till.notices().forEach(till::hearAny);
    assertEquals(OrderState.TAKEN_BACK, till.order().state());
  }

  private int findings() {
    return new DynamoFindings(cloud)
        .since(
            EnumSet.of(Findings.Kind.TAKEN_BACK),
            Instant.now().minusSeconds(60),
            Instant.now().plusSeconds(60));
  }

  private JsonNode byClerk() {
    GatewayAnswer answer = till.byClerk("s-one", Route.READ_CASE_PAYMENT, body -> {});
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body()).get("payment");
  }

  @Test
  void itIsNoIncomeAndTheClerkSeesItAndSomebodyIsCalled() {
    int before = findings();
    takenBack();
    till.notices().forEach(till::hearAny);
    assertEquals(before + 1, findings());
    JsonNode shown = byClerk();
    assertEquals("TAKEN_BACK", shown.get("state").stringValue());
    assertEquals(0, shown.get("kept").intValue());
    assertEquals("TAKEN_BACK", shown.at("/refunds/0/state").stringValue());
    assertEquals(0, shown.at("/receipts/0/left").intValue());
    assertFalse(shown.get("steps").toString().contains("ASK_REFUND"), shown.toString());
  }

  @Test
  void theLedgerHasWhatWentAndWhatCameAgain() {
    Accountant accountant = new Accountant(till, "s-accountant");
    takenBack();
    assertEquals(0, sum(accountant));
    assertEquals("TAKEN_BACK", accountant.lines().getFirst().get("kind").stringValue());
    till.press(page, "WIN_CHARGE_BACK");
    till.notices().forEach(till::hearAny);
    assertEquals(600, sum(accountant));
    assertEquals(3, accountant.lines().size());
  }

  private static long sum(Accountant accountant) {
    return accountant.lines().stream().mapToLong(line -> line.get("amount").longValue()).sum();
  }

  @Test
  void itIsFoundWithinAWeekWhenNobodyTellsOfIt() {
    till.mode("NO_NOTICES");
    till.press(page, "CHARGE_BACK");
    till.later(Duration.ofDays(8));
    till.poll();
    assertEquals(OrderState.TAKEN_BACK, till.order().state());
  }

  @Test
  void nothingIsGivenBackBesidesWhenTheCaseIsWithdrawn() {
    takenBack();
    till.happened(Step.WITHDRAW);
    assertEquals(OrderState.TAKEN_BACK, till.order().state());
    assertEquals(1, till.order().refunds().size());
    assertTrue(till.order().toBeRefunded().isEmpty());
  }

  @Test
  void aRefundThatWasAskedForIsNotCarriedOutAnyMore() {
    String receipt = till.order().receipts().getFirst().receiptId();
    till.byClerk(
        "s-one",
        Route.ASK_REFUND,
        body -> body.put("receiptId", receipt).put("amount", 600).put("reason", "取りやめのため"));
    takenBack();
    GatewayAnswer late =
        till.byClerk(
            "s-other",
            Route.DECIDE_REFUND,
            body -> body.put("refundId", 1).put("decision", "APPROVE"));
    assertEquals(422, late.status(), late.body());
    assertEquals(0, till.order().givenBack());
  }

  @Test
  void itIsAskedForAgainByAClerkAndPaidAnew() {
    takenBack();
    GatewayAnswer answer =
        till.byClerk(
            "s-one",
            Route.PRICE_PAYMENT,
            body -> body.put("amount", 600).put("reason", "チャージバックのため"));
    assertEquals(200, answer.status(), answer.body());
    assertEquals(OrderState.AWAITING, till.order().state());
    assertTrue(till.waits());
    till.press(till.page("paypay"), "PAY");
    till.notices().forEach(till::hearAny);
    assertEquals(OrderState.PAID, till.order().state());
    assertEquals(600, till.order().kept());
  }

  @Test
  void itIsPaidAgainWhenTheChargeBackIsWithdrawn() {
    takenBack();
    till.press(page, "WIN_CHARGE_BACK");
    till.notices().forEach(till::hearAny);
    assertEquals(OrderState.PAID, till.order().state());
    assertEquals(600, till.order().kept());
  }
}
