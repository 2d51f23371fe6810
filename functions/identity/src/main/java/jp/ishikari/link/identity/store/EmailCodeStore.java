package jp.ishikari.link.identity.store;

import java.util.Optional;

/** Keeps codes sent by mail; how many are sent is counted before. */
public interface EmailCodeStore {

  /** Keeps a code in the place of its browser's earlier one. */
  void keep(EmailCode code);

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
