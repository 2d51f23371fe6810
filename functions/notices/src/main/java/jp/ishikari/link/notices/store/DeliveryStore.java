package jp.ishikari.link.notices.store;

import jp.ishikari.link.domain.Claim;

import java.time.Instant;

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

  /** Claims a notice until {@code until}; a claim that has run out can be taken over. */
  Claim claim(String delivery, Instant now, Instant until);

  void markSent(String delivery, Instant at);
}
