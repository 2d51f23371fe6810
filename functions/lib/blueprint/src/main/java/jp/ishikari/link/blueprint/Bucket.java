package jp.ishikari.link.blueprint;

/** Buckets. All are private, encrypted and versioned. */
public enum Bucket implements Resource {
  /** The built portal, kiosk and staff console. */
  SITE(Reach.SERVED),
  /** Published catalogue data, served under {@link #CATALOGUE_PATH}. */
  CATALOGUE(Reach.SERVED),
  /** Pinned roots of 署名用電子証明書 and its revocation lists, put there by operators. */
  TRUST(Reach.CITY),
  /** Quarantine: what residents' browsers send, each with a signed permission. Nobody opens it. */
  UPLOADS(Reach.BROWSERS_PUT),
  /** Files that the scan let through, copied there by us; staff open them here and only here. */
  FILES(Reach.CITY),
  /** Documents that the city made, each under its id, as they are handed over. */
  PRINTED_DOCUMENTS(Reach.CITY);

  /** Path on the resident and staff hosts under which {@link #CATALOGUE} is served. */
  public static final String CATALOGUE_PATH = "/data/";

  private enum Reach {
    SERVED,
    BROWSERS_PUT,
    CITY
  }

  private final Reach reach;

  Bucket(Reach reach) {
    this.reach = reach;
  }

  /** Whether the edge may read it for residents. Revocation lists are for the city alone. */
  public boolean isServed() {
    return reach == Reach.SERVED;
  }

  /** Whether browsers put into it themselves, from the portal's pages. */
  public boolean takesUploads() {
    return reach == Reach.BROWSERS_PUT;
  }
}
