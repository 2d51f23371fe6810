package jp.ishikari.link.identity.store;

import java.util.Optional;

/** Keeps sign-ins that one device waits for and another one proves, in the region they began in. */
public interface PairingStore {
  void start(Pairing pairing);

  /** As stored; whether it has run out is for the caller to see. */
  Optional<Pairing> find(String id);

  /**
   * The next state in the place of the one that was read; false when somebody else was first, be it
   * that they took it.
   */
  boolean advance(Pairing read, Pairing next);

  /**
   * Takes away one that is proven, and no other: the second caller gets false, and so does whoever
   * comes after somebody cancelled it.
   */
  boolean take(Pairing proven);
}
