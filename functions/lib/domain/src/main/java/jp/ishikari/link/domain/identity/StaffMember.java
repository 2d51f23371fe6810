package jp.ishikari.link.domain.identity;

import java.time.Instant;
import java.util.Set;

/**
 * One of the staff, as our own directory knows them.
 *
 * @param revision counts the changes of the registration; the first is 1
 * @param totpSecret shared secret of the one-time code, encrypted; null before it is enrolled
 * @param lastTotpStep time step of the last code that was taken; an older or equal one is a replay
 * @param failures wrong codes in a row
 * @param lockedUntil no code is looked at before; null when not locked
 * @param signedInAt the latest complete sign-in; null before the first
 * @param lastSignInAt the complete sign-in before that; null before the second
 */
public record StaffMember(
    String staffId,
    int revision,
    Registration registration,
    byte[] totpSecret,
    long lastTotpStep,
    int failures,
    Instant lockedUntil,
    Instant signedInAt,
    Instant lastSignInAt) {

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
