package jp.ishikari.link.domain;

/** Tells the rest of the city what happened: ids and version, never answers. */
public interface Announcements {

  /**
   * Returns only when the topic has taken it; telling twice is allowed, consumers see the version.
   */
  void announce(ApplicationEvent event);
}
