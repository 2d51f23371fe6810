package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.payment.OrderState;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.payments.gateway.Contracted;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What administrators are promised who say which gateway a way to pay goes to. */
@ExtendWith(Engines.class)
class PaymentWaysTest {
  private final TestCloud cloud;
  private final Till till;

  PaymentWaysTest(TestCloud plain) {
    this.cloud = Contracted.GMO.set(Contracted.KOMOJU.set(plain));
    this.till = Till.at(cloud);
  }

  /** The table is one for all tests: each begins and ends as if nobody had set anything. */
  @BeforeEach
  @AfterEach
  void nothingIsSetApart() {
    assertEquals(
        200,
        set(List.of("credit_card", "komoju", "konbini", "komoju", "paypay", "komoju")).status());
    till.later(Duration.ofMinutes(1));
  }

  private static Caller.Staff administrator(String name) {
    return new Caller.Staff(
        "s-admin", name, Set.of(Role.SYSTEM_ADMINISTRATOR), Set.of(), true, "session");
  }

  private JsonNode shown() {
    GatewayAnswer answer = till.byStaff(administrator("吉田"), Route.READ_PAYMENT_WAYS, body -> {});
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private String gatewayOf(String method) {
    return StreamSupport.stream(shown().get("ways").spliterator(), false)
        .filter(way -> way.get("method").stringValue().equals(method))
        .map(way -> way.path("gateway").asString("none"))
        .findFirst()
        .orElseThrow();
  }

  private GatewayAnswer set(List<String> ways) {
    return set(shown().get("revision").intValue(), ways);
  }

  private GatewayAnswer set(int revision, List<String> ways) {
    return till.byStaff(
        administrator("吉田"),
        Route.CHANGE_PAYMENT_WAYS,
        body -> {
          body.removeAll();
          body.put("revision", revision);
          ArrayNode all = body.putArray("ways");
          for (int i = 0; i < ways.size(); i += 2) {
            all.addObject().put("method", ways.get(i)).put("gateway", ways.get(i + 1));
          }
        });
  }

  private JsonNode methods() {
    GatewayAnswer answer = till.byResident(Route.READ_PAYMENT, body -> {});
    return Json.MAPPER.readTree(answer.body()).at("/payment/methods");
  }

  private void paid() {
    till.notices().forEach(till::hearAny);
    assertEquals(OrderState.PAID, till.order().state());
  }

  @Nested
  class Holds {
    @Test
    void forPaymentsThatAreBegunWithinAMinuteAtTwoGatewaysAtOnce() {
      set(List.of("credit_card", "komoju", "konbini", "gmo", "paypay", "gmo"));
      till.later(Duration.ofMinutes(1));
      till.page("credit_card");
      assertEquals("komoju", till.order().checkouts().getLast().gateway());
      till.page("paypay");
      assertEquals("gmo", till.order().checkouts().getLast().gateway());
      assertEquals("gmo", gatewayOf("konbini"));
    }

    @Test
    void notForPaymentsUnderWayWhichEndWhereTheyBegan() {
      String page = till.page("credit_card");
      set(List.of("credit_card", "gmo"));
      till.later(Duration.ofMinutes(1));
      assertEquals(page, till.page("credit_card"));
      till.press(page, "PAY");
      paid();
      assertEquals("komoju", till.order().checkouts().getFirst().gateway());
      assertEquals(1, till.order().checkouts().size());
    }

    @Test
    void soThatWhatIsNotUsedIsNotOffered() {
      set(List.of("credit_card", "none"));
      till.later(Duration.ofMinutes(1));
      assertEquals("[\"konbini\",\"paypay\"]", methods().toString());
      GatewayAnswer answer =
          till.byResident(Route.BEGIN_CHECKOUT, body -> body.put("method", "credit_card"));
      assertEquals(400, answer.status(), answer.body());
      assertTrue(answer.body().contains("支払い方法を選び直してください。"), answer.body());
    }

    @Test
    void whileAPageThatCanNotBeClosedIsOpenForThatPageAlone() {
      set(List.of("credit_card", "gmo", "paypay", "komoju"));
      till.later(Duration.ofMinutes(1));
      String page = till.page("credit_card");
      GatewayAnswer other =
          till.byResident(Route.BEGIN_CHECKOUT, body -> body.put("method", "paypay"));
      assertEquals(422, other.status(), other.body());
      assertTrue(other.body().contains("先に選んだ支払い方法の画面が"), other.body());
      assertEquals(page, till.page("credit_card"));
      till.press(page, "PAY");
      paid();
    }

    @Test
    void andShowsWhoSetItWhenAndNothingThatIsSecret() {
      set(List.of("paypay", "gmo"));
      JsonNode shown = shown();
      assertEquals("吉田", shown.at("/history/0/byName").stringValue());
      assertTrue(shown.at("/history/0").hasNonNull("at"));
      assertEquals(shown.get("revision"), shown.at("/history/0/revision"));
      for (String secret : List.of("gatewayKey", "gatewayShopPassword", "gatewayNoticeSecret")) {
        assertFalse(shown.toString().contains(cloud.said(secret)), secret);
      }
      assertFalse(shown.toString().contains("KOMOJU_API_KEY"));
    }
  }

  @Nested
  class Refused {
    @Test
    void isWhatIsNoChoiceEachByItsField() {
      GatewayAnswer answer =
          set(List.of("credit_card", "nobody", "konbini", "", "paypay", "gmo", "paypay", "none"));
      assertEquals(400, answer.status(), answer.body());
      GatewayAnswer choice =
          set(List.of("credit_card", "nobody", "paypay", "gmo", "paypay", "none", "cash", "gmo"));
      assertEquals(400, choice.status(), choice.body());
      JsonNode errors = Json.MAPPER.readTree(choice.body()).get("errors");
      assertEquals(3, errors.size(), choice.body());
      assertEquals("ways.credit_card", errors.get(0).get("path").stringValue());
      assertEquals("ways.paypay", errors.get(1).get("path").stringValue());
      assertEquals("ways", errors.get(2).get("path").stringValue());
    }

    @Test
    void isWhoDidNotSeeWhatSomebodyElseSaved() {
      int seen = shown().get("revision").intValue();
      set(List.of("paypay", "gmo"));
      GatewayAnswer late = set(seen, List.of("paypay", "none"));
      assertEquals(409, late.status());
      assertTrue(late.body().contains("吉田さんが先に保存しました。"), late.body());
      assertEquals("gmo", gatewayOf("paypay"));
    }

    @Test
    void isEverybodyButSystemAdministrators() {
      for (Role role : List.of(Role.REVIEWER, Role.DIVISION_ADMINISTRATOR, Role.AUDITOR)) {
        Caller.Staff staff =
            new Caller.Staff("s-one", "鈴木", Set.of(role), Set.of("shimin"), true, "session");
        assertEquals(
            403, till.byStaff(staff, Route.READ_PAYMENT_WAYS, body -> {}).status(), role.name());
        assertEquals(
            403, till.byStaff(staff, Route.CHANGE_PAYMENT_WAYS, body -> {}).status(), role.name());
      }
    }
  }
}
