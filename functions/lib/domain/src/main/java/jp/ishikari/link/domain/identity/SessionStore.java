package jp.ishikari.link.domain.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps sessions in the region that made them. */
public interface SessionStore {
  void start(Session session);

  /** As stored; whether it has run out is for the caller to see. */
  Optional<Session> find(String id);

  /** Those of one account or member of staff, newest first, whether they have run out or not. */
  List<Session> of(String principalId);

  /** Notes that it is in use; one that ended stays so. */
  void seen(String id, Instant at);

  /** Nothing is left of it; whoever asks again is answered the same. */
  void end(String id);
}
