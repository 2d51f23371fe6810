package jp.ishikari.link.publish.store;

import java.time.Instant;
import java.util.List;
import jp.ishikari.link.domain.CityEvent;

/** Events that were committed and may not have been announced yet. */
public interface Outbox {

  /** Committed before {@code before} and still not marked; oldest first, at most {@code limit}. */
  List<CityEvent> unpublished(Instant before, int limit);

  /**
   * Marks events as announced; marking twice is harmless. Fails when one of them is not there,
   * after the others have been marked.
   */
  void markPublished(List<CityEvent> events);

  /**
   * What happened to the facets of a case (a payment, a notice, a document), oldest first and a
   * moment behind. What happened to the application itself is its store's history.
   */
  List<CityEvent> ofFacets(String applicationId);
}
