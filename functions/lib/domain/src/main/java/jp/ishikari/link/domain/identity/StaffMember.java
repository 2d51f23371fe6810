package jp.ishikari.link.domain.identity;

import java.time.Instant;
import java.util.Set;

/**
 * One of the staff, as our own directory knows them.
 *
 * @param revision counts the changes of the registration; the first is 1
 * @param signedInAt the latest complete sign-in; null before the first
 * @param lastSignInAt the complete sign-in before that; null before the second
 * @param signedOutAt the latest sign-out by the member; null before the first
 */
public record StaffMember(
    String staffId,
    int revision,
    Registration registration,
    SecondFactor factor,
    Instant signedInAt,
    Instant lastSignInAt,
    Instant signedOutAt) {
  /** What identities of the city's staff provider are stored under. */
  public static final String PROVIDER = "staff";

  public String name() {
    return registration.name();
  }

  public Set<String> roles() {
    return registration.roles();
  }

  public Set<String> divisions() {
    return registration.divisions();
  }
}
