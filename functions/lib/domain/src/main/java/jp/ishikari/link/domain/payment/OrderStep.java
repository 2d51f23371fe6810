package jp.ishikari.link.domain.payment;

import jp.ishikari.link.blueprint.EventType;

/** One thing that can happen to a payment, who makes it happen, and the event that says so. */
public enum OrderStep {
  OPEN(By.PAYER, EventType.PAYMENT_OPENED, "納付の準備"),
  PRICE(By.STAFF, EventType.PAYMENT_PRICED, "金額の決定"),
  ASK_REDUCTION(By.STAFF, EventType.PAYMENT_REDUCTION_ASKED, "減額・免除の申請"),
  GRANT_REDUCTION(By.STAFF, EventType.PAYMENT_REDUCTION_GRANTED, "減額・免除の決定"),
  DECLINE_REDUCTION(By.STAFF, EventType.PAYMENT_REDUCTION_DECLINED, "減額・免除の却下"),
  BEGIN(By.PAYER, EventType.PAYMENT_BEGUN, "支払いの開始"),
  ISSUE_SLIP(By.GATEWAY, EventType.PAYMENT_SLIP_ISSUED, "払込番号の発行"),
  BREAK_OFF(By.GATEWAY, EventType.PAYMENT_BROKEN_OFF, "支払いの中断"),
  PAY(By.GATEWAY, EventType.PAYMENT_PAID, "納付"),
  RECEIVE(By.STAFF, EventType.PAYMENT_RECEIVED, "窓口での納付"),
  MISFIT(By.GATEWAY, EventType.PAYMENT_MISFITTED, "合わない支払い"),
  SETTLE_MISFIT(By.STAFF, EventType.PAYMENT_MISFIT_SETTLED, "合わない支払いの解決"),
  LAPSE(By.CITY, EventType.PAYMENT_LAPSED, "期限切れ"),
  CANCEL(By.STAFF, EventType.PAYMENT_CANCELLED, "取消"),
  ASK_REFUND(By.STAFF, EventType.PAYMENT_REFUND_ASKED, "還付の申請"),
  DECLINE_REFUND(By.STAFF, EventType.PAYMENT_REFUND_DECLINED, "還付の却下"),
  APPROVE_REFUND(By.STAFF, EventType.PAYMENT_REFUND_APPROVED, "還付の承認"),
  REFUND(By.GATEWAY, EventType.PAYMENT_REFUNDED, "還付"),
  FAIL_REFUND(By.GATEWAY, EventType.PAYMENT_REFUND_FAILED, "還付の失敗"),
  TAKE_BACK(By.GATEWAY, EventType.PAYMENT_TAKEN_BACK, "チャージバック"),
  RESTORE(By.GATEWAY, EventType.PAYMENT_RESTORED, "チャージバックの取下げ");

  /** Who makes it happen. */
  public enum By {
    /** Whoever pays, who need not be who applied. */
    PAYER,
    STAFF,
    /** Told by a gateway that was asked. */
    GATEWAY,
    /** The city's own clock. */
    CITY
  }

  private final By by;
  private final EventType event;
  private final String label;

  OrderStep(By by, EventType event, String label) {
    this.by = by;
    this.event = event;
    this.label = label;
  }

  public By by() {
    return by;
  }

  /** The event that says it happened. */
  public EventType event() {
    return event;
  }

  /** The word that staff see. */
  public String label() {
    return label;
  }
}
