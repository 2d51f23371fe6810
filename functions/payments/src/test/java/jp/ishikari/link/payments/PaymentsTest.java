package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderState;
import jp.ishikari.link.domain.payment.Refund;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.payments.store.DynamoFindings;
import jp.ishikari.link.payments.store.Findings;
import jp.ishikari.link.testkit.AtOnce;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What whoever pays, and the city, are promised: on the real tables, against a gateway that is
 * asked over HTTP and that does everything wrong that a gateway can.
 */
@ExtendWith(Engines.class)
class PaymentsTest {
  private final TestCloud cloud;
  private final Till till;

  PaymentsTest(TestCloud cloud) {
    this.cloud = cloud;
    this.till = Till.withApplication(cloud);
  }

  @AfterEach
  void theGatewayIsAsUsual() {
    till.mode("NORMAL");
  }

  private JsonNode shown() {
    GatewayAnswer answer = till.byResident(Route.READ_PAYMENT, body -> {});
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body()).get("payment");
  }

  private void is(OrderState state) {
    assertEquals(state, till.order().state());
  }

  private List<String> announced() {
    return Rows.of(cloud, Table.EVENTS)
        .query(
            QueryConditional.keyEqualTo(
                Rows.key(Subject.PAYMENT.of(till.application.applicationId()))))
        .items()
        .stream()
        .map(row -> row.getString("type"))
        .toList();
  }

  private int findings() {
    return new DynamoFindings(cloud)
        .since(EnumSet.allOf(Findings.Kind.class), Instant.now().minusSeconds(60), Instant.now());
  }

  private static String signed(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec("simulated-notices".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String notice(String reference, int amount, String currency, Instant at) {
    ObjectNode notice = Json.MAPPER.createObjectNode();
    notice
        .put("id", "evt_" + UUID.randomUUID())
        .put("type", "payment.captured")
        .put("created_at", at.toString());
    notice
        .putObject("data")
        .put("status", "captured")
        .put("amount", amount)
        .put("currency", currency)
        .put("external_order_num", reference);
    return notice.toString();
  }

  @Nested
  class Waits {
    @Test
    void fromTheMomentItIsSentInAndSaysHowMuchUntilWhen() {
      is(OrderState.AWAITING);
      assertTrue(till.waits());
      JsonNode shown = shown();
      assertEquals(600, shown.get("amount").intValue());
      assertTrue(shown.get("payable").booleanValue());
      assertEquals(3, shown.get("methods").size());
      assertEquals(List.of("PAYMENT_OPENED"), announced());
    }

    @Test
    void untilItsLastDayIsOverAndNoLonger() {
      till.later(Duration.ofDays(9));
      till.poll();
      is(OrderState.LAPSED);
      assertFalse(till.waits());
      GatewayAnswer answer =
          till.byResident(Route.BEGIN_CHECKOUT, body -> body.put("method", "credit_card"));
      assertEquals(422, answer.status());
      assertTrue(answer.body().contains("期限が過ぎた"), answer.body());
    }

    @Test
    void forAClerkFirstWhereTheAmountIsNotKnown() {
      Till later = Till.afterReview(cloud);
      assertEquals(OrderState.UNPRICED, later.order().state());
      assertFalse(later.waits());
      assertEquals(
          422,
          later
              .byResident(Route.BEGIN_CHECKOUT, body -> body.put("method", "credit_card"))
              .status());
    }
  }

  @Nested
  class Paid {
    @Test
    void isBelievedWhenTheGatewayWasAskedAndNotWhenTheBrowserComesBack() {
      till.press(till.page("credit_card"), "PAY");
      is(OrderState.PAYING);
      assertEquals("PAYING", shown().get("state").stringValue());
      till.notices().forEach(till::hear);
      is(OrderState.PAID);
      assertFalse(till.waits());
      assertEquals(600, till.order().received());
      assertEquals(List.of("PAYMENT_OPENED", "PAYMENT_BEGUN", "PAYMENT_PAID"), announced());
    }

    @Test
    void isFoundOutByTheCityItselfWhenNoNoticeEverComes() {
      till.mode("NO_NOTICES");
      till.press(till.page("credit_card"), "PAY_AND_CLOSE");
      till.later(Duration.ofMinutes(1));
      till.poll();
      is(OrderState.PAID);
      assertTrue(
          till.order().lookAt().isAfter(till.instant().plus(Duration.ofDays(6))),
          "only a charge-back is looked for");
    }

    @Test
    void isFoundOutWithinFifteenMinutesWhenTheGatewayWasDown() {
      String page = till.page("credit_card");
      till.mode("NO_NOTICES");
      till.press(page, "PAY");
      till.mode("DOWN");
      till.later(Duration.ofMinutes(1));
      assertTrue(till.poll().get("away").intValue() >= 1);
      is(OrderState.PAYING);
      till.mode("NO_NOTICES");
      till.later(Duration.ofMinutes(10));
      till.poll();
      is(OrderState.PAID);
    }

    @Test
    void standsOnceWhenTheSameNoticeComesTenTimesAtOnce() {
      till.mode("TEN_NOTICES");
      till.press(till.page("paypay"), "PAY");
      List<JsonNode> notices = till.notices();
      assertEquals(10, notices.size());
      AtOnce.each(4, i -> till.hear(notices.get(i)));
      notices.forEach(till::hear);
      is(OrderState.PAID);
      assertEquals(1, till.order().receipts().size());
      assertEquals(0, till.order().refunds().size());
    }

    @Test
    void isTheSameInWhateverOrderNoticesCome() {
      till.mode("LAST_FIRST");
      till.press(till.page("credit_card"), "PAY");
      till.notices().forEach(till::hear);
      is(OrderState.PAID);
      assertEquals(600, till.order().received());
    }

    @Test
    void daysLaterInAShopWhichTheSlipWaitsFor() {
      till.press(till.page("konbini"), "ISSUE_SLIP");
      till.notices().forEach(till::hear);
      is(OrderState.PAYING);
      assertTrue(shown().at("/slip/until").isString());
      till.later(Duration.ofDays(2));
      till.poll();
      is(OrderState.PAYING);
      till.press(till.order().checkouts().getFirst().url(), "PAY_SLIP");
      till.later(Duration.ofMinutes(10));
      till.poll();
      is(OrderState.PAID);
    }

    @Test
    void byWhoeverHasTheCodeWithoutAnAccount() {
      till.ownedBy(null);
      GatewayAnswer opened =
          till.byGuest(Route.OPEN_PAYMENT_LINK, body -> body.put("code", till.code));
      assertEquals(200, opened.status(), opened.body());
      assertFalse(opened.body().contains("神塚"), "nobody's name stands in it");
      GatewayAnswer begun =
          till.byGuest(
              Route.BEGIN_LINKED_CHECKOUT,
              body -> body.put("code", till.code).put("method", "credit_card"));
      assertEquals(200, begun.status(), begun.body());
      till.press(Json.MAPPER.readTree(begun.body()).get("url").stringValue(), "PAY");
      till.notices().forEach(till::hear);
      is(OrderState.PAID);
    }

    @Test
    void isOnOnePageHoweverOftenItIsBegun() {
      assertEquals(till.page("credit_card"), till.page("credit_card"));
      assertEquals(1, till.order().checkouts().size());
      assertNotEquals(till.page("credit_card"), till.page("paypay"));
      assertEquals(
          Checkout.State.CLOSED, till.order().checkouts().getFirst().state(), "closed before");
      is(OrderState.PAYING);
    }

    @Test
    void isOnOnePageWhenTwoBeginAtOnce() {
      AtomicInteger opened = new AtomicInteger();
      AtOnce.each(
          4,
          i ->
              till.byResident(Route.BEGIN_CHECKOUT, body -> body.put("method", "credit_card"))
                          .status()
                      == 200
                  ? opened.incrementAndGet()
                  : 0);
      assertTrue(opened.get() >= 1);
      assertEquals(1, till.order().checkouts().stream().filter(Checkout::open).count());
    }

    @Test
    void afterAFailureOnTheSamePage() {
      String page = till.page("credit_card");
      till.press(page, "DECLINED");
      till.notices().forEach(till::hear);
      is(OrderState.PAYING);
      till.press(page, "PAY");
      till.later(Duration.ofMinutes(1));
      till.poll();
      is(OrderState.PAID);
    }

    @Test
    void isHeardOfBeforeAnotherPageIsOpened() {
      till.mode("NO_NOTICES");
      till.press(till.page("credit_card"), "PAY_AND_CLOSE");
      GatewayAnswer answer =
          till.byResident(Route.BEGIN_CHECKOUT, body -> body.put("method", "paypay"));
      assertEquals(422, answer.status());
      assertTrue(answer.body().contains("もう納付されています"), answer.body());
      is(OrderState.PAID);
    }
  }

  @Nested
  class NothingMoves {
    @Test
    void byANoticeThatNamesNoCheckoutOfOurs() {
      int before = findings();
      String body = notice("ABCDEFGHABCDEFGHABCDEFGH", 600, "JPY", Instant.now());
      assertEquals(204, till.hear(body, signed(body)));
      assertEquals(204, till.hear(body, signed(body)));
      assertEquals(before + 1, findings(), "it is recorded once");
      is(OrderState.AWAITING);
    }

    @Test
    void byANoticeThatSaysItIsPaidWhileTheGatewaySaysItIsNot() {
      till.page("credit_card");
      String reference = till.order().checkouts().getFirst().reference();
      String body = notice(reference, 600, "JPY", Instant.now());
      assertEquals(204, till.hear(body, signed(body)));
      is(OrderState.PAYING);
      assertEquals(0, till.order().received());
    }

    @Test
    void byAnothersSignatureOrOneOverOtherBytes() {
      till.page("credit_card");
      String body =
          notice(till.order().checkouts().getFirst().reference(), 600, "JPY", Instant.now());
      assertEquals(401, till.hear(body, "00".repeat(32)));
      assertEquals(401, till.hear(body + " ", signed(body)));
      assertEquals(401, till.hear(body, ""));
      is(OrderState.PAYING);
    }

    @Test
    void byANoticeThatIsMonthsOldOrFromTheFuture() {
      till.page("credit_card");
      String reference = till.order().checkouts().getFirst().reference();
      for (Duration ago : List.of(Duration.ofDays(90), Duration.ofHours(-1))) {
        String body = notice(reference, 600, "JPY", Instant.now().minus(ago));
        assertEquals(401, till.hear(body, signed(body)));
      }
    }

    @Test
    void byAnotherAmountInANoticeThanTheGatewayTook() {
      till.mode("OTHER_AMOUNT");
      till.press(till.page("credit_card"), "PAY");
      till.notices().forEach(till::hear);
      is(OrderState.PAID);
      assertEquals(600, till.order().received());
    }

    @Test
    void byAnotherAmountThatTheGatewayTookWhichSomebodyLooksAt() {
      int before = findings();
      till.press(till.page("credit_card"), "PAY_OTHER_AMOUNT");
      till.notices().forEach(till::hear);
      till.later(Duration.ofMinutes(1));
      till.poll();
      is(OrderState.PAYING);
      assertEquals(0, till.order().received());
      assertEquals(before + 1, findings());
      assertTrue(shown().get("unclear").booleanValue());
      assertFalse(shown().get("payable").booleanValue(), "nobody pays twice meanwhile");
    }

    @Test
    void byAWayToPayThatIsNotOffered() {
      assertEquals(
          400,
          till.byResident(Route.BEGIN_CHECKOUT, body -> body.put("method", "bitcoin")).status());
    }

    @Test
    void byTheCodeOfWhatWasTakenIntoAnAccountSince() {
      till.ownedBy(null);
      till.ownedBy("account-of-theirs");
      GatewayAnswer shown =
          till.byGuest(Route.OPEN_PAYMENT_LINK, body -> body.put("code", till.code));
      assertFalse(Json.MAPPER.readTree(shown.body()).hasNonNull("payment"), shown.body());
      assertEquals(
          404,
          till.byGuest(
                  Route.BEGIN_LINKED_CHECKOUT,
                  body -> body.put("code", till.code).put("method", "credit_card"))
              .status());
    }

    @Test
    void byAWrongCodeOrOneThatIsTooOld() {
      till.ownedBy(null);
      List<String> codes = List.of("000000000000", till.code);
      till.later(Duration.ofHours(2));
      for (String code : codes) {
        GatewayAnswer shown = till.byGuest(Route.OPEN_PAYMENT_LINK, body -> body.put("code", code));
        assertFalse(Json.MAPPER.readTree(shown.body()).hasNonNull("payment"), shown.body());
        assertEquals(
            404,
            till.byGuest(
                    Route.BEGIN_LINKED_CHECKOUT,
                    body -> body.put("code", code).put("method", "credit_card"))
                .status());
      }
    }

    @Test
    void whenTheGatewayIsDownAndWhoWantsToPayIsTold() {
      till.mode("DOWN");
      GatewayAnswer answer =
          till.byResident(Route.BEGIN_CHECKOUT, body -> body.put("method", "credit_card"));
      assertEquals(503, answer.status());
      assertTrue(answer.body().contains("支払いは行われていません"), answer.body());
      is(OrderState.AWAITING);
    }
  }

  @Nested
  class TooMuch {
    @Test
    void ofOnePageIsProposedToBeGivenBack() {
      till.press(till.page("credit_card"), "PAY_TWICE");
      till.notices().forEach(till::hear);
      Order order = till.order();
      assertEquals(1200, order.received());
      assertEquals(List.of(600), order.refunds().stream().map(Refund::amount).toList());
      assertEquals(Refund.State.ASKED, order.refunds().getFirst().state());
      assertEquals(OrderState.PAID, order.state());
    }

    @Test
    void isWhatIsPaidOnceTheCaseIsOver() {
      String page = till.page("credit_card");
      till.happened(Step.WITHDRAW);
      is(OrderState.CANCELLED);
      till.press(page, "PAY");
      till.notices().forEach(till::hear);
      Order order = till.order();
      assertEquals(OrderState.PAID, order.state());
      assertEquals(600, order.refunds().getFirst().amount());
    }

    @Test
    void isWhatWasPaidBeforeTheCaseWasOverAndSaysSoOnce() {
      till.press(till.page("credit_card"), "PAY");
      till.notices().forEach(till::hear);
      till.happened(Step.REJECT);
      till.happened(Step.REJECT);
      assertEquals(1, till.order().refunds().size());
      assertEquals(0, till.order().kept());
    }
  }
}
