package jp.ishikari.link.identity.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.StaffMember;

/** Staff as signing in sees them. */
public interface StaffDirectory {
  /** The staff member whom the identity provider calls so. */
  Optional<StaffMember> findByIdentity(String identity);

  Optional<StaffMember> find(String staffId);

  /** Whether nobody is registered yet. */
  boolean isEmpty();

  /** Adds or replaces a member whom no user administrator registers. */
  default void register(
      String staffId, String identity, Registration registration, SecondFactor factor) {
    register(staffId, identity, registration, factor, List.of());
  }

  /**
   * The same with what becomes true with it.
   *
   * @param besides parts of the same transaction
   */
  void register(
      String staffId,
      String identity,
      Registration registration,
      SecondFactor factor,
      List<Part<NotSaved>> besides);

  /** Notes when the member signed out. */
  void signedOut(String staffId, Instant at);

  /** A secret of this member, encrypted for this member only. */
  byte[] seal(String staffId, byte[] plain);

  /** What {@link #seal} has sealed. */
  byte[] open(String staffId, byte[] sealed);

  /**
   * Records where the member stands now; false when a parallel request was first.
   *
   * @param signedInAt when this completes a sign-in; null when it does not
   */
  boolean save(StaffMember read, SecondFactor next, Instant signedInAt);
}
