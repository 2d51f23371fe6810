package jp.ishikari.link.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Keeps every hold that a case has had. A facet starts and ends its own by a part of the
 * transaction in which it learns of the reason.
 */
public interface HoldStore {

  /** There has been a hold of that kind with that cause already; it may be over. */
  record Begun() {}

  /** No such hold is open: it never began, or it is over. */
  record NotOpen() {}

  /** That the clock stops. */
  Part<Begun> starting(Hold hold);

  /** That the hold is over; others may still be open. */
  Part<NotOpen> ending(Hold hold, Instant at);

  /** Of one case (consistent). */
  Holds of(String applicationId);

  /** Of each of several cases. */
  Map<String, Holds> ofAll(Set<String> applicationIds);
}
