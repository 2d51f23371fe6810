package jp.ishikari.link.domain.payment;

import java.util.EnumSet;
import java.util.Set;

/** What of a payment waits for one of the staff, whom nobody else tells. */
public enum Need {
  REFUND_TO_DECIDE("還付の承認待ち"),
  REFUND_BY_HAND("手作業の還付が必要"),
  REDUCTION_TO_DECIDE("減額・免除の承認待ち"),
  MISFIT("金額の合わない支払い"),
  /** All that came went back, which the city may still want, or do without. */
  TAKEN_BACK("チャージバック"),
  LAPSED("支払いの期限切れ");

  private final String label;

  Need(String label) {
    this.label = label;
  }

  /** The words that staff see. */
  public String label() {
    return label;
  }

  /** Of one payment as it stands. */
  public static Set<Need> of(Order order) {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    for (Refund refund : order.refunds()) {
      if (refund.state() == Refund.State.ASKED) {
        needs.add(REFUND_TO_DECIDE);
      }
      if (byHand(order, refund)) {
        needs.add(REFUND_BY_HAND);
      }
    }
    if (order.reductions().stream().anyMatch(one -> one.state() == Reduction.State.ASKED)) {
      needs.add(REDUCTION_TO_DECIDE);
    }
    if (order.checkouts().stream().anyMatch(one -> one.state() == Checkout.State.MISFIT)) {
      needs.add(MISFIT);
    }
    if (order.state() == OrderState.TAKEN_BACK && order.ended() == null) {
      needs.add(TAKEN_BACK);
    }
    if (order.state() == OrderState.LAPSED) {
      needs.add(LAPSED);
    }
    return needs;
  }

  /**
   * What no gateway gives back: cash, and what it refused, unless that was given back otherwise.
   */
  public static boolean byHand(Order order, Refund refund) {
    Receipt receipt = order.receipt(refund.receiptId()).orElseThrow();
    return switch (refund.state()) {
      case FAILED -> order.left(receipt) >= refund.amount();
      case APPROVED -> receipt.reference() == null;
      case ASKED, DECLINED, DONE, TAKEN_BACK -> false;
    };
  }
}
