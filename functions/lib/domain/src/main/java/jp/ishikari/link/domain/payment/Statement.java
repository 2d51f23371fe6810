package jp.ishikari.link.domain.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway says, when it is asked, of one checkout. It is the whole truth of that moment:
 * older ones say nothing more.
 *
 * @param open whether it can still be paid
 * @param slipUntil until when a slip that was drawn up can be paid; null where there is none
 * @param payments money that it has taken, each once
 */
public record Statement(boolean open, @Nullable Instant slipUntil, List<Taken> payments) {

  /**
   * Money that a gateway has taken.
   *
   * @param amount in the smallest unit of the currency, before anything was given back
   * @param currency ISO 4217
   * @param refunded of it, what is back with the payer, however it came there
   * @param chargedBack of that, what the card's company took back, as far as the gateway tells
   */
  public record Taken(
      String paymentId,
      String method,
      long amount,
      String currency,
      Instant at,
      long refunded,
      long chargedBack) {}
}
