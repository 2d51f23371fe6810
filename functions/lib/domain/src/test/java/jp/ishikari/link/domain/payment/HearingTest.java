package jp.ishikari.link.domain.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is heard of a gateway is written down one by one, and whoever writes may be gone. */
class HearingTest {
  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
  private static final Order BEGUN =
      OrderMoves.of(
              OrderMoves.opened(
                  "application",
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
    return new Statement.Taken(paymentId, "credit_card", amount, "JPY", NOW, 0);
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
}
