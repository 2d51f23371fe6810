package jp.ishikari.link.domain.payment;

/** What of a payment waits for one of the staff, whom nobody else tells. */
public enum Need {
  REFUND_TO_DECIDE("還付の承認待ち"),
  REFUND_BY_HAND("手作業の還付が必要"),
  REDUCTION_TO_DECIDE("減額・免除の承認待ち"),
  MISFIT("金額の合わない支払い"),
  LAPSED("支払いの期限切れ");

  private final String label;

  Need(String label) {
    this.label = label;
  }

  /** The words that staff see. */
  public String label() {
    return label;
  }
}
