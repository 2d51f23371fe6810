package jp.ishikari.link.domain.identity;

import java.time.Instant;
import java.util.Optional;

/** Keeps staff. */
public interface StaffDirectory {
  /** The staff member whom the identity provider calls so. */
  Optional<StaffMember> findByIdentity(String identity);

  Optional<StaffMember> find(String staffId);

  /** Adds or replaces a member; the plain secret (bytes of the Base32 text) is encrypted here. */
  void enrol(String staffId, String identity, Registration registration, byte[] totpSecret);

  /** The shared secret in plain. */
  byte[] secretOf(StaffMember member);

  /**
   * Records a right code; false when a parallel request was first, so that no code counts twice.
   */
  boolean accept(StaffMember member, long step, Instant now);

  /**
   * Records a wrong code before it is answered; false when a parallel request changed the count.
   */
  boolean refuse(StaffMember member, int failures, Instant lockedUntil);
}
