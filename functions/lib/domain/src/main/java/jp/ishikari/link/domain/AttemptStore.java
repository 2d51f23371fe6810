package jp.ishikari.link.domain;

import java.time.Instant;

/** Counts failed tries for a while, where guessing would pay. */
public interface AttemptStore {
  /** How often somebody failed within the current quarter of an hour. */
  int failures(String who, Instant now);

  /** Counts one more; of many at once every one. */
  void failed(String who, Instant now);
}
