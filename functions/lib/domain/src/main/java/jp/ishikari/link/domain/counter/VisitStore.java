package jp.ishikari.link.domain.counter;

import java.time.Instant;
import java.util.Optional;

/** Keeps visits in the region that made them. */
public interface VisitStore {
  void begin(Visit visit);

  /** As stored; whether it has run out is for the caller to see. */
  Optional<Visit> find(String visitId);

  void seen(String visitId, Instant at);

  /** Somebody signed in during the visit; false when it has ended. */
  boolean signedIn(String visitId, String session);

  void end(String visitId);
}
