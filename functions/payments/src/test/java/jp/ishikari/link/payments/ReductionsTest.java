package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderMoves;
import jp.ishikari.link.domain.payment.OrderState;
import jp.ishikari.link.domain.payment.OrderStep;
import jp.ishikari.link.domain.payment.Receipt;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** 減額・免除: less is asked for, or nothing, for a reason that the procedure names. */
@ExtendWith(Engines.class)
class ReductionsTest {
  private static final String ONE = "s-one";
  private static final String OTHER = "s-other";
  private static final String REASON = Till.REASON;

  private final TestCloud cloud;

  ReductionsTest(TestCloud cloud) {
    this.cloud = cloud;
  }

  private static GatewayAnswer reduced(Till till, int amount, String reason) {
    return till.byClerk(
        ONE,
        Route.ASK_REDUCTION,
        body -> body.put("amount", amount).put("reason", reason).put("note", "受給証明書を確認"));
  }

  private static GatewayAnswer decided(Till till, String staffId, String verdict, String note) {
    return till.byClerk(
        staffId,
        Route.DECIDE_REDUCTION,
        body -> {
          body.put("reductionId", till.order().reductions().size()).put("verdict", verdict);
          if (note != null) {
            body.put("note", note);
          }
        });
  }

  private static JsonNode done(GatewayAnswer answer) {
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private static JsonNode resident(Till till) {
    return done(till.byResident(Route.READ_PAYMENT, body -> {})).get("payment");
  }

  @Nested
  class ByOne {
    private final Till till = Till.reducible(cloud, false);

    @Test
    void aFeeIsWaivedThatNobodyWaitsForAndNoGatewayIsAsked() {
      assertEquals("EXEMPT", done(reduced(till, 0, REASON)).get("state").stringValue());
      assertFalse(till.waits());
      assertEquals(
          422,
          till.byResident(Route.BEGIN_CHECKOUT, body -> body.put("method", "konbini")).status());
      assertTrue(till.order().checkouts().isEmpty());
    }

    @Test
    void itsPayerReadsTheReasonAndWhatItWasButNotTheNote() {
      done(reduced(till, 0, REASON));
      JsonNode shown = resident(till);
      assertEquals(REASON, shown.at("/reduced/reason").stringValue());
      assertEquals(600, shown.at("/reduced/from").intValue());
      assertFalse(shown.toString().contains("受給証明書"), shown.toString());
    }

    @Test
    void aFeeIsLoweredAndWhatIsLeftIsPaid() {
      done(reduced(till, 200, REASON));
      assertTrue(till.waits());
      till.press(till.page("credit_card"), "PAY");
      till.notices().forEach(till::hear);
      assertEquals(200, till.order().received());
      assertEquals(OrderState.PAID, till.order().state());
    }

    @Test
    void aWaivedFeeIsAskedForAfterAllWithAReason() {
      done(reduced(till, 0, REASON));
      done(
          till.byClerk(
              OTHER, Route.PRICE_PAYMENT, body -> body.put("amount", 600).put("reason", "対象外")));
      assertEquals(OrderState.AWAITING, till.order().state());
      assertTrue(resident(till).path("reduced").isMissingNode());
    }

    @Test
    void moneyThatStillComesIsProposedToBeGivenBack() {
      done(reduced(till, 0, REASON));
      Instant now = Instant.now();
      Order paid =
          OrderMoves.of(till.order())
              .received(new Receipt("late", "reference", "konbini", 600, now, null), now)
              .made(OrderStep.PAY, now);
      assertEquals(0, paid.kept());
      assertEquals("支払う必要がなくなったあとに納付されました。", paid.refunds().getFirst().reason());
    }
  }

  @Nested
  class ByTwo {
    private final Till till = Till.reducible(cloud, true);

    @Test
    void itHoldsOnceAnotherHasSaidYes() {
      assertEquals("AWAITING", done(reduced(till, 0, REASON)).get("state").stringValue());
      assertTrue(till.waits());
      GatewayAnswer alone = decided(till, ONE, "GRANT", null);
      assertEquals(422, alone.status());
      assertTrue(alone.body().contains("別の職員"), alone.body());
      done(decided(till, OTHER, "GRANT", null));
      assertEquals(OrderState.EXEMPT, till.order().state());
      assertFalse(till.waits());
    }

    @Test
    void itIsDeclinedWithAReasonAndTheFeeStays() {
      done(reduced(till, 0, REASON));
      assertEquals(400, decided(till, OTHER, "DECLINE", null).status());
      done(decided(till, OTHER, "DECLINE", "期限切れの証明書のため"));
      assertEquals(600, till.order().amount());
      assertEquals(OrderState.AWAITING, till.order().state());
    }

    @Test
    void itIsNotGrantedWhileSomebodyPaysAndStaysToBeDecided() {
      done(reduced(till, 0, REASON));
      till.page("credit_card");
      assertEquals(422, decided(till, OTHER, "GRANT", null).status());
      done(decided(till, OTHER, "DECLINE", "支払い中のため"));
    }
  }

  @Nested
  class WhatIsAskedForOnceMore {
    @Test
    void isNotReceivedUnderTheNumberOfASlipThatWasGivenOutBefore() {
      Till till = Till.reducible(cloud, false);
      till.byClerk(ONE, Route.RECEIVE_PAYMENT, body -> body.put("amount", 600).put("slip", "A-1"));
      done(
          till.byClerk(
              ONE, Route.PRICE_PAYMENT, body -> body.put("amount", 900).put("reason", "1通追加")));
      GatewayAnswer again =
          till.byClerk(
              ONE, Route.RECEIVE_PAYMENT, body -> body.put("amount", 300).put("slip", "A-1"));
      assertEquals(400, again.status());
      assertTrue(again.body().contains("もう記録されています"), again.body());
      done(
          till.byClerk(
              ONE, Route.RECEIVE_PAYMENT, body -> body.put("amount", 300).put("slip", "A-2")));
      assertEquals(2, new Accountant(till, "s-a").lines().size());
    }
  }

  @Nested
  class Refused {
    private final Till till = Till.reducible(cloud, false);

    @Test
    void isAReasonThatTheProcedureDoesNotNameAndWhatIsNoLessAllAtOnce() {
      GatewayAnswer answer = reduced(till, 600, "知り合いのため");
      assertEquals(400, answer.status());
      assertEquals(2, Json.MAPPER.readTree(answer.body()).get("errors").size(), answer.body());
    }

    @Test
    void isWhatIsPaidAlready() {
      till.press(till.page("credit_card"), "PAY");
      till.notices().forEach(till::hear);
      assertEquals(422, reduced(till, 0, REASON).status());
    }

    @Test
    void isAReductionWhereTheProcedureKnowsNone() {
      assertEquals(422, reduced(Till.withApplication(cloud), 0, REASON).status());
    }
  }
}
