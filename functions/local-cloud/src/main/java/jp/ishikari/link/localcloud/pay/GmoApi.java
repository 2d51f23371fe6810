package jp.ishikari.link.localcloud.pay;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.ishikari.link.localcloud.wire.Json;
import jp.ishikari.link.localcloud.wire.LocalHttp.Answer;
import jp.ishikari.link.localcloud.wire.LocalHttp.Request;

/**
 * What a merchant's server asks GMO's リンクタイプPlus: an address to pay at as JSON; trades, and what is
 * changed of them, as forms.
 */
final class GmoApi {
  static final String PREFIX = "/payment/";

  private static final String FORM = "text/plain; charset=utf-8";
  private static final String NO_SUCH_TRADE = "E01110002";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Tokyo"));

  /** What each way to pay is called when a page is asked for. */
  private static final Map<String, String> METHODS =
      Map.of("credit", "credit_card", "cvs", "konbini", "paypay", "paypay");

  /** And when a trade is. */
  private static final Map<String, String> TYPES =
      Map.of("0", "credit_card", "3", "konbini", "45", "paypay");

  private final Ledger ledger;
  private final Notes notes;
  private final String shop;
  private final String password;
  private final String pages;

  GmoApi(Ledger ledger, Notes notes, String shop, String password, String pages) {
    this.ledger = ledger;
    this.notes = notes;
    this.shop = shop;
    this.password = password;
    this.pages = pages;
  }

  Answer answer(Request request) throws IOException {
    var path = request.path().substring(PREFIX.length());
    if (path.equals("GetLinkplusUrlPayment.json")) {
      return begin(request);
    }
    var form = form(request.text());
    if (!shop.equals(form.get("ShopID")) || !password.equals(form.get("ShopPass"))) {
      return refusal("E01030002");
    }
    return switch (path) {
      case "SearchTradeMulti.idPass" -> search(form);
      case "AlterTran.idPass" -> alter(form);
      case "ChangeTran.idPass" -> change(form);
      case "PaypayCancelReturn.idPass" -> giveBack(form);
      case "CvsCancel.idPass" -> cancelSlip(form);
      default -> refusal("E00000000");
    };
  }

  private Answer begin(Request request) throws IOException {
    var body = Json.read(request.body());
    var known =
        body.at("/geturlparam/ShopID").asString("").equals(shop)
            && body.at("/geturlparam/ShopPass").asString("").equals(password);
    var transaction = body.path("transaction");
    var order = transaction.path("OrderID").asString("");
    var amount = transaction.path("Amount").asInt(0);
    var methods =
        StreamSupport.stream(transaction.path("PayMethods").spliterator(), false)
            .map(one -> METHODS.get(one.asString("")))
            .toList();
    if (!known) {
      return refusals("E01030002");
    }
    if (order.isEmpty() || order.length() > 27 || amount < 1 || methods.isEmpty()) {
      return refusals("E01040013");
    }
    if (ledger.doneBefore("gmo-" + order).isPresent()) {
      return refusals("E01040010");
    }
    var session =
        ledger.begin(
            "gmo-" + order,
            Dialect.GMO,
            order,
            amount,
            methods,
            transaction.path("RetUrl").asString(""),
            3600);
    return Answer.text(
        200,
        "application/json; charset=utf-8",
        Json.write(
            Map.of(
                "OrderID",
                order,
                "LinkUrl",
                pages + "/sessions/" + session.id(),
                "ProcessDate",
                MOMENT.format(session.createdAt()))));
  }

  /** The trade of an order by one way to pay: what was tried last. */
  private Optional<Session.Payment> trade(String order, String method) {
    return session(order).stream()
        .flatMap(session -> session.payments().stream())
        .filter(payment -> payment.method().equals(method))
        .reduce((earlier, later) -> later);
  }

  private Optional<Session> session(String order) {
    return ledger.all().stream()
        .filter(session -> session.dialect() == Dialect.GMO && session.reference().equals(order))
        .findFirst();
  }

  private Answer search(Map<String, String> form) {
    var order = form.getOrDefault("OrderID", "");
    var type = form.getOrDefault("PayType", "");
    return trade(order, TYPES.getOrDefault(type, ""))
        .map(trade -> ok(told(order, type, trade)))
        .orElseGet(() -> refusal(NO_SUCH_TRADE));
  }

  /** A card's trade shows what is left of it; PayPay's shows both. */
  private static Map<String, Object> told(String order, String type, Session.Payment trade) {
    var told = new LinkedHashMap<String, Object>();
    var card = trade.method().equals("credit_card");
    told.put("OrderID", order);
    told.put("Status", status(trade));
    told.put("ProcessDate", MOMENT.format(at(trade)));
    told.put("JobCd", card || trade.method().equals("paypay") ? "CAPTURE" : "");
    told.put("AccessID", trade.id());
    told.put("AccessPass", "pass-" + trade.id());
    told.put(
        "Amount",
        card && !trade.status().equals("refunded")
            ? trade.amount() - trade.refunded()
            : trade.amount());
    told.put("Tax", 0);
    told.put("Currency", trade.currency());
    told.put("PayType", type);
    if (trade.method().equals("konbini")) {
      told.put("PaymentTerm", trade.deadline() == null ? "" : MOMENT.format(trade.deadline()));
    }
    if (trade.method().equals("paypay")) {
      told.put("PayPayCancelAmount", trade.refunded());
    }
    return told;
  }

  private static Instant at(Session.Payment trade) {
    return trade.capturedAt() == null ? trade.createdAt() : trade.capturedAt();
  }

  /** In the words of each way to pay. */
  static String status(Session.Payment trade) {
    var slip = trade.method().equals("konbini");
    return switch (trade.status()) {
      case "captured" -> slip ? "PAYSUCCESS" : "CAPTURE";
      case "refunded" -> "RETURN";
      case "authorized" -> "REQSUCCESS";
      case "failed" -> slip || trade.method().equals("paypay") ? "PAYFAIL" : "UNPROCESSED";
      case "cancelled" -> "CANCEL";
      default -> "EXPIRED";
    };
  }

  /** All of a card's is given back. */
  private Answer alter(Map<String, String> form) throws IOException {
    var trade = byAccess(form, "credit_card");
    if (trade.isEmpty() || !List.of("VOID", "RETURN", "RETURNX").contains(form.get("JobCd"))) {
      return refusal(NO_SUCH_TRADE);
    }
    if (!trade.get().status().equals("captured")) {
      return refusal("E11010001");
    }
    return gaveBack(trade.get(), trade.get().amount() - trade.get().refunded());
  }

  /** A card's amount becomes less. */
  private Answer change(Map<String, String> form) throws IOException {
    var trade = byAccess(form, "credit_card");
    var amount = number(form.get("Amount"));
    if (trade.isEmpty()) {
      return refusal(NO_SUCH_TRADE);
    }
    var left = trade.get().amount() - trade.get().refunded();
    return trade.get().status().equals("captured") && amount > 0 && amount < left
        ? gaveBack(trade.get(), left - amount)
        : refusal("E11010001");
  }

  private Answer giveBack(Map<String, String> form) throws IOException {
    var trade = byAccess(form, "paypay");
    var yen = number(form.get("CancelAmount"));
    if (trade.isEmpty()) {
      return refusal(NO_SUCH_TRADE);
    }
    return trade.get().status().equals("captured")
            && yen > 0
            && yen <= trade.get().amount() - trade.get().refunded()
        ? gaveBack(trade.get(), yen)
        : refusal("M01085011");
  }

  private Answer gaveBack(Session.Payment trade, int yen) throws IOException {
    var session = ledger.ofPayment(trade.id()).orElseThrow();
    var next = ledger.refund(null, session, trade.id(), yen, false);
    notes.tell("payment.refunded", next, Ledger.payment(next, trade.id()));
    return ok(Map.of("AccessID", trade.id(), "TranDate", MOMENT.format(Ledger.now())));
  }

  private Answer cancelSlip(Map<String, String> form) throws IOException {
    var trade = byAccess(form, "konbini");
    if (trade.isEmpty() || !trade.get().status().equals("authorized")) {
      return refusal("E11010001");
    }
    var session = ledger.ofPayment(trade.get().id()).orElseThrow();
    var next = ledger.change(session.id(), one -> one.with(trade.get().in("cancelled")));
    notes.tell("payment.cancelled", next, Ledger.payment(next, trade.get().id()));
    return ok(Map.of("OrderID", session.reference(), "Status", "CANCEL"));
  }

  private Optional<Session.Payment> byAccess(Map<String, String> form, String method) {
    var id = form.getOrDefault("AccessID", "");
    return ledger
        .ofPayment(id)
        .filter(session -> ("pass-" + id).equals(form.get("AccessPass")))
        .map(session -> Ledger.payment(session, id))
        .filter(payment -> payment.method().equals(method));
  }

  /** What is told when something happened: a form of which the merchant is shown no password. */
  static String notice(String shop, Session session, Session.Payment payment, int more) {
    var type =
        TYPES.entrySet().stream()
            .filter(one -> one.getValue().equals(payment.method()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("0");
    Map<String, Object> told = told(session.reference(), type, payment);
    told.put("Amount", (Integer) told.get("Amount") + more);
    told.put("ShopID", shop);
    told.put("ShopPass", "**********");
    told.put("AccessPass", "********************************");
    told.put("TranDate", MOMENT.format(Ledger.now()));
    return text(told);
  }

  private static int number(String text) {
    return text == null || !text.matches("[0-9]{1,7}") ? 0 : Integer.parseInt(text);
  }

  static Map<String, String> form(String text) {
    return List.of(text.split("&")).stream()
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                (first, second) -> first));
  }

  private static String text(Map<String, Object> told) {
    return told.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining("&"));
  }

  private static Answer ok(Map<String, Object> told) {
    return Answer.text(200, FORM, text(told));
  }

  private static Answer refusal(String info) {
    return Answer.text(200, FORM, "ErrCode=" + info.substring(0, 3) + "&ErrInfo=" + info);
  }

  private static Answer refusals(String info) {
    return Answer.text(
        400,
        "application/json; charset=utf-8",
        Json.write(List.of(Map.of("ErrCode", info.substring(0, 3), "ErrInfo", info))));
  }
}
