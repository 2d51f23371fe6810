package jp.ishikari.link.payments.gateway;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Receipt;
import jp.ishikari.link.domain.payment.Statement;
import jp.ishikari.link.edge.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * KOMOJU's sessions (https://doc.komoju.com): a page of theirs for one session, the payments of a
 * session listed by our reference.
 */
public final class Komoju implements PaymentGateway {
  public static final String NAME = "komoju";

  /** How long its page stands open; a slip that is drawn up there has days of its own. */
  private static final Duration OPEN = Duration.ofHours(1);

  private static final Set<String> OVER = Set.of("completed", "cancelled", "expired");

  private final GatewayApi api;
  private final Supplier<String> key;
  private final List<String> methods;
  private final InstantSource clock;

  /**
   * @param endpoint with the path under which all of it stands
   * @param key its secret key, when it is needed
   */
  public Komoju(URI endpoint, Supplier<String> key, List<String> methods, InstantSource clock) {
    this(endpoint, key, methods, clock, GatewayApi.PATIENCE);
  }

  Komoju(
      URI endpoint,
      Supplier<String> key,
      List<String> methods,
      InstantSource clock,
      Duration patience) {
    this.api = new GatewayApi(endpoint, patience);
    this.key = key;
    this.methods = methods;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String label() {
    return "KOMOJU";
  }

  @Override
  public List<String> methods() {
    return methods;
  }

  @Override
  public boolean choosesThere() {
    return false;
  }

  @Override
  public Outcome<Failure, Begun> createCheckout(Wanted wanted) {
    Map<String, Object> session = new LinkedHashMap<>();
    session.put("amount", wanted.amount());
    session.put("currency", "JPY");
    session.put("default_locale", "ja");
    session.put("payment_types", List.of(wanted.methods().getFirst()));
    session.put("return_url", wanted.returnTo());
    session.put("expires_in_seconds", OPEN.toSeconds());
    session.put(
        "payment_data", Map.of("external_order_num", wanted.reference(), "capture", "auto"));
    return asked(post("sessions", session, wanted.reference()))
        .then(
            answer -> {
              String id = answer.path("id").asString("");
              String url = answer.path("session_url").asString("");
              return id.isEmpty() || !url.startsWith("http")
                  ? Outcome.failure(new Failure.Away())
                  : Outcome.success(new Begun(id, url, clock.instant().plus(OPEN)));
            });
  }

  @Override
  public Optional<Told> notification(String text) {
    JsonNode body = Json.MAPPER.readTree(text);
    String id = body.path("id").asString("");
    JsonNode data = body.path("data");
    String reference = data.path("external_order_num").asString("");
    if (id.isEmpty() || !body.path("type").asString("").startsWith("payment.")) {
      return Optional.empty();
    }
    return Optional.of(
        new Told(
            id,
            moment(body.path("created_at")).orElse(Instant.EPOCH),
            Optional.of(reference).filter(said -> !said.isEmpty())));
  }

  @Override
  public Outcome<Failure, Statement> query(Checkout checkout) {
    return asked(get("sessions/" + checkout.providerId()))
        .then(session -> payments(checkout).then(payments -> statement(session, payments)));
  }

  private Outcome<Failure, List<JsonNode>> payments(Checkout checkout) {
    return asked(get("payments?per_page=50&external_order_num=" + checkout.reference()))
        .then(
            answer -> {
              if (!answer.path("data").isArray()) {
                return Outcome.failure(new Failure.Away());
              }
              List<JsonNode> ours = new ArrayList<>();
              // Whatever the list is filtered by there, nothing of another reference is ours.
              for (JsonNode payment : answer.path("data")) {
                if (payment.path("external_order_num").asString("").equals(checkout.reference())) {
                  ours.add(payment);
                }
              }
              return Outcome.success(ours);
            });
  }

  private static Outcome<Failure, Statement> statement(JsonNode session, List<JsonNode> payments) {
    String status = session.path("status").asString("");
    boolean open = !OVER.contains(status);
    boolean readable = !status.isEmpty();
    Instant slip = null;
    List<Statement.Taken> taken = new ArrayList<>();
    for (JsonNode payment : payments) {
      switch (payment.path("status").asString("")) {
        case "captured", "refunded" -> {
          readable &= readable(payment);
          taken.add(taken(payment));
        }
        case "authorized", "pending" -> {
          open = true;
          slip = moment(payment.path("payment_deadline")).orElse(slip);
        }
        case "failed", "cancelled", "expired" -> {}
        default -> readable = false;
      }
    }
    return readable
        ? Outcome.success(new Statement(open, slip, taken))
        : Outcome.failure(new Failure.Away());
  }

  private static boolean readable(JsonNode payment) {
    return !payment.path("id").asString("").isEmpty()
        && payment.path("amount").isIntegralNumber()
        && !payment.path("currency").asString("").isEmpty();
  }

  private static Statement.Taken taken(JsonNode payment) {
    return new Statement.Taken(
        payment.path("id").asString(""),
        payment.path("payment_details").path("type").asString("other"),
        payment.path("amount").asLong(-1),
        payment.path("currency").asString(""),
        moment(payment.path("captured_at"))
            .or(() -> moment(payment.path("created_at")))
            .orElse(Instant.EPOCH),
        payment.path("amount_refunded").asLong(0),
        chargedBack(payment));
  }

  private static long chargedBack(JsonNode payment) {
    long yen = 0;
    for (JsonNode refund : payment.path("refunds")) {
      if (refund.path("chargeback").asBoolean(false)) {
        yen += refund.path("amount").asLong(0);
      }
    }
    return yen;
  }

  @Override
  public Outcome<Failure, Boolean> close(Checkout checkout) {
    Outcome<Failure, JsonNode> session =
        asked(post("sessions/" + checkout.providerId() + "/cancel", Map.of(), null));
    // A session that led to a slip is over and can't be cancelled; the slip can.
    return session instanceof Outcome.Failure<Failure, JsonNode>(Failure.Away away)
        ? Outcome.failure(away)
        : payments(checkout).then(this::cancelled);
  }

  private Outcome<Failure, Boolean> cancelled(List<JsonNode> payments) {
    for (JsonNode payment : payments) {
      if (payment.path("status").asString("").equals("authorized")) {
        String path = "payments/" + payment.path("id").asString("") + "/cancel";
        if (asked(post(path, Map.of(), null))
            instanceof Outcome.Failure<Failure, JsonNode>(Failure why)) {
          return Outcome.failure(why);
        }
      }
    }
    return Outcome.success(true);
  }

  @Override
  public Outcome<Failure, Boolean> refund(
      Checkout checkout, Receipt receipt, int amount, long before, String refundKey) {
    return asked(
            post(
                "payments/" + receipt.receiptId() + "/refund", Map.of("amount", amount), refundKey))
        .then(
            payment ->
                readable(payment) ? Outcome.success(true) : Outcome.failure(new Failure.Away()));
  }

  private HttpRequest.Builder request(String path) {
    String basic =
        Base64.getEncoder().encodeToString((key.get() + ":").getBytes(StandardCharsets.UTF_8));
    return api.request(path)
        .header("Authorization", "Basic " + basic)
        .header("Accept", "application/json");
  }

  private HttpRequest get(String path) {
    return request(path).GET().build();
  }

  private HttpRequest post(String path, Object body, String onceOrNull) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)));
    if (onceOrNull != null) {
      request.header("X-KOMOJU-IDEMPOTENCY", onceOrNull);
    }
    return request.build();
  }

  private Outcome<Failure, JsonNode> asked(HttpRequest request) {
    return api.asked(request).then(Komoju::read);
  }

  private static Outcome<Failure, JsonNode> read(GatewayApi.Answer answer) {
    try {
      JsonNode body = Json.MAPPER.readTree(answer.body());
      String code = body.path("error").path("code").asString("");
      if (answer.did()) {
        // Every thing of theirs says what it is.
        return body.path("resource").isString()
            ? Outcome.success(body)
            : Outcome.failure(new Failure.Away());
      }
      return Outcome.failure(code.isEmpty() ? new Failure.Away() : new Failure.Refused(code));
    } catch (JacksonException unreadable) {
      return Outcome.failure(new Failure.Away());
    }
  }

  private static Optional<Instant> moment(JsonNode text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.asString("")).toInstant());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
