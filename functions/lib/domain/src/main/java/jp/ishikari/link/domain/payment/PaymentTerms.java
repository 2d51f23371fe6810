package jp.ishikari.link.domain.payment;

import java.util.List;

/**
 * How a procedure's fee is paid, as staff set it with its form.
 *
 * @param when on which occasion
 * @param revenue 歳入科目: under what the city books it; never null
 * @param dueDays business days within which it is to be paid, at most {@value #MOST_DAYS}
 * @param reductions 減額・免除の理由: for which of them less may be asked for; never null
 * @param reductionTakesTwo whether a second person decides on it
 */
public record PaymentTerms(
    When when, String revenue, int dueDays, List<String> reductions, boolean reductionTakesTwo) {

  public PaymentTerms {
    // Versions from before there were such reasons have none.
    reductions = reductions == null ? List.of() : List.copyOf(reductions);
  }

  /** Of which nobody is asked less. */
  public PaymentTerms(When when, String revenue, int dueDays) {
    this(when, revenue, dueDays, List.of(), false);
  }

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
