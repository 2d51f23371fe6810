package jp.ishikari.link.publish.store;

import jp.ishikari.link.domain.CityEvent;

import java.time.Instant;
import java.util.List;

/** Events that were committed and may not have been announced yet. */
public interface Outbox {

  /** Committed before {@code before} and still not marked; oldest first, at most {@code limit}. */
  List<CityEvent> unpublished(Instant before, int limit);

  /** Marks an event as announced; marking twice is harmless. */
  void markPublished(CityEvent event);

  /**
   * What happened to the facets of a case (a payment, a notice, a document), oldest first and a
   * moment behind. What happened to the application itself is its store's history.
   */
  List<CityEvent> ofFacets(String applicationId);
}
