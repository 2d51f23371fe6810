package jp.ishikari.link.domain.payment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that came.
 *
 * @param receiptId the gateway's own id of it, or the number of the slip at the counter
 * @param reference the checkout it came by; null at the counter
 * @param method how it was paid
 * @param amount whole yen
 * @param paidAt 納付日時: when it was handed over, as far as is known
 * @param byName who of the staff received it; null where a gateway did
 * @param bookedOn the day whose cash it is counted in; null where a gateway took it
 */
public record Receipt(
    String receiptId,
    @Nullable String reference,
    String method,
    int amount,
    Instant paidAt,
    @Nullable String byName,
    @Nullable LocalDate bookedOn) {

  /** What a gateway took. */
  public Receipt(
      String receiptId,
      @Nullable String reference,
      String method,
      int amount,
      Instant paidAt,
      @Nullable String byName) {
    this(receiptId, reference, method, amount, paidAt, byName, null);
  }

  /** The method of what is paid at the counter. */
  public static final String CASH = "counter";
}
