package jp.ishikari.link.domain;

import java.time.Instant;
import jp.ishikari.link.domain.UndeliveredNotice.Why;

/** Addresses that no notice is sent to any more. */
public interface StoppedAddresses {

  /** From now on nothing goes there; whoever sends looks before each mail. */
  void stop(String address, Why why, Instant at);

  /** Whether nothing goes there, which whoever hopes for mail has to be told. */
  boolean isStopped(String address);

  /**
   * Somebody has just read a mail that was sent there, so it exists after all. What its reader did
   * not want stays stopped.
   */
  void wasRead(String address);
}
