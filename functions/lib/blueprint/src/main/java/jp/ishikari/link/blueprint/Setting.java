package jp.ishikari.link.blueprint;

/** Everything a function reads from its environment besides resource names. Read once, checked at start. */
public enum Setting {
  SITE_NAME("The site's name, the city's own (tender 3.7.2 ①).", "いしかリンク"),
  PUBLIC_ORIGIN("Origin of the resident portal; its scheme decides cookie name and attributes.", null),
  STAFF_ORIGIN("Origin of the staff console.", null),
  ROLE("active or standby: a standby answers unsafe requests 503.", "active"),
  REGION_DIGIT("First digit of receipt numbers made here; 1 Tokyo, 2 Osaka.", null),
  CARD_ISSUER("OpenID Connect issuer of the My Number card app.", null),
  CARD_CLIENT_ID("Our client id there.", "ishikari-portal"),
  STAFF_ISSUER("OpenID Connect issuer for staff.", null),
  STAFF_CLIENT_ID("Our client id there.", "ishikari-staff"),
  MAIL_SENDER("Sender address of notices.", null),
  SESSION_IDLE_MINUTES("A session without use ends after so many minutes.", "30"),
  SESSION_HOURS("A session ends after so many hours in any case.", "8");

  private final String purpose;
  private final String fallback;

  Setting(String purpose, String fallback) {
    this.purpose = purpose;
    this.fallback = fallback;
  }

  public String purpose() {
    return purpose;
  }

  /** Value where the environment has none; null when the environment must have one. */
  public String fallback() {
    return fallback;
  }
}
