package jp.ishikari.link.payments.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Order;

/** Keeps payments, and finds those that are to be looked at. */
public interface OrderStore {

  /** One that is to be looked at, as the index has it. */
  record Due(String applicationId, Instant dueAt) {}

  /** Of one application (consistent); empty where it costs nothing. */
  Optional<Order> find(String applicationId);

  /** The application whose payment a checkout belongs to. */
  Optional<String> applicationOf(String reference);

  /** The application that a code opens the payment of. */
  Optional<String> applicationOfLink(String linkId, Instant now);

  /**
   * The next version, its event, what becomes of the hold, new checkouts and the promise together,
   * if it stands as it was read.
   *
   * @param tokenOrNull the promise to answer the same again; null where nobody asked
   */
  Outcome<NotSaved, Order> save(Order before, Order after, Idempotency tokenOrNull);

  /** Those of one slice that are due, the longest first. */
  List<Due> due(int slice, Instant now, int limit);

  /** Those of a division that wait for one of the staff, the longest first, a hundred at most. */
  List<Order> needing(String divisionId);

  /** Takes one to look at it; false when another has taken it. It is due again after the lease. */
  boolean take(Due due, Instant lease);

  /** Nothing has changed; it is to be looked at then, or not any more where that is null. */
  void later(Order unchanged);

  Optional<NotSaved> repeated(String token, String bodyHash);
}
