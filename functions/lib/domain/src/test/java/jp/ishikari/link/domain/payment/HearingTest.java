package jp.ishikari.link.domain.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is heard of a gateway is written down one by one, and whoever writes may be gone. */
class HearingTest {
  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
  private static final Order BEGUN =
      OrderMoves.of(
              OrderMoves.opened(
                  "application",
                  "division",
                  new PaymentTerms(PaymentTerms.When.WITH_APPLICATION, "総務手数料", 7),
                  2026,
                  600,
                  null,
                  NOW))
          .begun(
              new Checkout(
                  "R1",
                  "gateway",
                  "credit_card",
                  600,
                  NOW,
                  NOW.plusSeconds(3600),
                  Checkout.State.OPEN,
                  "ses_1",
                  "https://gateway.example.jp/"))
          .made(OrderStep.BEGIN, NOW);

  private static Statement.Taken taken(String paymentId, int amount) {
    return new Statement.Taken(paymentId, "credit_card", amount, "JPY", NOW, 0, 0);
  }

  private static Order heard(Order order, Statement said) {
    return Hearing.of(order, "R1", said, NOW).orElseThrow().after();
  }

  @Test
  void aCheckoutIsAskedAboutUntilAllThatWasPaidOnItIsWrittenDown() {
    Statement twice = new Statement(false, null, List.of(taken("pay_1", 600), taken("pay_2", 600)));
    Order once = heard(BEGUN, twice);
    assertEquals(OrderState.PAID, once.state());
    assertTrue(once.checkout("R1").orElseThrow().open(), "the second payment is still to be heard");
    Order both = heard(once, twice);
    assertEquals(Checkout.State.PAID, both.checkout("R1").orElseThrow().state());
    assertEquals(1200, both.received());
    assertTrue(Hearing.of(both, "R1", twice, NOW).isEmpty());
  }

  @Test
  void whatFitsDoesNotHideThatSomethingElseWasTakenOnTheSamePage() {
    Statement said = new Statement(false, null, List.of(taken("pay_1", 600), taken("pay_2", 700)));
    Order both = heard(heard(BEGUN, said), said);
    assertEquals(Checkout.State.MISFIT, both.checkout("R1").orElseThrow().state());
    assertEquals(600, both.received());
    assertTrue(Hearing.of(both, "R1", said, NOW).isEmpty());
  }

  @Nested
  class MoneyThatWentBack {
    private final Order paid =
        heard(BEGUN, new Statement(false, null, List.of(taken("pay_1", 600))));

    private static Statement said(long refunded, long chargedBack) {
      return new Statement(
          false,
          null,
          List.of(
              new Statement.Taken("pay_1", "credit_card", 600, "JPY", NOW, refunded, chargedBack)));
    }

    private static Order asked(Order order, int yen) {
      return OrderMoves.of(order)
          .asked("pay_1", yen, "取りやめ", "s-one", "鈴木", NOW)
          .made(OrderStep.ASK_REFUND, NOW);
    }

    private static Order approved(Order order) {
      return OrderMoves.of(order)
          .with(1, one -> one.decided(Refund.State.APPROVED, "s-other", "佐藤", null))
          .made(OrderStep.APPROVE_REFUND, NOW);
    }

    @Test
    void byAChargeBackIsNoIncomeAndIsFoundOnce() {
      Hearing.Heard heard = Hearing.of(paid, "R1", said(600, 600), NOW).orElseThrow();
      assertEquals(OrderStep.TAKE_BACK, heard.step());
      assertEquals(600, heard.finding().refunded());
      assertEquals(OrderState.TAKEN_BACK, heard.after().state());
      assertEquals(0, heard.after().kept());
      assertEquals(0, heard.after().givenBack());
      assertEquals(600, heard.after().takenBack());
      assertTrue(Hearing.of(heard.after(), "R1", said(600, 600), NOW).isEmpty());
    }

    @Test
    void isTheSameWhereTheGatewayDoesNotSayWhy() {
      Order after = heard(paid, said(600, 0));
      assertEquals(OrderState.TAKEN_BACK, after.state());
      assertTrue(Hearing.of(after, "R1", said(600, 0), NOW).isEmpty());
    }

    @Test
    void isNotGivenBackOnceMoreByWhoWasJustAboutTo() {
      for (Order before : List.of(asked(paid, 600), approved(asked(paid, 600)))) {
        Order after = heard(before, said(600, 600));
        assertEquals(OrderState.TAKEN_BACK, after.state());
        assertEquals(Refund.State.DECLINED, after.refund(1).orElseThrow().state());
        assertTrue(after.toBeRefunded().isEmpty());
        assertEquals(0, after.left(after.receipts().getFirst()));
      }
    }

    @Test
    void thatTheCityDecidedOnIsARefundAndNoChargeBack() {
      Order after = heard(approved(asked(paid, 600)), said(600, 0));
      assertEquals(OrderState.REFUNDED, after.state());
      assertEquals(0, after.takenBack());
      assertTrue(Hearing.of(after, "R1", said(600, 0), NOW).isEmpty());
    }

    @Test
    void afterAPartWasGivenBackIsOnlyWhatWasLeft() {
      Order part = heard(approved(asked(paid, 200)), said(200, 0));
      Order after = heard(part, said(600, 400));
      assertEquals(200, after.givenBack());
      assertEquals(400, after.takenBack());
      assertEquals(OrderState.TAKEN_BACK, after.state());
    }

    @Test
    void isIncomeAgainWhenTheChargeBackIsWithdrawn() {
      Order after = heard(heard(paid, said(600, 600)), said(0, 0));
      assertEquals(OrderState.PAID, after.state());
      assertEquals(600, after.kept());
      assertEquals(OrderStep.RESTORE, after.history().getLast().step());
      assertTrue(Hearing.of(after, "R1", said(0, 0), NOW).isEmpty());
    }

    @Test
    void thatComesAgainAfterItWasPaidAnewIsProposedToBeGivenBack() {
      Order owed =
          OrderMoves.of(heard(paid, said(600, 600)))
              .priced(600, null, NOW)
              .made(OrderStep.PRICE, NOW);
      assertEquals(600, owed.due());
      Order anew =
          OrderMoves.of(owed)
              .received(new Receipt("counter-1", null, Receipt.CASH, 600, NOW, "鈴木"), NOW)
              .made(OrderStep.RECEIVE, NOW);
      assertEquals(OrderState.PAID, anew.state());
      assertEquals(600, anew.kept());
      Order both = heard(anew, said(0, 0));
      assertEquals(600, both.kept());
      assertEquals(Refund.State.ASKED, both.refunds().getLast().state());
    }

    @Test
    void isLookedForForHalfAYear() {
      assertEquals(NOW.plus(Order.SELDOM), paid.lookAt());
      assertNull(paid.lookedAt(NOW.plus(Order.WATCHED)).lookAt());
    }
  }
}
