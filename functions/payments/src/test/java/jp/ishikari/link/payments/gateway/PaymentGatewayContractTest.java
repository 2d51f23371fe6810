package jp.ishikari.link.payments.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Receipt;
import jp.ishikari.link.domain.payment.Statement;
import jp.ishikari.link.payments.gateway.PaymentGateway.Failure;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What every adapter of a gateway keeps, over HTTP, against its own interface played by the
 * simulator. A gateway that the city has a contract with is a row of {@link Contracted}.
 */
@ParameterizedClass
@EnumSource(Contracted.class)
@ExtendWith(Engines.class)
class PaymentGatewayContractTest {
  private static final int YEN = 600;

  @Parameter Contracted contracted;

  private TestCloud cloud;
  private PaymentGateway gateway;
  private GatewayPage pages;
  private Duration passed = Duration.ZERO;

  @BeforeEach
  void ask(TestCloud engines) {
    cloud = engines;
    pages = GatewayPage.of(cloud);
    gateway = contracted.at(cloud, clock());
  }

  @AfterEach
  void theGatewayIsAsUsual() {
    pages.mode("NORMAL");
  }

  private InstantSource clock() {
    return () -> Instant.now().plus(passed);
  }

  private static PaymentGateway.Wanted wanted(String method) {
    String reference = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    return new PaymentGateway.Wanted(
        reference,
        Stream.concat(
                Stream.of(method), Contracted.METHODS.stream().filter(one -> !one.equals(method)))
            .toList(),
        YEN,
        "https://city.example.jp/follow");
  }

  private Checkout begun(String method) {
    PaymentGateway.Wanted wanted = wanted(method);
    return checkout(wanted, said(gateway.createCheckout(wanted)));
  }

  private Checkout checkout(PaymentGateway.Wanted wanted, PaymentGateway.Begun page) {
    return new Checkout(
        wanted.reference(),
        gateway.name(),
        wanted.methods().getFirst(),
        YEN,
        clock().instant(),
        page.closesAt(),
        Checkout.State.OPEN,
        page.providerId(),
        page.url());
  }

  private static <T> T said(Outcome<Failure, T> outcome) {
    return outcome.fold(
        why -> {
          throw new AssertionError("it did not: " + why);
        },
        answer -> answer);
  }

  private static void away(Outcome<Failure, ?> outcome) {
    assertEquals(Outcome.failure(new Failure.Away()), outcome);
  }

  private Statement asked(Checkout checkout) {
    return said(gateway.query(checkout));
  }

  private Statement.Taken only(Checkout checkout) {
    List<Statement.Taken> taken = asked(checkout).payments();
    assertEquals(1, taken.size(), taken.toString());
    return taken.getFirst();
  }

  private Checkout paid(String method) {
    Checkout checkout = begun(method);
    assertTrue(pages.press(checkout.url(), "PAY"));
    return checkout;
  }

  private Receipt receipt(Checkout checkout) {
    Statement.Taken taken = only(checkout);
    return new Receipt(
        taken.paymentId(), checkout.reference(), taken.method(), YEN, taken.at(), null);
  }

  private Outcome<Failure, Boolean> refund(Checkout checkout, int yen, int before, String key) {
    return gateway.refund(checkout, receipt(checkout), yen, before, key);
  }

  @Nested
  class APage {
    @Test
    void opensForWhatIsToBePaidAndNothingIsSaidUntilSomebodyPays() {
      Checkout checkout = begun("credit_card");
      assertTrue(checkout.url().startsWith("http"), checkout.url());
      assertTrue(checkout.closesAt().isAfter(clock().instant()));
      assertEquals(new Statement(true, null, List.of()), asked(checkout));
    }

    @Test
    void isTheOnlyOneOfItsReference() {
      PaymentGateway.Wanted wanted = wanted("credit_card");
      PaymentGateway.Begun first = said(gateway.createCheckout(wanted));
      gateway
          .createCheckout(wanted)
          .fold(
              refused -> assertInstanceOf(Failure.Refused.class, refused),
              same -> {
                assertEquals(first.url(), same.url());
                return same;
              });
    }

    @Test
    void isOverWhenItsTimeIs() {
      Checkout checkout = begun("credit_card");
      assertTrue(pages.press(checkout.url(), "LET_PAGE_EXPIRE"));
      passed = Duration.ofHours(2);
      assertEquals(new Statement(false, null, List.of()), asked(checkout));
      assertFalse(pages.press(checkout.url(), "PAY"));
    }

    @Test
    void canBePaidByNobodyOnceItIsClosed() {
      assumeFalse(gateway.choosesThere(), "an untouched one stands open until its end");
      Checkout checkout = begun("credit_card");
      assertTrue(said(gateway.close(checkout)));
      assertFalse(pages.press(checkout.url(), "PAY"));
      assertEquals(new Statement(false, null, List.of()), asked(checkout));
    }

    @Test
    void thatCanNotBeClosedSaysSoAndCanStillBePaid() {
      assumeTrue(gateway.choosesThere(), "it can be closed");
      Checkout checkout = begun("credit_card");
      assertTrue(
          gateway.close(checkout) instanceof Outcome.Failure<Failure, Boolean>(Failure.Refused no));
      assertTrue(asked(checkout).open());
      assertTrue(pages.press(checkout.url(), "methods/paypay"));
      assertTrue(pages.press(checkout.url(), "PAY"));
      assertEquals("paypay", only(checkout).method());
    }
  }

  @Nested
  class Money {
    @Test
    void isToldOnceItIsTaken() {
      for (String method : List.of("credit_card", "paypay")) {
        Checkout checkout = paid(method);
        Statement.Taken taken = only(checkout);
        assertEquals(YEN, taken.amount());
        assertEquals("JPY", taken.currency());
        assertEquals(method, taken.method());
        assertEquals(0, taken.refunded());
        assertFalse(asked(checkout).open());
        Duration ago = Duration.between(taken.at(), Instant.now());
        assertTrue(ago.compareTo(Duration.ofMinutes(1)) < 0, "taken " + ago + " ago");
      }
    }

    @Test
    void isToldUnderTheSameNameHoweverOftenItIsAskedFor() {
      Checkout checkout = paid("credit_card");
      assertEquals(only(checkout), only(checkout));
    }

    @Test
    void isNoneWhereTheCardWasDeclinedAndThePageCanBeUsedAgain() {
      Checkout checkout = begun("credit_card");
      pages.press(checkout.url(), "DECLINED");
      pages.press(checkout.url(), "NOT_AUTHENTICATED");
      assertEquals(new Statement(true, null, List.of()), asked(checkout));
      assertTrue(pages.press(checkout.url(), "PAY"));
      assertEquals(YEN, only(checkout).amount());
    }

    @Test
    void isToldToTheYenAsTheGatewayHasItWhenSomebodyPaysTwice() {
      Checkout checkout = begun("credit_card");
      if (!pages.press(checkout.url(), "PAY_TWICE")) {
        // This one takes money once.
        assertTrue(pages.press(checkout.url(), "PAY"));
        assertFalse(pages.press(checkout.url(), "PAY"));
      }
      long told = asked(checkout).payments().stream().mapToLong(Statement.Taken::amount).sum();
      assertEquals(pages.ledger(checkout.reference(), "taken"), told);
      assertTrue(told >= YEN);
      assertEquals(
          asked(checkout).payments().size(),
          asked(checkout).payments().stream().map(Statement.Taken::paymentId).distinct().count());
    }

    @Test
    void ofAnotherAmountIsToldAsItWasTaken() {
      Checkout checkout = begun("credit_card");
      pages.press(checkout.url(), "PAY_OTHER_AMOUNT");
      assertEquals(YEN + 100, only(checkout).amount());
    }

    @Test
    void ofAnotherCurrencyIsToldAsSuch() {
      Checkout checkout = begun("credit_card");
      pages.press(checkout.url(), "PAY_OTHER_CURRENCY");
      assertEquals("USD", only(checkout).currency());
    }

    @Test
    void thatWasTakenBeforeThePageWasClosedIsStillTold() {
      Checkout checkout = paid("credit_card");
      gateway.close(checkout);
      assertEquals(YEN, only(checkout).amount());
    }
  }

  @Nested
  class ASlip {
    private Checkout issued() {
      Checkout checkout = begun("konbini");
      assertTrue(pages.press(checkout.url(), "ISSUE_SLIP"));
      return checkout;
    }

    @Test
    void isWaitedForUntilItsDayAlsoWhenThePageIsLongClosed() {
      Checkout checkout = issued();
      passed = Duration.ofHours(30);
      Statement said = asked(checkout);
      assertTrue(said.open());
      assertNotNull(said.slipUntil());
      assertTrue(said.slipUntil().isAfter(Instant.now().plus(Duration.ofDays(2))));
      assertTrue(said.payments().isEmpty());
    }

    @Test
    void isPaidInAShopDaysLater() {
      Checkout checkout = issued();
      assertTrue(pages.press(checkout.url(), "PAY_SLIP"));
      assertEquals("konbini", only(checkout).method());
      assertEquals(YEN, only(checkout).amount());
      assertFalse(asked(checkout).open());
    }

    @Test
    void comesToNothingWhenItsDayIsOver() {
      Checkout checkout = issued();
      pages.press(checkout.url(), "LET_SLIP_EXPIRE");
      assertEquals(new Statement(false, null, List.of()), asked(checkout));
    }

    @Test
    void isWorthNothingOnceItIsClosed() {
      Checkout checkout = issued();
      assertTrue(said(gateway.close(checkout)));
      pages.press(checkout.url(), "PAY_SLIP");
      assertEquals(new Statement(false, null, List.of()), asked(checkout));
    }
  }

  @Nested
  class ARefund {
    @Test
    void isDoneWholeOrInParts() {
      for (String method : List.of("credit_card", "paypay")) {
        Checkout checkout = paid(method);
        said(refund(checkout, 200, 0, checkout.reference() + "-1"));
        assertEquals(200, only(checkout).refunded());
        assertEquals(YEN, only(checkout).amount());
        said(refund(checkout, 400, 200, checkout.reference() + "-2"));
        assertEquals(YEN, only(checkout).refunded());
        assertEquals(YEN, only(checkout).amount());
        assertEquals(YEN, pages.ledger(checkout.reference(), "refunded"));
      }
    }

    @Test
    void thatIsAskedTwiceIsDoneOnce() {
      for (String method : List.of("credit_card", "paypay")) {
        Checkout checkout = paid(method);
        String key = checkout.reference() + "-1";
        said(refund(checkout, 200, 0, key));
        said(refund(checkout, 200, 0, key));
        assertEquals(200, pages.ledger(checkout.reference(), "refunded"));
        assertEquals(200, only(checkout).refunded());
      }
    }

    @Test
    void thatTakesDaysIsNotDoneBeforeItIs() {
      assumeTrue(contracted.refundsTakeDays(), "it gives back at once");
      Checkout checkout = paid("credit_card");
      pages.mode("REFUNDS_LATER");
      String key = checkout.reference() + "-1";
      said(refund(checkout, YEN, 0, key));
      assertEquals(0, only(checkout).refunded());
      said(refund(checkout, YEN, 0, key));
      assertTrue(pages.press(checkout.url(), "REFUND_ARRIVES"));
      assertEquals(YEN, only(checkout).refunded());
      assertEquals(YEN, pages.ledger(checkout.reference(), "refunded"));
    }

    @Test
    void thatItWillNotDoIsRefusedInItsOwnWord() {
      Checkout checkout = begun("konbini");
      pages.press(checkout.url(), "ISSUE_SLIP");
      pages.press(checkout.url(), "PAY_SLIP");
      assertTrue(
          refund(checkout, YEN, 0, checkout.reference() + "-1")
                  instanceof Outcome.Failure<Failure, Boolean>(Failure.Refused(String code))
              && !code.isEmpty());
      assertEquals(0, pages.ledger(checkout.reference(), "refunded"));
    }
  }

  @Nested
  class AChargeBack {
    @Test
    void isToldAsMoneyThatIsBackWithThePayerAndAsWhatItIsWhereTheGatewaySaysSo() {
      Checkout checkout = paid("credit_card");
      said(refund(checkout, 200, 0, checkout.reference() + "-1"));
      assertTrue(pages.press(checkout.url(), "CHARGE_BACK"));
      assertEquals(YEN, only(checkout).amount());
      assertEquals(YEN, only(checkout).refunded());
      assertEquals(contracted.tellsOfChargeBacks() ? 400 : 0, only(checkout).chargedBack());
    }

    @Test
    void thatIsWithdrawnIsMoneyOfTheCityAgain() {
      Checkout checkout = paid("credit_card");
      pages.press(checkout.url(), "CHARGE_BACK");
      assertTrue(pages.press(checkout.url(), "WIN_CHARGE_BACK"));
      assertEquals(0, only(checkout).refunded());
      assertEquals(0, only(checkout).chargedBack());
    }
  }

  @Nested
  class ANotice {
    private Optional<String> proven(JsonNode notice, String body, Instant at) {
      return contracted
          .proof(cloud)
          .check(
              Map.of("x-komoju-signature", List.of(notice.get("signature").stringValue())),
              body.getBytes(StandardCharsets.UTF_8),
              at);
    }

    @Test
    void saysWhichCheckoutToAskAboutInWhateverOrderItComes() {
      Checkout checkout = paid("credit_card");
      List<JsonNode> notices = pages.notices(checkout.reference());
      assertTrue(notices.size() >= 2, "it told " + notices.size() + " times");
      for (JsonNode notice : notices.reversed()) {
        String body = notice.get("body").stringValue();
        assertTrue(proven(notice, body, Instant.now()).isPresent());
        assertEquals(
            Optional.of(checkout.reference()),
            gateway.notification(body).orElseThrow().reference());
      }
    }

    @Test
    void ofSomebodyElseIsNotHeard() {
      Checkout checkout = paid("credit_card");
      JsonNode notice = pages.notices(checkout.reference()).getFirst();
      String body = notice.get("body").stringValue();
      String forged = contracted.otherShop(cloud, body).replace("600", "1");
      assertTrue(proven(notice, forged, Instant.now()).isEmpty());
      assertTrue(proven(notice, "", Instant.now()).isEmpty());
      assertTrue(proven(notice, "{", Instant.now()).isEmpty());
    }

    @Test
    void thatIsSignedAndThreeMonthsOldIsNotHeard() {
      assumeTrue(contracted.signs(), "unsigned, it says nothing but what to ask about");
      Checkout checkout = paid("credit_card");
      JsonNode notice = pages.notices(checkout.reference()).getFirst();
      assertTrue(
          proven(notice, notice.get("body").stringValue(), Instant.now().plus(Duration.ofDays(92)))
              .isEmpty());
    }

    @Test
    void ofNoMoneyIsPassedOver() {
      assertEquals(Optional.empty(), gateway.notification("{\"type\":\"ping\",\"id\":\"evt_1\"}"));
      assertEquals(Optional.empty(), gateway.notification("{}"));
    }
  }

  @Nested
  class Trouble {
    /** Down, an error, nothing readable, half of it, nothing in it. */
    @ParameterizedTest
    @ValueSource(strings = {"DOWN", "FAILING", "GARBAGE", "HALF", "EMPTY"})
    void isThatItCouldNotBeAskedAndMovesNothing(String mode) {
      Checkout open = begun("credit_card");
      Checkout paid = paid("credit_card");
      Receipt receipt = receipt(paid);
      pages.mode(mode);
      away(gateway.createCheckout(wanted("credit_card")));
      away(gateway.query(open));
      away(gateway.query(paid));
      away(gateway.refund(paid, receipt, YEN, 0, paid.reference() + "-1"));
      if (gateway.close(open) instanceof Outcome.Success<Failure, Boolean>) {
        throw new AssertionError("nobody said that it was closed");
      }
      pages.mode("NORMAL");
      assertEquals(YEN, only(paid).amount());
      said(gateway.refund(paid, receipt, YEN, 0, paid.reference() + "-1"));
      assertEquals(YEN, only(paid).refunded());
      assertEquals(YEN, pages.ledger(paid.reference(), "refunded"));
    }

    @Test
    void isAlsoThatItAnswersTooLate() {
      Checkout checkout = begun("credit_card");
      pages.mode("SLOW");
      away(gateway.query(checkout));
      pages.mode("NORMAL");
      assertTrue(asked(checkout).open());
    }
  }
}
