package jp.ishikari.link.domain.payment;

import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.SpokenCode;

/** Keeps what applications cost; one for each, or none. */
public interface Orders {

  /** What is kept of a code that opens a payment; empty when it can't be one. */
  static Optional<String> linkId(String typed) {
    return SpokenCode.hash("payment", typed);
  }

  /** That it is there from now on, with its event and the hold by which the case waits for it. */
  Part<NotSaved> opening(Order first);

  /** That whoever has a code may pay it, without an account, until then. */
  Part<NotSaved> linking(String linkId, String applicationId, Instant until);

  /** Of one application (consistent); empty where it costs nothing. */
  Optional<Order> find(String applicationId);
}
