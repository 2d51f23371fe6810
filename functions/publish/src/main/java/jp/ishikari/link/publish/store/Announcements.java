package jp.ishikari.link.publish.store;

import java.util.List;
import java.util.Set;
import jp.ishikari.link.domain.CityEvent;

/** Tells the rest of the city what happened: ids, versions and codes, never answers. */
public interface Announcements {

  /**
   * Tells events, each of which the topic takes or refuses for itself. Telling twice is allowed,
   * consumers see the sequence.
   *
   * @return what was refused, and is to be told again later
   */
  Set<CityEvent> announce(List<CityEvent> events);
}
