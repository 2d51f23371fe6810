package jp.ishikari.link.domain.identity;

import java.time.Instant;
import java.util.Optional;

/** Keeps sessions in the region that made them. */
public interface SessionStore {
  void start(Session session);

  /** As stored; whether it has run out is for the caller to see. */
  Optional<Session> find(String id);

  void seen(String id, Instant at);

  void end(String id);
}
