package jp.ishikari.link.domain.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps for a few hours which browser has shown, by a code that was mailed, to read the mail of
 * which address. Notices go to no other.
 */
public interface ConfirmedAddresses {

  /**
   * @param proof hash of a secret of the browser and of the mailbox: neither can be read from it
   * @param address as the code was sent to it
   */
  void confirm(String proof, String address, Instant until);

  /** The address as the code was sent to it; empty when it was never confirmed or is no more. */
  Optional<String> find(String proof, Instant now);
}
