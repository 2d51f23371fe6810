package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.payment.OrderState;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.AtOnce;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What an applicant and whoever they ask to pay are promised. */
@ExtendWith(Engines.class)
class PayerLinksTest {
  private final Till till;
  private final String link = SpokenCode.draw(new SecureRandom());

  PayerLinksTest(TestCloud cloud) {
    this.till = Till.withApplication(cloud);
  }

  @AfterEach
  void theGatewayIsAsUsual() {
    till.mode("NORMAL");
  }

  private GatewayAnswer made(String code, String name) {
    return till.byResident(Route.MAKE_PAYER_LINK, body -> body.put("link", code).put("name", name));
  }

  private GatewayAnswer ended(int number) {
    return till.byResident(Route.END_PAYER_LINK, body -> body.put("number", number));
  }

  private GatewayAnswer opened(String code) {
    return till.byGuest(Route.OPEN_PAYER_LINK, body -> body.put("code", code));
  }

  private JsonNode shown(String code) {
    GatewayAnswer answer = opened(code);
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private GatewayAnswer begun(String code) {
    return till.byGuest(
        Route.BEGIN_PAYER_CHECKOUT, body -> body.put("code", code).put("method", "paypay"));
  }

  private String page(String code) {
    GatewayAnswer answer = begun(code);
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body()).get("url").stringValue();
  }

  /** What the applicant sees of the link that was made first. */
  private JsonNode first() {
    GatewayAnswer answer = till.byResident(Route.READ_PAYMENT, body -> {});
    return Json.MAPPER.readTree(answer.body()).at("/payment/links/0");
  }

  private void is(String state) {
    assertEquals(state, shown(link).get("state").stringValue());
  }

  @Nested
  class Shown {
    @Test
    void isForWhatAndHowMuchAndTheNameThatWasChosenAndNothingElse() {
      assertEquals(201, made(link, "お父さんへ").status());
      JsonNode shown = shown(link);
      assertEquals(600, shown.get("amount").intValue());
      assertEquals("お父さんへ", shown.get("name").stringValue());
      assertEquals(till.application.procedureName(), shown.get("procedureName").stringValue());
      String all = opened(link).body();
      assertFalse(all.contains(till.application.applicationId()), all);
      assertFalse(all.contains(till.application.receiptNumber()), all);
      assertFalse(all.contains("receipts"), all);
      assertFalse(all.contains("links"), all);
    }

    @Test
    void isTheSameHoweverOftenItIsOpened() {
      made(link, "お父さんへ");
      shown(link);
      shown(link);
      is("OPEN");
      assertTrue(till.order().checkouts().isEmpty());
    }

    @Test
    void isNothingUnderACodeThatNeverWas() {
      assertEquals(404, opened(SpokenCode.draw(new SecureRandom())).status());
      assertEquals(404, opened("なにか").status());
      assertEquals(404, opened(till.code).status(), "the code of the receipt is not for others");
    }
  }

  @Nested
  class Paid {
    @Test
    void isSeenByThePayerAndToldToTheApplicantUnderTheNameThatTheyChose() {
      made(link, "お父さんへ");
      till.press(page(link), "PAY");
      till.notices().forEach(till::hearAny);
      is("PAID");
      assertEquals(600, shown(link).get("amount").intValue());
      assertEquals("お父さんへ", first().get("name").stringValue());
      assertEquals("PAID", first().get("state").stringValue());
      assertEquals(422, begun(link).status());
    }

    @Test
    void isFoundOutAlsoWhenThePayerNeverComesBackAndNobodyTells() {
      till.mode("NO_NOTICES");
      made(link, "お父さんへ");
      till.press(page(link), "PAY_AND_CLOSE");
      till.later(Duration.ofMinutes(2));
      till.poll();
      is("PAID");
    }

    @Test
    void withAnotherLinkIsNotSaidToBePaidWithThisOne() {
      String other = SpokenCode.draw(new SecureRandom());
      made(link, "お父さんへ");
      made(other, "お母さんへ");
      till.press(page(other), "PAY");
      till.notices().forEach(till::hearAny);
      is("OVER");
      assertEquals("PAID", shown(other).get("state").stringValue());
      assertFalse(shown(link).hasNonNull("amount"));
    }

    @Test
    void onThePageThatStandsOpenIsOneCheckoutWhoeverWentThere() {
      made(link, "お父さんへ");
      String own = till.page("paypay");
      assertEquals(own, page(link));
      till.press(own, "PAY");
      till.notices().forEach(till::hearAny);
      is("PAID");
      assertEquals(1, till.order().checkouts().size());
    }
  }

  @Nested
  class Over {
    @Test
    void isWhatTheApplicantTookBack() {
      made(link, "お父さんへ");
      assertEquals(200, ended(1).status());
      assertEquals(200, ended(1).status());
      is("OVER");
      assertEquals(422, begun(link).status());
      assertEquals("OVER", first().get("state").stringValue());
      assertEquals(OrderState.AWAITING, till.order().state());
    }

    @Test
    void isWhatNeedNotBePaidAnyMore() {
      made(link, "お父さんへ");
      till.happened(Step.WITHDRAW);
      is("OVER");
    }

    @Test
    void isWhatIsTooOld() {
      made(link, "お父さんへ");
      till.later(Duration.ofDays(9));
      is("OVER");
      assertEquals(422, begun(link).status());
    }
  }

  @Nested
  class Refused {
    @Test
    void isASixthLink() {
      for (int i = 0; i < 5; i++) {
        assertEquals(201, made(SpokenCode.draw(new SecureRandom()), "家族" + i).status());
      }
      GatewayAnswer answer = made(link, "お父さんへ");
      assertEquals(422, answer.status());
      assertTrue(answer.body().contains("5つまで"), answer.body());
      assertEquals(404, opened(link).status());
    }

    @Test
    void isEverythingThatIsWrongWithIt() {
      GatewayAnswer answer = made("short", "　");
      assertEquals(400, answer.status());
      assertEquals(2, Json.MAPPER.readTree(answer.body()).get("errors").size(), answer.body());
      assertEquals(400, made("なにかの番号ではないもの！！", "お父さんへ").status());
    }

    @Test
    void areThreeOfEightThatAreMadeAtOnce() {
      List<Integer> answers =
          AtOnce.each(8, i -> made(SpokenCode.draw(new SecureRandom()), "家族" + i).status());
      assertEquals(5, answers.stream().filter(status -> status == 201).count());
      assertEquals(3, answers.stream().filter(status -> status == 422).count());
    }

    @Test
    void isALinkForWhatIsPaidAlready() {
      till.press(till.page("credit_card"), "PAY");
      till.notices().forEach(till::hearAny);
      assertEquals(422, made(link, "お父さんへ").status());
    }

    @Test
    void isToTakeBackWhatIsNotThere() {
      assertEquals(404, ended(1).status());
    }
  }

  @Test
  void whoAppliedWithoutAnAccountAsksOthersWithTheCodeOfTheReceipt() {
    till.ownedBy(null);
    GatewayAnswer made =
        till.byGuest(
            Route.MAKE_FOLLOWED_PAYER_LINK,
            body -> body.put("code", till.code).put("link", link).put("name", "お父さんへ"));
    assertEquals(201, made.status(), made.body());
    is("OPEN");
    GatewayAnswer ended =
        till.byGuest(
            Route.END_FOLLOWED_PAYER_LINK, body -> body.put("code", till.code).put("number", 1));
    assertEquals(200, ended.status(), ended.body());
    is("OVER");
    GatewayAnswer stranger =
        till.byGuest(
            Route.MAKE_FOLLOWED_PAYER_LINK,
            body -> body.put("code", link).put("link", till.code).put("name", "わたし"));
    assertEquals(404, stranger.status(), "who was asked to pay asks nobody else");
  }
}
