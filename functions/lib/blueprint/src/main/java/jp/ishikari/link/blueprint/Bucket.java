package jp.ishikari.link.blueprint;

/** Buckets. All are private, encrypted and versioned; the edge reads them for residents. */
public enum Bucket implements Resource {
  /** The built portal, kiosk and staff console. */
  SITE,
  /** Published catalogue data, served under {@link #CATALOGUE_PATH}. */
  CATALOGUE;

  /** Path on the resident and staff hosts under which {@link #CATALOGUE} is served. */
  public static final String CATALOGUE_PATH = "/data/";
}
