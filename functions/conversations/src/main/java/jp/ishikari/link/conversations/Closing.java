package jp.ishikari.link.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Step;

/**
 * Until when something can be written about a case that is over. What was written can be read as
 * long as the case itself.
 */
record Closing(ApplicationStore applications) {
  /** Questions about a result come in the weeks after it. */
  static final Duration STILL = Duration.ofDays(30);

  private static final Set<Step> LAST = EnumSet.of(Step.WITHDRAW, Step.REJECT, Step.COMPLETE);

  /** Empty while the case is not over. */
  Optional<Instant> of(Application application) {
    return application.state().over()
        ? applications.history(application.applicationId()).stream()
            .filter(event -> LAST.contains(event.step()))
            .map(ApplicationEvent::at)
            .max(Instant::compareTo)
            .map(over -> over.plus(STILL))
        : Optional.empty();
  }
}
