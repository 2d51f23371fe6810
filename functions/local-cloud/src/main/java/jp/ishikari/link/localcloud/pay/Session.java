package jp.ishikari.link.localcloud.pay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A page on which something can be paid, and what was paid on it.
 *
 * @param dialect in which a merchant asked for it
 * @param reference the merchant's own number of it
 * @param method how it is paid, as far as it is chosen
 * @param methods how it may be paid
 * @param status pending, completed, cancelled or expired
 */
record Session(
    String id,
    Dialect dialect,
    String reference,
    int amount,
    String method,
    List<String> methods,
    String returnUrl,
    Instant createdAt,
    Instant expiresAt,
    String status,
    List<Payment> payments) {

  /**
   * One payment.
   *
   * @param currency ISO 4217
   * @param status authorized, captured, refunded, failed, cancelled or expired
   * @param capturedAt null until the money was taken
   * @param deadline until when a slip can be paid; null where there is none
   * @param refunded of the amount, what was given back
   * @param coming of the amount, what will be given back in some days
   * @param chargedBack of what was given back, what the card's company took back
   */
  record Payment(
      String id,
      String method,
      int amount,
      String currency,
      String status,
      Instant createdAt,
      Instant capturedAt,
      Instant deadline,
      int refunded,
      int coming,
      int chargedBack) {

    static Payment taken(String method, int amount, String currency) {
      var now = Ledger.now();
      return new Payment(
          Ledger.id("pay"), method, amount, currency, "captured", now, now, null, 0, 0, 0);
    }

    static Payment refused(String method, int amount) {
      return new Payment(
          Ledger.id("pay"), method, amount, "JPY", "failed", Ledger.now(), null, null, 0, 0, 0);
    }

    static Payment slip(int amount, Instant deadline) {
      return new Payment(
          Ledger.id("pay"),
          "konbini",
          amount,
          "JPY",
          "authorized",
          Ledger.now(),
          null,
          deadline,
          0,
          0,
          0);
    }

    Payment in(String next) {
      return with(next, capturedAt, deadline, refunded, coming, chargedBack);
    }

    Payment captured(Instant at) {
      return with("captured", at, null, refunded, coming, chargedBack);
    }

    Payment back(int yen) {
      return with(after(yen), capturedAt, deadline, refunded + yen, coming, chargedBack);
    }

    /** It will be given back in some days. */
    Payment backLater(int yen) {
      return with(status, capturedAt, deadline, refunded, coming + yen, chargedBack);
    }

    /** The days are over. */
    Payment arrived() {
      return with(after(coming), capturedAt, deadline, refunded + coming, 0, chargedBack);
    }

    /** The card's company took back what is left. */
    Payment disputed() {
      var left = amount - refunded;
      return with(after(left), capturedAt, deadline, amount, coming, chargedBack + left);
    }

    /** The card's company gave it to the merchant after all. */
    Payment won() {
      return with("captured", capturedAt, deadline, refunded - chargedBack, coming, 0);
    }

    private String after(int yen) {
      return refunded + yen == amount ? "refunded" : status;
    }

    private Payment with(
        String nextStatus, Instant at, Instant until, int back, int later, int disputed) {
      return new Payment(
          id, method, amount, currency, nextStatus, createdAt, at, until, back, later, disputed);
    }

    /** Whether a slip is drawn up and not yet paid. */
    boolean waiting() {
      return status.equals("authorized");
    }

    /** Whether its money is with the gateway. */
    boolean taken() {
      return status.equals("captured") || status.equals("refunded");
    }
  }

  Session in(String next) {
    return with(method, next, payments);
  }

  /** The same, to be paid another way. */
  Session by(String other) {
    return with(other, status, payments);
  }

  Session with(Payment payment) {
    var all = new ArrayList<>(payments);
    all.removeIf(one -> one.id().equals(payment.id()));
    all.add(payment);
    return with(method, status, List.copyOf(all));
  }

  private Session with(String nextMethod, String nextStatus, List<Payment> all) {
    return new Session(
        id,
        dialect,
        reference,
        amount,
        nextMethod,
        methods,
        returnUrl,
        createdAt,
        expiresAt,
        nextStatus,
        all);
  }

  /** As it stands at a moment: what was not used in time is expired. */
  Session at(Instant now) {
    var seen = status.equals("pending") && now.isAfter(expiresAt) ? in("expired") : this;
    for (var payment : payments) {
      if (payment.status().equals("authorized") && now.isAfter(payment.deadline())) {
        seen = seen.with(payment.in("expired"));
      }
    }
    return seen;
  }
}
