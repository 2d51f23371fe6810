package jp.ishikari.link.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * That an ownerless application (sent in without signing in) may be followed by whoever knows its
 * code, as often as they like, until it gets an owner or has been over for long.
 *
 * @param followId hash of the code, which only the applicant has
 */
public record FollowCode(String followId, String applicationId) {
  /** How long after its end: as long as what the city hands over can usually be opened. */
  private static final Duration STILL = Duration.ofDays(90);

  /** The id that belongs to a code as a person types it, in whatever width and spelling. */
  public static Optional<String> idOf(String code) {
    return SpokenCode.hash("follow", code);
  }

  /** Whether it opens the application as that stands now. */
  public static boolean opens(Application application, ApplicationStore applications, Instant now) {
    return application.accountId() == null
        && CaseEnd.of(application, applications)
            .filter(end -> !now.isBefore(end.plus(STILL)))
            .isEmpty();
  }
}
