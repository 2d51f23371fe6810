package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.payment.Order;
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
import tools.jackson.databind.node.ObjectNode;

/** What a payment is promised whichever gateway tells of it, and however. */
@ParameterizedClass
@EnumSource(Contracted.class)
@ExtendWith(Engines.class)
class GatewayNoticeTest {
  @Parameter Contracted contracted;

  private TestCloud cloud;
  private Till till;

  @BeforeEach
  void somethingIsToBePaid(TestCloud engines) {
    cloud = contracted.set(engines);
    till = Till.at(cloud);
  }

  @AfterEach
  void theGatewayIsAsUsual() {
    till.mode("NORMAL");
  }

  private GatewayAnswer hear(JsonNode notice) {
    return till.hear(contracted.notice(notice));
  }

  private void paidOnce() {
    Order order = till.order();
    assertEquals(OrderState.PAID, order.state());
    assertEquals(1, order.receipts().size());
    assertEquals(600, order.received());
    assertTrue(order.refunds().isEmpty());
  }

  /** The same text with other words in it, under the same signature. */
  private static JsonNode changed(JsonNode notice, String from, String to) {
    ObjectNode changed = ((ObjectNode) notice).deepCopy();
    return changed.put("body", notice.get("body").stringValue().replace(from, to));
  }

  private int findings() {
    return new DynamoFindings(cloud)
        .since(EnumSet.allOf(Findings.Kind.class), Instant.now().minusSeconds(60), Instant.now());
  }

  @Test
  void thatComesTenTimesInAnyOrderIsPaidOnce() {
    till.mode("TEN_NOTICES");
    till.press(till.page("credit_card"), "PAY");
    List<JsonNode> notices = till.notices();
    assertEquals(10, notices.size());
    notices.reversed().forEach(this::hear);
    paidOnce();
  }

  @Test
  void thatComesBeforeAnybodyPaidMovesNothingAndTheLaterOneDoes() {
    String page = till.page("credit_card");
    till.press(page, "DECLINED");
    List<JsonNode> early = till.notices();
    early.forEach(this::hear);
    assertEquals(OrderState.PAYING, till.order().state());
    till.press(page, "PAY");
    till.notices().reversed().forEach(this::hear);
    early.forEach(this::hear);
    paidOnce();
  }

  @Test
  void thatSaysAnotherAmountMovesWhatTheGatewayHasWhenItIsAsked() {
    till.mode("OTHER_AMOUNT");
    till.press(till.page("credit_card"), "PAY");
    till.notices().forEach(this::hear);
    paidOnce();
  }

  @Test
  void thatSaysItWasPaidWhenItWasNotMovesNothing() {
    String page = till.page("credit_card");
    till.press(page, "DECLINED");
    for (JsonNode notice : till.notices()) {
      hear(changed(changed(notice, "UNPROCESSED", "CAPTURE"), "failed", "captured"));
    }
    assertEquals(OrderState.PAYING, till.order().state());
    assertTrue(till.order().receipts().isEmpty());
  }

  @Test
  void ofNoCheckoutOfOursMovesNothingAndRingsOnlyWhereItsSenderIsKnown() {
    till.press(till.page("credit_card"), "PAY");
    String reference = till.order().checkouts().getFirst().reference();
    int before = findings();
    till.notices().forEach(notice -> hear(changed(notice, reference, "NOBODYKNOWSTHIS")));
    assertEquals(OrderState.PAYING, till.order().state());
    // A signature does not fit another text, and of who does not sign nobody knows who it was.
    assertEquals(before, findings());
  }

  @Test
  void thatComesThreeMonthsLateChangesNothing() {
    till.press(till.page("credit_card"), "PAY");
    List<JsonNode> notices = till.notices();
    notices.forEach(this::hear);
    till.later(Duration.ofDays(92));
    notices.forEach(this::hear);
    paidOnce();
  }

  @Test
  void thatCanNotBeLookedIntoIsToldAgainUnlessThePollWillLook() {
    String page = till.page("credit_card");
    till.press(page, "PAY");
    List<JsonNode> notices = till.notices();
    till.mode("DOWN");
    String heard = hear(notices.getFirst()).body();
    till.mode("NORMAL");
    notices.forEach(this::hear);
    paidOnce();
    till.mode("DOWN");
    GatewayAnswer again = hear(notices.getFirst());
    boolean toldAgain = again.status() == 503 || !again.body().equals(heard);
    assertTrue(toldAgain, again.status() + " " + again.body());
  }

  @Test
  void isNotNeededAtAll() {
    till.mode("NO_NOTICES");
    till.press(till.page("credit_card"), "PAY");
    till.later(Duration.ofMinutes(2));
    till.poll();
    paidOnce();
  }

  @Test
  void ofASlipIsPaidInAShopDaysLater() {
    String page = till.page("konbini");
    till.press(page, "ISSUE_SLIP");
    till.notices().forEach(this::hear);
    assertEquals(OrderState.PAYING, till.order().state());
    till.press(page, "PAY_SLIP");
    till.later(Duration.ofDays(2));
    till.notices().forEach(this::hear);
    assertEquals(OrderState.PAID, till.order().state());
  }

  @Test
  void afterADeclinedCardThePayerPaysAnotherWayAndOnce() {
    String page = till.page("credit_card");
    till.press(page, "DECLINED");
    String other = till.page("paypay");
    if (other.equals(page)) {
      till.press(other, "methods/paypay");
    }
    till.press(other, "PAY");
    till.notices().forEach(this::hear);
    paidOnce();
    assertEquals("paypay", till.order().receipts().getFirst().method());
  }

  @Test
  void ofARefundIsHeardWhenTheGatewaySaysSo() {
    till.press(till.page("credit_card"), "PAY");
    till.notices().forEach(this::hear);
    String receipt = till.order().receipts().getFirst().receiptId();
    till.byClerk(
        "s-one",
        Route.ASK_REFUND,
        body -> body.put("receiptId", receipt).put("amount", 200).put("reason", "1通にするため"));
    till.byClerk(
        "s-other", Route.DECIDE_REFUND, body -> body.put("refundId", 1).put("decision", "APPROVE"));
    till.later(Duration.ofMinutes(1));
    till.poll();
    assertEquals(200, till.order().givenBack());
    assertEquals(OrderState.PAID, till.order().state());
    JsonNode shown =
        Json.MAPPER.readTree(till.byResident(Route.READ_PAYMENT, body -> {}).body()).get("payment");
    assertEquals(200, shown.get("givenBack").intValue());
  }
}
