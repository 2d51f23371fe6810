package jp.ishikari.link.publish.store;

import jp.ishikari.link.domain.CityEvent;

/** Tells the rest of the city what happened: ids, versions and codes, never answers. */
public interface Announcements {

  /**
   * Returns only when the topic has taken it; telling twice is allowed, consumers see the sequence.
   */
  void announce(CityEvent event);
}
