package jp.ishikari.link.blueprint;

/** Buckets. All are private, encrypted and versioned. */
public enum Bucket implements Resource {
  /** The built portal, kiosk and staff console. */
  SITE(true),
  /** Published catalogue data, served under {@link #CATALOGUE_PATH}. */
  CATALOGUE(true),
  /** Pinned roots of 署名用電子証明書 and its revocation lists, put there by operators. */
  TRUST(false);

  /** Path on the resident and staff hosts under which {@link #CATALOGUE} is served. */
  public static final String CATALOGUE_PATH = "/data/";

  private final boolean served;

  Bucket(boolean served) {
    this.served = served;
  }

  /** Whether the edge may read it for residents. Revocation lists are for the city alone. */
  public boolean isServed() {
    return served;
  }
}
