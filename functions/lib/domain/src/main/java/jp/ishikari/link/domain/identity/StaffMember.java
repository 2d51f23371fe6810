package jp.ishikari.link.domain.identity;

import java.time.Instant;
import java.util.Set;

/**
 * One of the staff, as our own directory knows them.
 *
 * @param roles names of roles
 * @param totpSecret shared secret of the one-time code, encrypted
 * @param lastTotpStep time step of the last code that was taken; an older or equal one is a replay
 * @param failures wrong codes in a row
 * @param lockedUntil no code is looked at before; null when not locked
 * @param signedInAt the latest complete sign-in; null before the first
 * @param lastSignInAt the complete sign-in before that; null before the second
 */
public record StaffMember(
    String staffId,
    String name,
    Set<String> roles,
    Set<String> divisions,
    byte[] totpSecret,
    long lastTotpStep,
    int failures,
    Instant lockedUntil,
    Instant signedInAt,
    Instant lastSignInAt) {}
