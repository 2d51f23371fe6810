package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.payment.OrderState;
import jp.ishikari.link.domain.payment.OrderStep;
import jp.ishikari.link.domain.payment.Refund;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What clerks can do about a payment, and what takes two of them. */
@ExtendWith(Engines.class)
class CasePaymentsTest {
  private static final String ONE = "s-one";
  private static final String OTHER = "s-other";

  private final TestCloud cloud;
  private final Till till;

  CasePaymentsTest(TestCloud cloud) {
    this.cloud = cloud;
    this.till = Till.withApplication(cloud);
  }

  @AfterEach
  void theGatewayIsAsUsual() {
    till.mode("NORMAL");
  }

  private static JsonNode done(GatewayAnswer answer) {
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private void paid(String method) {
    till.press(till.page(method), "PAY");
    till.notices().forEach(till::hear);
    assertEquals(OrderState.PAID, till.order().state());
  }

  private GatewayAnswer asked(int amount) {
    String receipt = till.order().receipts().getFirst().receiptId();
    return till.byClerk(
        ONE,
        Route.ASK_REFUND,
        body -> body.put("receiptId", receipt).put("amount", amount).put("reason", "取りやめのため"));
  }

  private GatewayAnswer decided(String staffId, String decision, Consumer<ObjectNode> more) {
    return till.byClerk(
        staffId,
        Route.DECIDE_REFUND,
        body -> {
          body.put("refundId", till.order().refunds().getLast().refundId());
          body.put("decision", decision);
          more.accept(body);
        });
  }

  private void paidInAShop() {
    till.press(till.page("konbini"), "ISSUE_SLIP");
    till.press(till.order().checkouts().getFirst().url(), "PAY_SLIP");
    till.notices().forEach(till::hear);
  }

  @Nested
  class TheAmount {
    @Test
    void isFixedAfterReviewAndThenWaitedFor() {
      Till later = Till.afterReview(cloud);
      JsonNode shown =
          done(
              later.byClerk(
                  ONE,
                  Route.PRICE_PAYMENT,
                  body -> body.put("amount", 4500).put("reason", "会議室3時間")));
      assertEquals("AWAITING", shown.get("state").stringValue());
      assertEquals(4500, shown.get("amount").intValue());
      assertTrue(shown.hasNonNull("payBy"));
      assertTrue(later.waits());
    }

    @Test
    void isChangedWithAReasonBeforePaymentAndIsWhatIsPaid() {
      done(
          till.byClerk(
              ONE, Route.PRICE_PAYMENT, body -> body.put("amount", 300).put("reason", "1通にするため")));
      paid("credit_card");
      assertEquals(300, till.order().received());
    }

    @Test
    void staysWhileSomebodyPaysAndAfterwards() {
      till.page("credit_card");
      GatewayAnswer paying =
          till.byClerk(
              ONE, Route.PRICE_PAYMENT, body -> body.put("amount", 300).put("reason", "理由"));
      assertEquals(422, paying.status());
      assertTrue(paying.body().contains("支払いの手続き中"), paying.body());
      paid("credit_card");
      assertEquals(
          400,
          till.byClerk(
                  ONE, Route.PRICE_PAYMENT, body -> body.put("amount", 300).put("reason", "理由"))
              .status());
    }

    @Test
    void isRefusedWithEverythingThatIsWrong() {
      GatewayAnswer answer =
          till.byClerk(ONE, Route.PRICE_PAYMENT, body -> body.put("amount", 0).put("reason", "　"));
      assertEquals(400, answer.status());
      assertEquals(2, Json.MAPPER.readTree(answer.body()).get("errors").size());
    }

    @Test
    void isNotChangedByWhoSawAnEarlierOne() {
      GatewayAnswer answer =
          till.byClerk(
              ONE,
              Route.PRICE_PAYMENT,
              body -> body.put("version", 9).put("amount", 300).put("reason", "理由"));
      assertEquals(409, answer.status());
    }
  }

  @Nested
  class AtTheCounter {
    @Test
    void isRecordedOnceWithTheNumberOfTheSlip() {
      JsonNode shown =
          done(
              till.byClerk(
                  ONE,
                  Route.RECEIVE_PAYMENT,
                  body -> body.put("amount", 600).put("slip", "A-0012")));
      assertEquals("PAID", shown.get("state").stringValue());
      assertFalse(till.waits());
      assertEquals(
          422,
          till.byClerk(
                  OTHER,
                  Route.RECEIVE_PAYMENT,
                  body -> body.put("amount", 600).put("slip", "A-0013"))
              .status());
    }

    @Test
    void isNotRecordedWithAnotherAmount() {
      assertEquals(
          400,
          till.byClerk(
                  ONE, Route.RECEIVE_PAYMENT, body -> body.put("amount", 500).put("slip", "A-0012"))
              .status());
    }

    @Test
    void whileAPageStandsOpenIsNoReasonToKeepBoth() {
      String page = till.page("credit_card");
      done(
          till.byClerk(
              ONE, Route.RECEIVE_PAYMENT, body -> body.put("amount", 600).put("slip", "A-1")));
      till.press(page, "PAY");
      till.notices().forEach(till::hear);
      assertEquals(1200, till.order().received());
      assertEquals(600, till.order().kept());
    }

    @Test
    void isGivenBackByHandAndRecorded() {
      done(
          till.byClerk(
              ONE, Route.RECEIVE_PAYMENT, body -> body.put("amount", 600).put("slip", "A-1")));
      done(asked(600));
      done(decided(OTHER, "APPROVE", body -> {}));
      assertEquals(400, decided(ONE, "GIVEN_BY_HAND", body -> {}).status());
      done(decided(ONE, "GIVEN_BY_HAND", body -> body.put("hand", "COUNTER")));
      assertEquals(OrderState.REFUNDED, till.order().state());
    }
  }

  @Nested
  class ARefund {
    @Test
    void takesTwo() {
      paid("credit_card");
      done(asked(600));
      GatewayAnswer alone = decided(ONE, "APPROVE", body -> {});
      assertEquals(422, alone.status());
      assertTrue(alone.body().contains("別の職員"), alone.body());
      done(decided(OTHER, "APPROVE", body -> {}));
      assertEquals(OrderState.REFUNDING, till.order().state());
    }

    @Test
    void isNotDecidedByWhoStandsInForTheOneWhoAsked() {
      paid("credit_card");
      done(asked(600));
      Caller.Staff clerk = till.clerk(OTHER);
      Caller.Staff deputy =
          new Caller.Staff(
              OTHER,
              clerk.name(),
              clerk.roles(),
              clerk.divisions(),
              true,
              "session",
              Optional.of(ONE));
      GatewayAnswer answer =
          till.byStaff(
              deputy,
              Route.DECIDE_REFUND,
              body -> body.put("refundId", 1).put("decision", "APPROVE"));
      assertEquals(422, answer.status(), answer.body());
      assertEquals(Refund.State.ASKED, till.order().refunds().getFirst().state());
    }

    @Test
    void isGivenBackByTheGatewayOnceHoweverOftenItIsAsked() {
      paid("credit_card");
      done(asked(200));
      done(decided(OTHER, "APPROVE", body -> {}));
      till.poll();
      till.poll();
      till.notices().forEach(till::hear);
      assertEquals(200, till.order().givenBack());
      assertEquals(OrderState.PAID, till.order().state());
      String reference = till.order().checkouts().getFirst().reference();
      till.gateway("ledger.json")
          .get("sessions")
          .valueStream()
          .filter(one -> one.get("reference").stringValue().equals(reference))
          .forEach(one -> assertEquals(200, one.get("refunded").intValue()));
    }

    @Test
    void isNotMoreThanWhatIsLeft() {
      paid("credit_card");
      done(asked(400));
      GatewayAnswer more = asked(300);
      assertEquals(400, more.status());
      assertTrue(more.body().contains("200円まで"), more.body());
    }

    @Test
    void isDeclinedWithAReasonAndLeavesTheMoney() {
      paid("credit_card");
      done(asked(600));
      assertEquals(400, decided(OTHER, "DECLINE", body -> body.remove("note")).status());
      done(decided(OTHER, "DECLINE", body -> body.put("note", "手続きは済んでいるため")));
      assertEquals(600, till.order().kept());
    }

    @Test
    void thatTheGatewayRefusesIsShownAndGoesByHand() {
      paidInAShop();
      done(asked(600));
      done(decided(OTHER, "APPROVE", body -> {}));
      till.poll();
      assertEquals(Refund.State.FAILED, till.order().refunds().getFirst().state());
      assertEquals(OrderState.PAID, till.order().state());
      done(
          decided(
              OTHER,
              "GIVEN_BY_HAND",
              body ->
                  body.put("hand", "TRANSFER")
                      .put("day", LocalDate.now(Reception.JST).toString())));
      assertEquals(OrderState.REFUNDED, till.order().state());
    }

    @Test
    void thatTheGatewayRefusedIsNotGivenByHandOnceMoreWhenAnotherOneWas() {
      paidInAShop();
      for (int asked = 1; asked <= 2; asked++) {
        int refundId = asked;
        done(asked(600));
        done(decided(OTHER, "APPROVE", body -> body.put("refundId", refundId)));
        till.poll();
      }
      Consumer<ObjectNode> byTransfer = body -> body.put("hand", "COUNTER");
      done(decided(OTHER, "GIVEN_BY_HAND", byTransfer.andThen(body -> body.put("refundId", 2))));
      assertEquals(422, decided(OTHER, "GIVEN_BY_HAND", byTransfer).status());
      assertEquals(600, till.order().givenBack());
    }

    @Test
    void ofACaseThatEndsIsNotAskedForTwice() {
      paid("credit_card");
      done(asked(600));
      till.happened(Step.WITHDRAW);
      assertEquals(1, till.order().refunds().size());
      assertEquals(OrderStep.CANCEL, till.order().history().getLast().step());
    }
  }

  @Nested
  class NoMore {
    @Test
    void isItPricedAnewWhileItMayStillBePaidAtAPageThatStandsOpen() {
      till.page("konbini");
      done(till.byClerk(ONE, Route.CANCEL_PAYMENT, body -> body.put("reason", "減免")));
      GatewayAnswer anew = till.byClerk(ONE, Route.PRICE_PAYMENT, body -> body.put("amount", 400));
      assertEquals(422, anew.status(), anew.body());
      assertTrue(anew.text("detail").contains("手続き中"), anew.body());
    }

    @Test
    void isAskedForWhatWasCancelledWithAReason() {
      done(till.byClerk(ONE, Route.CANCEL_PAYMENT, body -> body.put("reason", "減免")));
      assertEquals(OrderState.CANCELLED, till.order().state());
      assertFalse(till.waits());
    }

    @Test
    void canBeCancelledThanWhatIsNotPaid() {
      paid("credit_card");
      assertEquals(
          422, till.byClerk(ONE, Route.CANCEL_PAYMENT, body -> body.put("reason", "理由")).status());
    }
  }

  @Nested
  class NobodyElse {
    @Test
    void ofAnotherDivisionSeesOrChangesIt() {
      Caller.Staff stranger =
          new Caller.Staff(
              "s-x", "他課", Set.of(Role.REVIEWER), Set.of("d-" + UUID.randomUUID()), true, "s");
      assertEquals(404, till.byStaff(stranger, Route.READ_CASE_PAYMENT, body -> {}).status());
      assertEquals(404, till.byStaff(stranger, Route.CANCEL_PAYMENT, body -> {}).status());
    }

    @Test
    void thanAReviewerChangesIt() {
      Caller.Staff viewer =
          new Caller.Staff(
              "s-v", "閲覧", Set.of(Role.VIEWER), Set.of(till.application.divisionId()), true, "s");
      assertEquals(200, till.byStaff(viewer, Route.READ_CASE_PAYMENT, body -> {}).status());
      assertEquals(403, till.byStaff(viewer, Route.CANCEL_PAYMENT, body -> {}).status());
    }
  }

  @Nested
  class WhatWaitsForStaff {
    private List<String> waiting() {
      GatewayAnswer answer =
          GatewayCall.of(Route.LIST_PAYMENT_TASKS)
              .as(till.clerk(ONE))
              .sentTo(new PaymentsWiring().wire(Entry.PAYMENTS_STAFF, cloud));
      assertEquals(200, answer.status(), answer.body());
      return answer
          .json()
          .get("tasks")
          .valueStream()
          .filter(
              task ->
                  task.get("applicationId").stringValue().equals(till.application.applicationId()))
          .flatMap(task -> task.get("needs").valueStream())
          .map(JsonNode::stringValue)
          .toList();
    }

    @Test
    void isListedUntilItIsDoneWhateverBecameOfTheCase() {
      paid("credit_card");
      assertEquals(List.of(), waiting());
      till.happened(Step.REJECT);
      assertEquals(List.of("還付の承認待ち"), waiting());
      done(decided(OTHER, "APPROVE", body -> {}));
      till.poll();
      assertEquals(List.of(), waiting());
    }

    @Test
    void isWhatWasTakenThatNobodyAskedForAndWhatNoGatewayGivesBack() {
      till.press(till.page("credit_card"), "PAY_OTHER_AMOUNT");
      till.notices().forEach(till::hear);
      assertEquals(List.of("金額の合わない支払い"), waiting());
    }

    @Test
    void isWhatNobodyPaidByItsLastDay() {
      till.later(Duration.ofDays(20));
      till.poll();
      assertEquals(List.of("支払いの期限切れ"), waiting());
    }

    @Test
    void isShownToNoOtherDivision() {
      till.later(Duration.ofDays(20));
      till.poll();
      Caller.Staff stranger =
          new Caller.Staff(
              "stranger", "山田", Set.of(Role.REVIEWER), Set.of("elsewhere"), true, "session");
      GatewayAnswer answer =
          GatewayCall.of(Route.LIST_PAYMENT_TASKS)
              .as(stranger)
              .sentTo(new PaymentsWiring().wire(Entry.PAYMENTS_STAFF, cloud));
      assertEquals(0, answer.json().get("tasks").size());
    }
  }

  @Test
  void aPageThatNobodyIsToPayByAnyMoreIsClosedAtTheGateway() {
    String page = till.page("credit_card");
    done(till.byClerk(ONE, Route.CANCEL_PAYMENT, body -> body.put("reason", "減免")));
    till.later(Duration.ofMinutes(2));
    till.poll();
    assertFalse(till.pressed(page, "PAY"), "the page is over");
    assertEquals(OrderState.CANCELLED, till.order().state());
  }
}
