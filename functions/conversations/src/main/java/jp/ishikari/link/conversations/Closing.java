package jp.ishikari.link.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.CaseEnd;

/**
 * Until when something can be written about a case that is over. What was written can be read as
 * long as the case itself.
 */
record Closing(ApplicationStore applications) {
  /** Questions about a result come in the weeks after it. */
  static final Duration STILL = Duration.ofDays(30);

  /** Empty while the case is not over. */
  Optional<Instant> of(Application application) {
    return CaseEnd.of(application, applications).map(over -> over.plus(STILL));
  }
}
