package jp.ishikari.link.payments.gateway;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Receipt;
import jp.ishikari.link.domain.payment.Statement;
import jp.ishikari.link.edge.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * GMO-PG's リンクタイプPlus (https://docs.mul-pay.jp/linkplus): an address for one OrderID, on which
 * people choose how to pay, and a trade per OrderID and way to pay. It takes money once for an
 * OrderID. An address that nobody has used can't be taken back; it ends by itself.
 */
public final class GmoLinkPlus implements PaymentGateway {
  public static final String NAME = "gmo";

  /** What it answers about a trade that nobody has begun. */
  private static final Set<String> NO_TRADE = Set.of("E01110002", "E01110001");

  /** What a city has agreed with it. */
  public record Contract(
      String shopId, Supplier<String> password, String configuration, Duration pageOpen) {}

  private final GatewayApi api;
  private final Contract contract;
  private final List<GmoTrade.Way> ways;
  private final InstantSource clock;

  /**
   * @param endpoint with the path under which all of it stands
   */
  public GmoLinkPlus(URI endpoint, Contract contract, List<String> methods, InstantSource clock) {
    this(endpoint, contract, methods, clock, GatewayApi.PATIENCE);
  }

  GmoLinkPlus(
      URI endpoint,
      Contract contract,
      List<String> methods,
      InstantSource clock,
      Duration patience) {
    this.api = new GatewayApi(endpoint, patience);
    this.contract = contract;
    this.ways = methods.stream().flatMap(one -> GmoTrade.Way.of(one).stream()).toList();
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String label() {
    return "GMOペイメントゲートウェイ";
  }

  @Override
  public List<String> methods() {
    return ways.stream().map(GmoTrade.Way::method).toList();
  }

  @Override
  public boolean choosesThere() {
    return true;
  }

  @Override
  public Outcome<Failure, Begun> createCheckout(Wanted wanted) {
    Map<String, Object> transaction = new LinkedHashMap<>();
    transaction.put("OrderID", wanted.reference());
    transaction.put("Amount", Integer.toString(wanted.amount()));
    transaction.put("Tax", "0");
    transaction.put("RetUrl", wanted.returnTo());
    transaction.put("CancelUrl", wanted.returnTo());
    transaction.put(
        "PayMethods",
        wanted.methods().stream()
            .flatMap(one -> GmoTrade.Way.of(one).stream())
            .map(GmoTrade.Way::offered)
            .toList());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(
        "geturlparam", Map.of("ShopID", contract.shopId(), "ShopPass", contract.password().get()));
    body.put("configid", contract.configuration());
    body.put("transaction", transaction);
    body.put("credit", Map.of("JobCd", "CAPTURE"));
    HttpRequest request =
        api.request("GetLinkplusUrlPayment.json")
            .header("Content-Type", "application/json; charset=UTF-8")
            .POST(HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)))
            .build();
    return api.asked(request).then(answer -> begun(wanted.reference(), answer));
  }

  private Outcome<Failure, Begun> begun(String reference, GatewayApi.Answer answer) {
    try {
      JsonNode said = Json.MAPPER.readTree(answer.body());
      String url = said.path("LinkUrl").asString("");
      String code = (said.isArray() ? said.path(0) : said).path("ErrInfo").asString("");
      if (!code.isEmpty()) {
        return Outcome.failure(new Failure.Refused(code));
      }
      return answer.did() && url.startsWith("http")
          ? Outcome.success(new Begun(reference, url, clock.instant().plus(contract.pageOpen())))
          : Outcome.failure(new Failure.Away());
    } catch (JacksonException unreadable) {
      return Outcome.failure(new Failure.Away());
    }
  }

  @Override
  public Optional<Told> notification(String body) {
    Map<String, String> form = FormText.read(body);
    String order = form.getOrDefault("OrderID", "");
    String at = form.getOrDefault("TranDate", "");
    return order.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Told(
                String.join("-", order, form.getOrDefault("Status", ""), at),
                GmoTrade.moment(at).orElse(Instant.EPOCH),
                Optional.of(order)));
  }

  @Override
  public Outcome<Failure, Statement> query(Checkout checkout) {
    return trades(checkout).then(trades -> statement(checkout, trades));
  }

  private Outcome<Failure, List<GmoTrade>> trades(Checkout checkout) {
    List<GmoTrade> trades = new ArrayList<>();
    for (GmoTrade.Way way : GmoTrade.Way.values()) {
      Outcome<Failure, Map<String, String>> said =
          asked(
              "SearchTradeMulti.idPass",
              Map.of("OrderID", checkout.reference(), "PayType", way.type()));
      switch (said) {
        case Outcome.Success<Failure, Map<String, String>>(Map<String, String> trade) -> {
          GmoTrade read = new GmoTrade(way, trade);
          if (!read.readable()) {
            return Outcome.failure(new Failure.Away());
          }
          trades.add(read);
        }
        case Outcome.Failure<Failure, Map<String, String>>(Failure.Refused(String code))
            when NO_TRADE.contains(code) -> {}
        case Outcome.Failure<Failure, Map<String, String>>(Failure why) -> {
          return Outcome.failure(why);
        }
      }
    }
    return Outcome.success(trades);
  }

  private Outcome<Failure, Statement> statement(Checkout checkout, List<GmoTrade> trades) {
    boolean inTime = !clock.instant().isAfter(checkout.closesAt());
    boolean open = inTime;
    Instant slip = null;
    List<Statement.Taken> taken = new ArrayList<>();
    for (GmoTrade trade : trades) {
      if (trade.moved()) {
        taken.add(trade.taken(checkout));
        // It takes money once.
        open = false;
      } else if (trade.slip()) {
        slip = trade.slipUntil().orElse(checkout.closesAt());
        open = true;
      } else if (trade.way() == GmoTrade.Way.KONBINI && trade.over()) {
        // The address was used up by the slip.
        open = false;
      }
    }
    return Outcome.success(new Statement(open, slip, taken));
  }

  @Override
  public Outcome<Failure, Boolean> close(Checkout checkout) {
    return trades(checkout)
        .then(
            trades -> {
              for (GmoTrade trade : trades) {
                if (trade.slip()) {
                  return changed("CvsCancel.idPass", checkout, trade, Map.of());
                }
                if (!trade.waits()) {
                  return Outcome.success(true);
                }
              }
              return clock.instant().isAfter(checkout.closesAt())
                  ? Outcome.success(true)
                  : Outcome.failure(new Failure.Refused("open-until-its-end"));
            });
  }

  /** It keeps no name of a refund: what it says is given back already is not asked for again. */
  @Override
  public Outcome<Failure, Boolean> refund(
      Checkout checkout, Receipt receipt, int amount, long before, String key) {
    return trades(checkout)
        .then(
            trades ->
                trades.stream()
                    .filter(one -> receipt.receiptId().equals(one.accessId()))
                    .findFirst()
                    .map(one -> back(checkout, one, amount, before))
                    .orElseGet(() -> Outcome.failure(new Failure.Refused("no-such-trade"))));
  }

  private Outcome<Failure, Boolean> back(
      Checkout checkout, GmoTrade trade, int amount, long before) {
    Statement.Taken so = trade.taken(checkout);
    if (so.refunded() >= before + amount) {
      return Outcome.success(true);
    }
    long left = so.amount() - before - amount;
    return switch (trade.way()) {
      case KONBINI -> Outcome.failure(new Failure.Refused("not-refundable"));
      case PAYPAY ->
          changed(
              "PaypayCancelReturn.idPass",
              checkout,
              trade,
              Map.of("CancelAmount", Integer.toString(amount)));
      case CREDIT_CARD ->
          left > 0
              ? changed(
                  "ChangeTran.idPass",
                  checkout,
                  trade,
                  Map.of("JobCd", "CAPTURE", "Amount", Long.toString(left)))
              : changed("AlterTran.idPass", checkout, trade, Map.of("JobCd", whole(so.at())));
    };
  }

  /** 取消 on the day itself, 返品 in the same month, 月跨り返品 afterwards. */
  private String whole(Instant takenAt) {
    LocalDate today = Reception.today(clock.instant());
    LocalDate then = Reception.today(takenAt);
    if (then.equals(today)) {
      return "VOID";
    }
    return YearMonth.from(then).equals(YearMonth.from(today)) ? "RETURN" : "RETURNX";
  }

  private Outcome<Failure, Boolean> changed(
      String what, Checkout checkout, GmoTrade trade, Map<String, String> more) {
    Map<String, String> form = new LinkedHashMap<>(more);
    form.put("OrderID", checkout.reference());
    form.put("AccessID", trade.accessId());
    form.put("AccessPass", trade.accessPass());
    return asked(what, form)
        .then(said -> said.isEmpty() ? Outcome.failure(new Failure.Away()) : Outcome.success(true));
  }

  private Outcome<Failure, Map<String, String>> asked(String what, Map<String, String> form) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("ShopID", contract.shopId());
    all.put("ShopPass", contract.password().get());
    all.putAll(form);
    HttpRequest request =
        api.request(what)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(FormText.write(all)))
            .build();
    return api.asked(request)
        .then(
            answer -> {
              Map<String, String> said = FormText.read(answer.body());
              String code = said.getOrDefault("ErrInfo", "");
              if (!code.isEmpty()) {
                return Outcome.failure(new Failure.Refused(code));
              }
              return answer.did() ? Outcome.success(said) : Outcome.failure(new Failure.Away());
            });
  }
}
