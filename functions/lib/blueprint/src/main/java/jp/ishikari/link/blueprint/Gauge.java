package jp.ishikari.link.blueprint;

/**
 * A number that one function writes to its log again and again. It is a metric, and operators are
 * called when it stays too high for some minutes.
 */
public enum Gauge {
  /** Seconds since the oldest event was committed that is not announced yet; 0 when none waits. */
  OUTBOX_AGE(Entry.PUBLISH_SWEEP, "seconds", 300),
  /** Events that the topic refused in one sweep. */
  OUTBOX_REFUSED(Entry.PUBLISH_SWEEP, "count", 1),
  /** Files whose scan has not come although it was asked for again. */
  SCANS_MISSING(Entry.ATTACHMENTS_SWEEP, "count", 1),
  /**
   * What one sweep removed: files that nobody sent in, and uploads that broke off. It removes at
   * most so many.
   */
  FILES_SWEPT(Entry.ATTACHMENTS_SWEEP, "count", 200),
  /**
   * Seconds by which the payment that waits longest to be looked at is late; 0 when none waits. A
   * gateway is asked every ten minutes, so that nothing is unsettled for more than fifteen.
   */
  PAYMENTS_LATE(Entry.PAYMENTS_POLL, "seconds", 300),
  /** What gateways said since the last look that fits no payment of ours. */
  PAYMENTS_MISFITTED(Entry.PAYMENTS_POLL, "count", 1),
  /** Payments that went back to the payer without the city: charge-backs. */
  PAYMENTS_TAKEN_BACK(Entry.PAYMENTS_POLL, "count", 1),
  /** Payments that no gateway could be asked about in one look. */
  GATEWAYS_AWAY(Entry.PAYMENTS_POLL, "count", 1);

  /** For so many minutes in a row it must be too high. */
  public static final int MINUTES = 5;

  private final Entry entry;
  private final String field;
  private final int tooHigh;

  Gauge(Entry entry, String field, int tooHigh) {
    this.entry = entry;
    this.field = field;
    this.tooHigh = tooHigh;
  }

  /** The function that writes it. */
  public Entry entry() {
    return entry;
  }

  /** The message of the log line; the metric and the alarm are named after it too. */
  public String message() {
    return Names.kebab(this);
  }

  /** The field of the log line that holds the number. */
  public String field() {
    return field;
  }

  /** From this value on. */
  public int tooHigh() {
    return tooHigh;
  }
}
