package jp.ishikari.link.domain.identity;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Where a member of staff stands with the one-time code. Each step gives the next state; a state is
 * saved only over the one it was made from, so that of two tries at once one counts.
 *
 * @param revision counts up with each step
 * @param secret shared secret, encrypted; null before it is enrolled
 * @param pending secret that has been shown but not confirmed by a code, encrypted; null for none
 * @param recovery hashes of the recovery codes that are left
 * @param issue which enrolment code is good, see {@link EnrolmentCode}
 * @param enrolUntil end of the enrolment code; null when there is nothing to enrol
 * @param lastStep time step of the last code that was taken; an older or equal one is a replay
 * @param failures wrong tries in a row
 * @param lockedUntil nothing is looked at before; null when not locked
 */
public record SecondFactor(
    int revision,
    byte[] secret,
    byte[] pending,
    Set<String> recovery,
    int issue,
    Instant enrolUntil,
    long lastStep,
    int failures,
    Instant lockedUntil) {

  /** With an authenticator that is known already. */
  public static SecondFactor enrolled(byte[] secret) {
    return new SecondFactor(1, secret, null, Set.of(), 0, null, 0, 0, null);
  }

  /** Before anything, waiting for the member to enrol with an enrolment code. */
  public static SecondFactor waiting(int issue, Instant until) {
    return new SecondFactor(1, null, null, Set.of(), issue, until, 0, 0, null);
  }

  /** Anew, when the authenticator is lost: what was known is forgotten. */
  public SecondFactor reset(int newIssue, Instant until) {
    return new SecondFactor(revision + 1, null, null, Set.of(), newIssue, until, 0, 0, null);
  }

  /** The enrolment code was right: a secret is shown. */
  public SecondFactor begun(byte[] shown) {
    return new SecondFactor(
        revision + 1, null, shown, Set.of(), issue, enrolUntil, lastStep, 0, null);
  }

  /** The first code of the pending secret was right. */
  public SecondFactor confirmed(long step, Set<String> recoveryHashes) {
    return new SecondFactor(
        revision + 1, pending, null, recoveryHashes, issue, null, step, 0, null);
  }

  /** A code was right. */
  public SecondFactor accepted(long step) {
    return new SecondFactor(
        revision + 1, secret, pending, recovery, issue, enrolUntil, step, 0, null);
  }

  /** A recovery code was right; it is used up. */
  public SecondFactor recovered(String hash) {
    Set<String> left = new HashSet<>(recovery);
    left.remove(hash);
    return new SecondFactor(
        revision + 1, secret, pending, left, issue, enrolUntil, lastStep, 0, null);
  }

  /** Something was wrong. */
  public SecondFactor refused(Instant locked) {
    return new SecondFactor(
        revision + 1, secret, pending, recovery, issue, enrolUntil, lastStep, failures + 1, locked);
  }

  /** A user administrator lets the member try again. */
  public SecondFactor released() {
    return new SecondFactor(
        revision + 1, secret, pending, recovery, issue, enrolUntil, lastStep, 0, null);
  }

  /** Whether an enrolment code may still be used. */
  public boolean awaitsEnrolment(Instant now) {
    return secret == null && enrolUntil != null && now.isBefore(enrolUntil);
  }

  /**
   * Whether its holder can sign in now.
   *
   * @param enrolled whether only an enrolled authenticator lets them
   */
  public boolean opens(Instant now, boolean enrolled) {
    return !isLocked(now) && (secret != null || !enrolled);
  }

  public boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }
}
