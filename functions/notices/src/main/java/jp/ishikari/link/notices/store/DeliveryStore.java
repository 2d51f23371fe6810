package jp.ishikari.link.notices.store;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Remembers which notices went out, so that none goes out twice. */
public interface DeliveryStore {

  /** What the caller may do about a notice. */
  enum Claim {
    /** Nobody has sent it: send it now, then {@link DeliveryStore#markSent}. */
    GRANTED,
    /** It has been sent. */
    SENT,
    /** Someone is sending it right now: come back later. */
    BUSY
  }

  /**
   * Claims notices until {@code until}, all at once; each that may not be sent is told for itself.
   * A claim that has run out can be taken over.
   */
  Map<String, Claim> claim(Set<String> deliveries, Instant now, Instant until);

  /** Claims one notice. */
  default Claim claim(String delivery, Instant now, Instant until) {
    return claim(Set.of(delivery), now, until).get(delivery);
  }

  void markSent(String delivery, Instant at);
}
