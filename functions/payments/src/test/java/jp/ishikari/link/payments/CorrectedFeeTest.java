package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderState;
import jp.ishikari.link.domain.payment.Refund;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 補正 that changes the fee: the difference is asked for or given back, and nobody has to notice. */
@ExtendWith(Engines.class)
class CorrectedFeeTest {
  private static final String CLERK = "clerk-1";
  private final Till till;

  CorrectedFeeTest(TestCloud cloud) {
    this.till = Till.withApplication(cloud);
  }

  private Order corrected(Integer fee) {
    till.corrected(fee);
    till.happened(Step.CORRECT);
    return till.order();
  }

  private void pay() {
    till.press(till.page("credit_card"), "PAY");
    till.notices().forEach(till::hear);
  }

  private int asked() {
    GatewayAnswer answer = till.byResident(Route.READ_PAYMENT, body -> {});
    return Json.MAPPER.readTree(answer.body()).at("/payment/due").intValue();
  }

  @Nested
  class BeforeItIsPaid {
    @Test
    void theNewAmountIsAskedForAndIsWhatIsPaid() {
      assertEquals(900, corrected(900).due());
      assertEquals(900, asked());
      pay();
      assertEquals(900, till.order().received());
      assertEquals(OrderState.PAID, till.order().state());
    }

    @Test
    void nothingIsAskedForAnyMoreWhereItCostsNothingNow() {
      assertEquals(OrderState.EXEMPT, corrected(null).state());
      assertFalse(till.waits());
    }

    @Test
    void whoeverStandsBeforeTheGatewaysPageOfTheOldAmountOwesTheRest() {
      String page = till.page("credit_card");
      corrected(900);
      till.press(page, "PAY");
      till.notices().forEach(till::hear);
      assertEquals(OrderState.AWAITING, till.order().state());
      assertEquals(300, asked());
      assertTrue(till.waits());
      pay();
      assertEquals(900, till.order().received());
      assertEquals(OrderState.PAID, till.order().state());
      assertFalse(till.waits());
    }

    @Test
    void whoeverPaidTheOldAmountOfWhatCostsLessGetsTheRestBack() {
      String page = till.page("credit_card");
      corrected(300);
      till.press(page, "PAY");
      till.notices().forEach(till::hear);
      assertEquals(List.of(300), till.order().refunds().stream().map(Refund::amount).toList());
      assertEquals(OrderState.PAID, till.order().state());
    }
  }

  @Nested
  class AfterItWasPaid {
    @Test
    void onlyTheRestIsAskedFor() {
      pay();
      assertEquals(OrderState.AWAITING, corrected(900).state());
      assertEquals(300, asked());
      assertTrue(till.waits());
      GatewayAnswer cash =
          till.byClerk(
              CLERK, Route.RECEIVE_PAYMENT, body -> body.put("amount", 300).put("slip", "A-1"));
      assertEquals(200, cash.status(), cash.body());
      assertEquals(OrderState.PAID, till.order().state());
      assertEquals(900, till.order().kept());
    }

    @Test
    void whatIsTooMuchIsProposedToBeGivenBackOnceHoweverOftenItIsTold() {
      pay();
      corrected(300);
      till.happened(Step.CORRECT);
      assertEquals(List.of(300), till.order().refunds().stream().map(Refund::amount).toList());
      assertEquals(OrderState.PAID, till.order().state());
    }

    @Test
    void allIsGivenBackAndTheRestNotAskedForWhenTheCaseEnds() {
      pay();
      corrected(900);
      till.happened(Step.WITHDRAW);
      assertEquals(OrderState.PAID, till.order().state());
      assertEquals(0, till.order().kept());
      assertFalse(till.waits());
    }

    @Test
    void aClerkAsksForMoreOrOnceMoreForWhatWasGivenBackByMistake() {
      pay();
      String receipt = till.order().receipts().getFirst().receiptId();
      till.byClerk(
          CLERK, Route.ASK_REFUND, body -> body.put("receiptId", receipt).put("amount", 600));
      till.byClerk(
          "clerk-2",
          Route.DECIDE_REFUND,
          body -> body.put("refundId", 1).put("decision", "APPROVE"));
      till.poll();
      assertEquals(OrderState.REFUNDED, till.order().state());
      GatewayAnswer anew =
          till.byClerk(CLERK, Route.PRICE_PAYMENT, body -> body.put("amount", 600));
      assertEquals(200, anew.status(), anew.body());
      assertEquals(OrderState.AWAITING, till.order().state());
      assertEquals(600, asked());
    }
  }

  @Test
  void whatAClerkHasFixedStaysAsTheyFixedIt() {
    till.byClerk(CLERK, Route.PRICE_PAYMENT, body -> body.put("amount", 450));
    assertEquals(450, corrected(900).amount());
  }
}
