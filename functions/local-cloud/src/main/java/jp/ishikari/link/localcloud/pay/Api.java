package jp.ishikari.link.localcloud.pay;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jp.ishikari.link.localcloud.wire.Json;
import jp.ishikari.link.localcloud.wire.LocalHttp.Answer;
import jp.ishikari.link.localcloud.wire.LocalHttp.Request;
import tools.jackson.databind.JsonNode;

/** What a merchant's server asks: sessions, payments and refunds, as JSON. */
final class Api {
  static final String PREFIX = "/api/v1/";

  private static final String JSON = "application/json";

  private final Ledger ledger;
  private final Notes notes;
  private final String key;
  private final String pages;
  private final Supplier<Mode> mode;

  /**
   * @param key what a merchant proves itself with
   * @param pages where its pages stand
   */
  Api(Ledger ledger, Notes notes, String key, String pages, Supplier<Mode> mode) {
    this.ledger = ledger;
    this.notes = notes;
    this.key = key;
    this.pages = pages;
    this.mode = mode;
  }

  Answer answer(Request request) throws IOException {
    var basic =
        "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    if (!basic.equals(request.header("authorization"))) {
      return refusal(401, "unauthorized");
    }
    var path = request.path().substring(PREFIX.length()).split("/");
    var post = request.method().equals("POST");
    return switch (path[0] + (path.length > 2 ? "/" + path[2] : "")) {
      case "sessions" -> post ? begin(request) : session(path);
      case "sessions/cancel" -> cancelSession(path[1]);
      case "payments" -> path.length == 1 ? list(request.query()) : one(path[1]);
      case "payments/cancel" -> cancelPayment(path[1]);
      case "payments/refund" -> refund(request, path[1]);
      default -> refusal(404, "not_found");
    };
  }

  private Answer begin(Request request) throws IOException {
    var body = Json.read(request.body());
    var amount = body.path("amount").asInt(0);
    var reference = body.at("/payment_data/external_order_num").asString("");
    var method = body.at("/payment_types/0").asString("credit_card");
    if (amount < 1 || reference.isEmpty() || !body.path("currency").asString("").equals("JPY")) {
      return refusal(422, "unprocessable_entity");
    }
    var name = request.header("x-komoju-idempotency");
    var before = ledger.doneBefore(name).flatMap(ledger::find);
    var session =
        before.isPresent()
            ? before.get()
            : ledger.begin(
                name,
                Dialect.KOMOJU,
                reference,
                amount,
                List.of(method),
                body.path("return_url").asString(""),
                body.path("expires_in_seconds").asLong(3600));
    return ok(told(session));
  }

  private Answer session(String[] path) {
    return ledger
        .find(path[1])
        .map(session -> ok(told(session)))
        .orElseGet(() -> refusal(404, "not_found"));
  }

  private Answer cancelSession(String id) throws IOException {
    var session = ledger.find(id);
    if (session.isEmpty() || !session.get().status().equals("pending")) {
      return refusal(422, "invalid_state");
    }
    return ok(told(ledger.change(id, one -> one.in("cancelled"))));
  }

  private Answer list(String query) {
    var reference =
        List.of(query.split("&")).stream()
            .filter(pair -> pair.startsWith("external_order_num="))
            .map(pair -> pair.substring(pair.indexOf('=') + 1))
            .map(text -> URLDecoder.decode(text, StandardCharsets.UTF_8))
            .findFirst()
            .orElse("");
    var data = new ArrayList<Map<String, Object>>();
    for (var session : ledger.all()) {
      if (session.dialect() == Dialect.KOMOJU && session.reference().equals(reference)) {
        session.payments().forEach(payment -> data.add(told(session, payment)));
      }
    }
    return ok(Map.of("resource", "list", "total", data.size(), "data", data));
  }

  private Answer one(String paymentId) {
    return ledger
        .ofPayment(paymentId)
        .map(session -> ok(told(session, Ledger.payment(session, paymentId))))
        .orElseGet(() -> refusal(404, "not_found"));
  }

  private Answer cancelPayment(String paymentId) throws IOException {
    var session = ledger.ofPayment(paymentId);
    if (session.isEmpty()
        || !Ledger.payment(session.get(), paymentId).status().equals("authorized")) {
      return refusal(422, "invalid_state");
    }
    var next =
        ledger.change(
            session.get().id(), one -> one.with(Ledger.payment(one, paymentId).in("cancelled")));
    notes.tell("payment.cancelled", next, Ledger.payment(next, paymentId));
    return ok(told(next, Ledger.payment(next, paymentId)));
  }

  private Answer refund(Request request, String paymentId) throws IOException {
    Optional<Session> session = ledger.ofPayment(paymentId);
    if (session.isEmpty()) {
      return refusal(404, "not_found");
    }
    var name = request.header("x-komoju-idempotency");
    var payment = Ledger.payment(session.get(), paymentId);
    if (ledger.doneBefore(name).isPresent()) {
      return ok(told(session.get(), payment));
    }
    JsonNode body = Json.read(request.body());
    var yen = body.path("amount").asInt(payment.amount());
    if (session.get().method().equals("konbini")) {
      return refusal(422, "not_refundable");
    }
    if (!payment.status().equals("captured")
        || yen < 1
        || payment.refunded() + payment.coming() + yen > payment.amount()) {
      return refusal(422, "refund_amount_exceeded");
    }
    var next = ledger.refund(name, session.get(), paymentId, yen, mode.get() == Mode.REFUNDS_LATER);
    notes.tell("payment.refunded", next, Ledger.payment(next, paymentId));
    return ok(told(next, Ledger.payment(next, paymentId)));
  }

  private Map<String, Object> told(Session session) {
    var told = new LinkedHashMap<String, Object>();
    told.put("id", session.id());
    told.put("resource", "session");
    told.put("mode", "payment");
    told.put("amount", session.amount());
    told.put("currency", "JPY");
    told.put("session_url", pages + "/sessions/" + session.id());
    told.put("return_url", session.returnUrl());
    told.put("status", session.status());
    told.put("payment_types", List.of(session.method()));
    told.put("payment_data", Map.of("external_order_num", session.reference()));
    if (!session.payments().isEmpty()) {
      told.put("payment", told(session, session.payments().getLast()));
    }
    return told;
  }

  static Map<String, Object> told(Session session, Session.Payment payment) {
    var told = new LinkedHashMap<String, Object>();
    told.put("id", payment.id());
    told.put("resource", "payment");
    told.put("status", payment.status());
    told.put("amount", payment.amount());
    told.put("tax", 0);
    told.put("payment_method_fee", 0);
    told.put("total", payment.amount());
    told.put("currency", payment.currency());
    told.put("payment_details", Map.of("type", payment.method()));
    told.put("external_order_num", session.reference());
    told.put("session", session.id());
    told.put("created_at", moment(payment.createdAt()));
    told.put("captured_at", moment(payment.capturedAt()));
    told.put("payment_deadline", moment(payment.deadline()));
    told.put("amount_refunded", payment.refunded());
    told.put("refunds", refunds(payment));
    return told;
  }

  private static List<Map<String, Object>> refunds(Session.Payment payment) {
    var refunds = new ArrayList<Map<String, Object>>();
    if (payment.refunded() > payment.chargedBack()) {
      refunds.add(refund(payment, payment.refunded() - payment.chargedBack(), false));
    }
    if (payment.chargedBack() > 0) {
      refunds.add(refund(payment, payment.chargedBack(), true));
    }
    return refunds;
  }

  private static Map<String, Object> refund(Session.Payment payment, int yen, boolean chargedBack) {
    return Map.of(
        "resource",
        "refund",
        "payment",
        payment.id(),
        "amount",
        yen,
        "currency",
        payment.currency(),
        "chargeback",
        chargedBack);
  }

  static String moment(Instant atOrNull) {
    return atOrNull == null ? null : atOrNull.atOffset(ZoneOffset.UTC).toString();
  }

  private static Answer ok(Object body) {
    return Answer.text(200, JSON, Json.write(body));
  }

  private static Answer refusal(int status, String code) {
    return Answer.text(
        status, JSON, Json.write(Map.of("error", Map.of("code", code, "message", code))));
  }
}
