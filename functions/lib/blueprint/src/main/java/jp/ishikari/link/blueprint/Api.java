package jp.ishikari.link.blueprint;

/**
 * Who calls. Each caller has a REST API and a host of its own, so a staff route does not exist on
 * the resident host.
 */
public enum Api {
  RESIDENT,
  STAFF,
  PARTNER;

  /**
   * Header in which the residents' edge hands on the address of the viewer, overwriting what a
   * viewer sent. The other APIs have no edge in front: there it is what the caller says, and means
   * nothing.
   */
  public static final String VIEWER_HEADER = "x-city-viewer";
}
