package jp.ishikari.link.localcloud.pay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A page on which something can be paid, and what was paid on it.
 *
 * @param reference the merchant's own number of it
 * @param method how it is paid
 * @param status pending, completed, cancelled or expired
 */
record Session(
    String id,
    String reference,
    int amount,
    String method,
    String returnUrl,
    Instant createdAt,
    Instant expiresAt,
    String status,
    List<Payment> payments) {

  /**
   * One payment.
   *
   * @param status authorized, captured, refunded, failed, cancelled or expired
   * @param capturedAt null until the money was taken
   * @param deadline until when a slip can be paid; null where there is none
   * @param refunded of the amount, what was given back
   */
  record Payment(
      String id,
      int amount,
      String status,
      Instant createdAt,
      Instant capturedAt,
      Instant deadline,
      int refunded) {

    Payment in(String next) {
      return new Payment(id, amount, next, createdAt, capturedAt, deadline, refunded);
    }

    Payment captured(Instant at) {
      return new Payment(id, amount, "captured", createdAt, at, null, refunded);
    }

    Payment back(int yen) {
      return new Payment(
          id,
          amount,
          refunded + yen == amount ? "refunded" : status,
          createdAt,
          capturedAt,
          deadline,
          refunded + yen);
    }

    /** Whether its money is with the gateway. */
    boolean taken() {
      return status.equals("captured") || status.equals("refunded");
    }
  }

  Session in(String next) {
    return new Session(
        id, reference, amount, method, returnUrl, createdAt, expiresAt, next, payments);
  }

  Session with(Payment payment) {
    var all = new ArrayList<>(payments);
    all.removeIf(one -> one.id().equals(payment.id()));
    all.add(payment);
    return new Session(
        id, reference, amount, method, returnUrl, createdAt, expiresAt, status, List.copyOf(all));
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
