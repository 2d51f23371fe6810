package jp.ishikari.link.domain;

/** Who may take an edge of the {@link Lifecycle}. */
public enum Actor {
  RESIDENT,
  STAFF
}
