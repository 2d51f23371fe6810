package jp.ishikari.link.identity.store;

import java.time.Instant;
import java.util.Optional;

/** Keeps codes sent by mail, and counts them by address and by browser. */
public interface EmailCodeStore {

  /**
   * Keeps a code in the place of its browser's earlier one, and counts it for both.
   *
   * @param mailbox keyed hash of the address
   * @return whether both may be sent another one now; nothing is kept otherwise
   */
  boolean issue(EmailCode code, String mailbox, Instant now);

  /** The code that a browser was last sent, whether it is still good or not. */
  Optional<EmailCode> find(String browser);

  /**
   * Counts a try before anybody looks whether it is right.
   *
   * @return the code after it; empty when it was tried, taken or replaced since it was read
   */
  Optional<EmailCode> tryOnce(EmailCode code);

  /** Takes a code away: whoever comes second gets no. */
  boolean take(EmailCode code);
}
