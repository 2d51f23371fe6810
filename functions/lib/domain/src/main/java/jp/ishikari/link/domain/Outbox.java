package jp.ishikari.link.domain;

import java.time.Instant;
import java.util.List;

/** Events that were committed and may not have been announced yet. */
public interface Outbox {

  /** Committed before {@code before} and still not marked; oldest first, at most {@code limit}. */
  List<ApplicationEvent> unpublished(Instant before, int limit);

  /** Marks an event as announced; marking twice is harmless. */
  void markPublished(String applicationId, int version);
}
