package jp.ishikari.link.counter.store;

import java.time.Instant;

/** Keeps what terminals are to sign, by its hash. */
public interface ChallengeStore {
  void keep(String hash, Instant until);

  /** Takes it away; false when there is none, or no longer: a second caller gets false. */
  boolean take(String hash, Instant now);
}
