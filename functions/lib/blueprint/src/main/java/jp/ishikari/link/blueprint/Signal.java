package jp.ishikari.link.blueprint;

/** What one function writes to its log, word for word, so that operators are called at once. */
public enum Signal {
  /** An emergency administrator has signed in with both factors. */
  EMERGENCY_SIGN_IN(Entry.IDENTITY_STAFF),
  /** Days were counted without the holidays of a year that is needed. */
  HOLIDAYS_MISSING(Entry.APPLICATIONS_RESIDENT);

  private final Entry entry;

  Signal(Entry entry) {
    this.entry = entry;
  }

  /** The function that gives it. */
  public Entry entry() {
    return entry;
  }

  /** The message of the log line; the metric and the alarm are named after it too. */
  public String message() {
    return Names.kebab(this);
  }
}
