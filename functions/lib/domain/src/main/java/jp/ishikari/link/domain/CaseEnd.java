package jp.ishikari.link.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** When a case was over. */
public final class CaseEnd {
  private static final Set<Step> LAST = EnumSet.of(Step.WITHDRAW, Step.REJECT, Step.COMPLETE);

  private CaseEnd() {}

  /** Its last step; empty while it is not over. */
  public static Optional<Instant> of(Application application, ApplicationStore applications) {
    return application.state().over()
        ? applications.history(application.applicationId()).stream()
            .filter(event -> LAST.contains(event.step()))
            .map(ApplicationEvent::at)
            .max(Instant::compareTo)
        : Optional.empty();
  }
}
