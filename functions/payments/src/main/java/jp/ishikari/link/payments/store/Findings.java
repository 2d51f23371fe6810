package jp.ishikari.link.payments.store;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What gateways said that fits no payment of ours: recorded, and nothing moves. */
public interface Findings {

  /** What is wrong with it. */
  enum Kind {
    /** A notice names no checkout of ours. */
    UNKNOWN_CHECKOUT,
    /** Another amount was taken than was asked for. */
    OTHER_AMOUNT,
    /** Another currency was. */
    OTHER_CURRENCY,
    /** Money went back to the payer without the city. */
    TAKEN_BACK
  }

  /**
   * One of them.
   *
   * @param about the gateway's own id of the notice or of the payment; the same is recorded once
   * @param applicationId null where none of ours is known
   * @param amount what the gateway says it took, in the smallest unit; null where it says none
   */
  record Finding(
      Kind kind,
      String gateway,
      String about,
      @Nullable String applicationId,
      @Nullable Long amount,
      Instant at) {}

  /** Records it; false when it stood there already. */
  boolean record(Finding finding);

  /** How many of some kinds have been recorded since a moment of this month or the last. */
  int since(Set<Kind> kinds, Instant moment, Instant now);
}
