package jp.ishikari.link.edge;

import java.time.InstantSource;
import java.util.Optional;
import jp.ishikari.link.domain.AttemptStore;

/**
 * Bounds how often somebody may try codes. Only failures count, so that whoever shares an address
 * with many seldom meets the bound.
 */
public record Guesses(AttemptStore attempts, InstantSource clock) {
  private static final int LIMIT = 20;

  /** The refusal of somebody who has failed too often. */
  public Optional<Response> refusal(String who) {
    return attempts.failures(who, clock.instant()) < LIMIT
        ? Optional.empty()
        : Optional.of(Problem.TOO_MANY_REQUESTS.response());
  }

  /** That somebody failed; they get this answer. */
  public Response failed(String who, Response answer) {
    attempts.failed(who, clock.instant());
    return answer;
  }
}
