package jp.ishikari.link.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether publications of a division's procedures need a second person's approval. That they no
 * longer do is asked for by one person and confirmed by another.
 *
 * @param liftingOrNull who has asked for that; null for nobody
 */
public record PublicationRule(boolean secondPerson, Lifting liftingOrNull) {

  /**
   * @param by staff id
   */
  public record Lifting(String by, String byName, Instant at) {}

  public Optional<Lifting> lifting() {
    return Optional.ofNullable(liftingOrNull);
  }
}
