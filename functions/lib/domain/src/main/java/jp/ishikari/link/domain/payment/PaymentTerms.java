package jp.ishikari.link.domain.payment;

/**
 * How a procedure's fee is paid, as staff set it with its form.
 *
 * @param when on which occasion
 * @param revenue 歳入科目: under what the city books it; never null
 * @param dueDays business days within which it is to be paid, at most {@value #MOST_DAYS}
 */
public record PaymentTerms(When when, String revenue, int dueDays) {

  /** Half a year: nobody is waited for longer. */
  public static final int MOST_DAYS = 120;

  /** When it is paid. */
  public enum When {
    /** The amount follows from the answers; it waits for payment from the moment it is sent in. */
    WITH_APPLICATION("申請のときに、オンラインで"),
    /** A clerk fixes the amount first. */
    AFTER_REVIEW("審査のあとに、オンラインで"),
    /** Where it is collected; nothing is paid online. */
    AT_COUNTER("窓口で");

    private final String label;

    When(String label) {
      this.label = label;
    }

    /** The words that staff choose by. */
    public String label() {
      return label;
    }
  }

  /** Whether a gateway is asked. */
  public boolean online() {
    return when != When.AT_COUNTER;
  }
}
