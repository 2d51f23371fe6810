package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.OrderState;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What becomes of money that a gateway took otherwise than it was asked for. */
@ExtendWith(Engines.class)
class MisfitsTest {
  private final Till till;
  private final Accountant accountant;

  MisfitsTest(TestCloud cloud) {
    this.till = Till.withApplication(cloud);
    this.accountant = new Accountant(till, "s-accountant");
  }

  private void taken(String button) {
    till.press(till.page("credit_card"), button);
    till.notices().forEach(till::hear);
    assertEquals(
        Checkout.State.MISFIT, till.order().checkouts().getFirst().state(), "somebody has to look");
  }

  private GatewayAnswer settled(String how) {
    String reference = till.order().checkouts().getFirst().reference();
    return till.byClerk(
        "s-one",
        Route.SETTLE_MISFIT,
        body -> body.put("reference", reference).put("how", how).put("note", "管理画面で確認"));
  }

  private static JsonNode done(GatewayAnswer answer) {
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  @Nested
  class Accepted {
    @Test
    void itCountsAsItIsAndWhatIsTooMuchIsProposedToBeGivenBack() {
      taken("PAY_OTHER_AMOUNT");
      JsonNode shown = done(settled("ACCEPT"));
      assertEquals("PAID", shown.get("state").stringValue());
      assertEquals(700, till.order().received());
      assertEquals(600, till.order().kept());
      assertEquals(700, accountant.lines().getFirst().get("amount").intValue());
      assertFalse(till.waits());
    }

    @Test
    void itStaysSoWhateverTheGatewayTellsAgain() {
      taken("PAY_OTHER_AMOUNT");
      done(settled("ACCEPT"));
      till.notices().forEach(till::hear);
      till.poll();
      assertEquals(OrderState.PAID, till.order().state());
      assertEquals(700, till.order().received());
      assertEquals(1, accountant.lines().size());
    }
  }

  @Nested
  class SetAside {
    @Test
    void itDoesNotCountAndThePayerCanPayAgain() {
      taken("PAY_OTHER_CURRENCY");
      JsonNode shown = done(settled("SET_ASIDE"));
      assertEquals("AWAITING", shown.get("state").stringValue());
      assertEquals(0, till.order().received());
      till.notices().forEach(till::hear);
      till.poll();
      assertEquals(OrderState.AWAITING, till.order().state());
      till.press(till.page("credit_card"), "PAY");
      till.notices().forEach(till::hear);
      assertEquals(OrderState.PAID, till.order().state());
      assertEquals(600, till.order().received());
    }
  }

  @Nested
  class Refused {
    @Test
    void isAnotherCurrencyAsIncome() {
      taken("PAY_OTHER_CURRENCY");
      GatewayAnswer answer = settled("ACCEPT");
      assertEquals(422, answer.status());
      assertTrue(answer.body().contains("円ではない"), answer.body());
    }

    @Test
    void isWhatFitsAndWhatIsSettledAlready() {
      taken("PAY_OTHER_AMOUNT");
      done(settled("ACCEPT"));
      assertEquals(400, settled("ACCEPT").status());
    }
  }
}
