package jp.ishikari.link.notices.store;

import java.time.Instant;
import jp.ishikari.link.domain.UndeliveredNotice.Why;

/** Addresses that no notice is sent to any more. */
public interface StoppedAddresses {

  /** From now on nothing goes there; {@link DeliveryStore#claim} looks before each mail. */
  void stop(String address, Why why, Instant at);
}
