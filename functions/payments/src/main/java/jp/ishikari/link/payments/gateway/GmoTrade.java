package jp.ishikari.link.payments.gateway;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Statement;

/** A trade (取引) of GMO's: an order paid one way, or tried to. */
record GmoTrade(Way way, Map<String, String> said) {

  /** What its ways to pay are called where an address is asked for, and where a trade is. */
  enum Way {
    CREDIT_CARD("credit_card", "credit", "0"),
    KONBINI("konbini", "cvs", "3"),
    PAYPAY("paypay", "paypay", "45");

    private final String method;
    private final String offered;
    private final String type;

    Way(String method, String offered, String type) {
      this.method = method;
      this.offered = offered;
      this.type = type;
    }

    String method() {
      return method;
    }

    String offered() {
      return offered;
    }

    String type() {
      return type;
    }

    static Optional<Way> of(String method) {
      return List.of(values()).stream().filter(way -> way.method.equals(method)).findFirst();
    }
  }

  /** Money is there. */
  private static final Set<String> TAKEN = Set.of("CAPTURE", "SALES", "PAYSUCCESS");

  /** It was, and all of it went back. */
  private static final Set<String> RETURNED = Set.of("VOID", "RETURN", "RETURNX");

  /** Somebody can still pay: a slip, or a page that was left. */
  private static final Set<String> WAITING =
      Set.of("REQSUCCESS", "UNPROCESSED", "AUTHENTICATED", "AUTHPROCESS", "AUTH", "PAYFAIL");

  private static final Set<String> OVER = Set.of("CANCEL", "EXPIRED", "INVALID", "STOP");

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  /** Whether all that it is read for is there, in words that are known. */
  boolean readable() {
    return (waits() || over() || moved())
        && said.getOrDefault("Amount", "").matches("[0-9]{1,12}")
        && said.getOrDefault("PayPayCancelAmount", "0").matches("[0-9]{1,12}")
        && !accessId().isEmpty()
        && said.containsKey("PayType");
  }

  String accessId() {
    return said.getOrDefault("AccessID", "");
  }

  String accessPass() {
    return said.getOrDefault("AccessPass", "");
  }

  private String status() {
    return said.getOrDefault("Status", "");
  }

  boolean waits() {
    return WAITING.contains(status());
  }

  boolean over() {
    return OVER.contains(status());
  }

  /** Whether money came, wherever it is now. */
  boolean moved() {
    return TAKEN.contains(status()) || RETURNED.contains(status());
  }

  /** Whether a slip is drawn up that can be paid. */
  boolean slip() {
    return way == Way.KONBINI && status().equals("REQSUCCESS");
  }

  Optional<Instant> slipUntil() {
    return moment(said.getOrDefault("PaymentTerm", ""));
  }

  /** A card's trade says what is left of it; PayPay's says how much was given back. */
  Statement.Taken taken(Checkout checkout) {
    long amount = yen("Amount");
    long refunded = yen("PayPayCancelAmount");
    if (RETURNED.contains(status())) {
      amount = Math.max(amount, checkout.amount());
      refunded = amount;
    } else if (way == Way.CREDIT_CARD && amount < checkout.amount()) {
      refunded = checkout.amount() - amount;
      amount = checkout.amount();
    }
    String currency = said.getOrDefault("Currency", "");
    return new Statement.Taken(
        accessId(),
        way.method,
        amount,
        currency.isEmpty() ? "JPY" : currency,
        moment(said.getOrDefault("ProcessDate", "")).orElse(Instant.EPOCH),
        refunded,
        // It is told of by letter, and seen as money that went back.
        0);
  }

  private long yen(String name) {
    return Long.parseLong(said.getOrDefault(name, "0"));
  }

  /** In Japan, as it writes them. */
  static Optional<Instant> moment(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, MOMENT).atZone(Reception.JST).toInstant());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
