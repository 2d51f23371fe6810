package jp.ishikari.link.notices.store;

import java.time.Instant;
import java.util.Map;
import jp.ishikari.link.domain.StoppedAddresses;

/** Remembers which notices went out, so that none goes out twice. */
public interface DeliveryStore {

  /** What the caller may do about a notice. */
  enum Claim {
    /** Nobody has sent it: send it now, then {@link DeliveryStore#markSent}. */
    GRANTED,
    /** It has been sent, or will never be: there is nothing to do. */
    SETTLED,
    /** Someone is sending it right now: come back later. */
    BUSY,
    /** Nothing goes to its address any more ({@link StoppedAddresses}). */
    STOPPED
  }

  /**
   * Claims notices until {@code until}, all at once; each that may not be sent is told for itself.
   * A claim that has run out can be taken over.
   *
   * @param addresses each notice and where it goes
   */
  Map<String, Claim> claim(Map<String, String> addresses, Instant now, Instant until);

  /** Claims one notice. */
  default Claim claim(String delivery, String address, Instant now, Instant until) {
    return claim(Map.of(delivery, address), now, until).get(delivery);
  }

  void markSent(String delivery, Instant at);
}
