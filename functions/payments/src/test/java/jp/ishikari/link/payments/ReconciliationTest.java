package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** 照合: what a gateway says it took, beside what the ledger says. */
@ExtendWith(Engines.class)
class ReconciliationTest {
  private static final String HEADING =
      "type,payment_id,external_order_num,amount,currency,fee,date\r\n";

  private final TestCloud cloud;
  private final Till till;
  private final Accountant accountant;

  ReconciliationTest(TestCloud cloud) throws Exception {
    this.cloud = cloud;
    this.till = Till.withApplication(cloud);
    this.accountant = new Accountant(till, "s-accountant");
    till.press(till.page("credit_card"), "PAY");
    till.notices().forEach(till::hear);
  }

  private static JsonNode done(GatewayAnswer answer) {
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private String today() {
    return Reception.today(till.instant()).toString();
  }

  private String paymentId() {
    return till.order().receipts().getFirst().receiptId();
  }

  /** The rows of the gateway's own file that are about this payment. */
  private List<String> rows() throws Exception {
    HttpResponse<String> file =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            cloud.said("gateway") + "/settlements/komoju-" + today() + ".csv"))
                    .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    assertEquals(200, file.statusCode());
    assertTrue(file.body().startsWith(HEADING), file.body());
    return Arrays.stream(file.body().split("\r\n"))
        .filter(row -> row.contains(paymentId()))
        .toList();
  }

  private GatewayAnswer sent(List<String> rows, boolean keep) {
    String text = HEADING + rows.stream().map(row -> row + "\r\n").collect(Collectors.joining());
    return accountant.sends(
        Route.RECORD_SETTLEMENT,
        body ->
            body.put("profile", "komoju")
                .put("file", UUID.randomUUID().toString())
                .put("firstRow", 2)
                .put("keep", keep)
                .put(
                    "content",
                    Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
  }

  private JsonNode recorded(List<String> rows) {
    return done(sent(rows, true));
  }

  private JsonNode compared() {
    return done(
        accountant.sends(
            Route.COMPARE_SETTLEMENTS,
            body -> body.put("profile", "komoju").put("first", today()).put("last", today())));
  }

  /** What is not settled about this payment. */
  private List<JsonNode> open(JsonNode shown, String paymentId) {
    return StreamSupport.stream(shown.get("open").spliterator(), false)
        .filter(one -> one.get("paymentId").stringValue().equals(paymentId))
        .toList();
  }

  private String found() {
    List<JsonNode> open = open(compared(), paymentId());
    assertEquals(1, open.size(), open.toString());
    return open.getFirst().get("what").stringValue();
  }

  private void refunded(int amount) {
    done(
        till.byClerk(
            "s-one",
            Route.ASK_REFUND,
            body ->
                body.put("receiptId", paymentId()).put("amount", amount).put("reason", "取りやめ")));
    done(
        till.byClerk(
            "s-other",
            Route.DECIDE_REFUND,
            body ->
                body.put("refundId", till.order().refunds().size()).put("decision", "APPROVE")));
    till.poll();
    till.poll();
  }

  @Nested
  class TheGatewaysOwnFile {
    @Test
    void agreesWithTheLedgerToTheYen() throws Exception {
      refunded(100);
      refunded(150);
      List<String> rows = rows();
      assertEquals(3, rows.size(), rows.toString());
      recorded(rows);
      assertTrue(open(compared(), paymentId()).isEmpty());
      long theirs =
          rows.stream()
              .map(row -> row.split(","))
              .mapToLong(cells -> Long.parseLong(cells[3]) * (cells[0].equals("payment") ? 1 : -1))
              .sum();
      long ours =
          accountant.lines().stream().mapToLong(line -> line.get("amount").longValue()).sum();
      assertEquals(350, ours);
      assertEquals(ours, theirs);
    }

    @Test
    void agreesAboutWhatACardsCompanyTookBackAndGaveAgain() throws Exception {
      String page = till.order().checkouts().getFirst().url();
      till.press(page, "CHARGE_BACK");
      till.notices().forEach(till::hear);
      till.press(page, "WIN_CHARGE_BACK");
      till.notices().forEach(till::hear);
      assertEquals(3, accountant.lines().size(), accountant.lines().toString());
      List<String> rows = rows();
      assertEquals(3, rows.size(), rows.toString());
      recorded(rows);
      assertTrue(open(compared(), paymentId()).isEmpty());
    }

    @Test
    void changesNothingTheSecondTime() throws Exception {
      assertEquals(1, recorded(rows()).get("fresh").intValue());
      JsonNode again = recorded(rows());
      assertEquals(1, again.get("lines").intValue());
      assertEquals(0, again.get("fresh").intValue());
      assertTrue(open(compared(), paymentId()).isEmpty());
    }

    @Test
    void saysWhatTheGatewayKeepsForItself() throws Exception {
      recorded(rows());
      JsonNode total =
          StreamSupport.stream(compared().get("totals").spliterator(), false)
              .filter(one -> one.get("gateway").stringValue().equals("komoju"))
              .findFirst()
              .orElseThrow();
      assertTrue(total.get("fee").intValue() >= 19, total.toString());
    }

    @Test
    void isOnlyLookedAtUntilItIsToBeKept() throws Exception {
      assertEquals(0, done(sent(rows(), false)).get("fresh").intValue());
      assertEquals(1, recorded(rows()).get("fresh").intValue());
    }
  }

  @Nested
  class IsFound {
    @Test
    void whatTheFileDoesNotHaveUntilAnotherHasIt() throws Exception {
      assertEquals("MISSING_THERE", found());
      recorded(rows());
      JsonNode shown = compared();
      assertTrue(open(shown, paymentId()).isEmpty());
      assertTrue(shown.get("settled").toString().contains("AGREED"));
    }

    @Test
    void whatTheLedgerDoesNotHave() {
      String unknown = "pay_" + UUID.randomUUID().toString().replace("-", "");
      recorded(List.of("payment," + unknown + ",,600,JPY,19," + today() + "T10:00:00+09:00"));
      List<JsonNode> open = open(compared(), unknown);
      assertEquals("MISSING_HERE", open.getFirst().get("what").stringValue());
      assertEquals(1, open(compared(), unknown).size());
    }

    @Test
    void anotherAmount() throws Exception {
      recorded(rows().stream().map(row -> row.replace(",600,", ",700,")).toList());
      List<JsonNode> open = open(compared(), paymentId());
      assertEquals(1, open.size(), open.toString());
      assertEquals("OTHER_AMOUNT", open.getFirst().get("what").stringValue());
      assertEquals(600, open.getFirst().get("ours").intValue());
      assertEquals(700, open.getFirst().get("theirs").intValue());
      assertEquals(
          till.application.receiptNumber(), open.getFirst().get("receiptNumber").stringValue());
    }

    @Test
    void whatStandsTwiceInOneFile() throws Exception {
      recorded(Stream.concat(rows().stream(), rows().stream()).toList());
      assertEquals("TWICE", found());
    }
  }

  @Nested
  class HasAnOwnerAndAnEnd {
    private JsonNode mismatch;

    private GatewayAnswer changed(String step, String note) {
      return accountant.sends(
          Route.CHANGE_MISMATCH,
          body -> {
            body.put("day", mismatch.get("day").stringValue())
                .put("mismatchId", mismatch.get("mismatchId").stringValue())
                .put("version", mismatch.get("version").intValue())
                .put("step", step);
            if (note == null) {
              body.remove("note");
            } else {
              body.put("note", note);
            }
          });
    }

    @Test
    void thatAreOnRecord() {
      mismatch = open(compared(), paymentId()).getFirst();
      mismatch = done(changed("TAKE", null));
      assertEquals("会計　花子", mismatch.get("ownerName").stringValue());
      assertEquals(400, changed("RESOLVE", null).status());
      JsonNode earlier = mismatch;
      mismatch = done(changed("NOTE", "決済サービスに問い合わせ中"));
      JsonNode now = mismatch;
      mismatch = earlier;
      assertEquals(409, changed("NOTE", "遅れて").status());
      mismatch = now;
      mismatch = done(changed("RESOLVE", "翌日の精算に入ることを確かめた"));
      assertFalse(mismatch.get("open").booleanValue());
      assertEquals(3, mismatch.get("history").size());
      assertEquals(422, changed("NOTE", "あとから").status());
      assertTrue(open(compared(), paymentId()).isEmpty());
    }
  }

  @Nested
  class Refused {
    @Test
    void isAFileThatCannotBeReadAndNothingOfItIsKept() throws Exception {
      GatewayAnswer answer =
          sent(Stream.concat(rows().stream(), Stream.of("payment,x,y")).toList(), true);
      assertEquals(400, answer.status());
      assertTrue(answer.body().contains("3行目"), answer.body());
      assertEquals(1, recorded(rows()).get("fresh").intValue());
    }

    @Test
    void isAFormThatNobodyKnows() {
      assertEquals(
          400,
          accountant.sends(Route.RECORD_SETTLEMENT, body -> body.put("profile", "other")).status());
    }

    @Test
    void isAMismatchThatThereIsNot() {
      assertEquals(
          404,
          accountant.sends(Route.CHANGE_MISMATCH, body -> body.put("mismatchId", "none")).status());
    }
  }
}
