package jp.ishikari.link.domain.payment;

/** Where a payment stands. It follows from what is on record ({@link Order#state()}). */
public enum OrderState {
  /** 請求前: nobody has said how much yet. */
  UNPRICED("請求前"),
  AWAITING("支払待ち"),
  /** Somebody is at a gateway, or has a slip that can still be paid. */
  PAYING("手続中"),
  PAID("納付済"),
  /** It was set to nothing at all, for a reason that the procedure names. */
  EXEMPT("免除"),
  LAPSED("期限切れ"),
  CANCELLED("取消"),
  REFUNDING("還付中"),
  REFUNDED("還付済"),
  /** What came went back to the payer without the city: by the card's company, or the gateway. */
  TAKEN_BACK("チャージバック");

  private final String label;

  OrderState(String label) {
    this.label = label;
  }

  /** The word that residents and staff see. */
  public String label() {
    return label;
  }
}
