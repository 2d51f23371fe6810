package jp.ishikari.link.domain.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One change of a payment, put together and then checked against {@link OrderGraph}. It does not
 * write anything.
 */
public final class OrderMoves {
  private final Order before;
  private Integer amount;
  private Integer due;
  private LocalDate payBy;
  private Order.Ended ended;
  private List<Checkout> checkouts;
  private List<Receipt> receipts;
  private List<Refund> refunds;
  private List<Reduction> reductions;
  private String staffName;
  private String note;
  private Integer about;

  private OrderMoves(Order before) {
    this.before = before;
    this.amount = before.amount();
    this.due = before.due();
    this.payBy = before.payBy();
    this.ended = before.ended();
    this.checkouts = new ArrayList<>(before.checkouts());
    this.receipts = new ArrayList<>(before.receipts());
    this.refunds = new ArrayList<>(before.refunds());
    this.reductions = new ArrayList<>(before.reductions());
  }

  /** A change of this one. */
  public static OrderMoves of(Order before) {
    return new OrderMoves(before);
  }

  /**
   * A new one.
   *
   * @param amountOrNull whole yen; null where a clerk fixes it
   * @param payByOrNull the last day; null where there is none yet
   */
  public static Order opened(
      String applicationId,
      String divisionId,
      PaymentTerms terms,
      int fiscalYear,
      Integer amountOrNull,
      LocalDate payByOrNull,
      Instant now) {
    Order none =
        new Order(
            applicationId,
            divisionId,
            0,
            terms,
            fiscalYear,
            amountOrNull,
            null,
            payByOrNull,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return of(none).about(amountOrNull).made(OrderStep.OPEN, now);
  }

  /**
   * It costs so much in all, to be paid by that day; what came already counts, and what is too much
   * of it is to be given back.
   */
  public OrderMoves priced(int yen, LocalDate lastDay, Instant now) {
    amount = yen;
    payBy = lastDay;
    ended = null;
    due = Math.toIntExact(Math.max(0, yen - draft().kept()));
    for (Receipt receipt : receipts) {
      tooMuch(receipt, "手数料が下がりました。", now);
    }
    return about(yen);
  }

  /** Somebody of the staff wants less to be asked for. */
  public OrderMoves reductionAsked(
      String reason, int yen, String why, String staffId, String name, Instant now) {
    reductions.add(
        new Reduction(
            reductions.size() + 1,
            reason,
            before.amount(),
            yen,
            why,
            Reduction.State.ASKED,
            now,
            staffId,
            name,
            null,
            null,
            null));
    return about(yen);
  }

  /**
   * Less is asked for from now on, or nothing.
   *
   * @param reductionId the newest one may have been asked for in this very change
   */
  public OrderMoves reduced(
      int reductionId, LocalDate lastDay, String staffId, String name, Instant now) {
    reductions.replaceAll(
        one ->
            one.reductionId() == reductionId
                ? one.decided(Reduction.State.GRANTED, before.amount(), staffId, name, null)
                : one);
    return priced(reductions.get(reductionId - 1).to(), lastDay, now);
  }

  /** It stays as it is. */
  public OrderMoves reductionDeclined(int reductionId, String staffId, String name, String answer) {
    reductions.replaceAll(
        one ->
            one.reductionId() == reductionId
                ? one.decided(Reduction.State.DECLINED, one.from(), staffId, name, answer)
                : one);
    return about(reductions.get(reductionId - 1).to());
  }

  public OrderMoves begun(Checkout checkout) {
    checkouts.add(checkout);
    return about(checkout.amount());
  }

  /** One of its checkouts is further on. */
  public OrderMoves with(String reference, UnaryOperator<Checkout> next) {
    checkouts.replaceAll(one -> one.reference().equals(reference) ? next.apply(one) : one);
    return this;
  }

  /** Money came; what is too much of it is to be given back. */
  public OrderMoves received(Receipt receipt, Instant now) {
    receipts.add(receipt);
    due = Math.max(0, due - receipt.amount());
    about(receipt.amount());
    tooMuch(receipt, draft().owed() == 0 ? "支払う必要がなくなったあとに納付されました。" : "同じ手数料が、重ねて納付されました。", now);
    return this;
  }

  private void tooMuch(Receipt receipt, String reason, Instant now) {
    Order so = draft();
    long yen = Math.min(so.kept() - so.owed(), so.left(receipt));
    if (yen > 0) {
      asked(receipt.receiptId(), Math.toIntExact(yen), reason, null, null, now);
    }
  }

  /**
   * Money went back to the payer without the city. What was to be given back of it besides is not
   * any more: nobody gets it twice.
   */
  public OrderMoves takenBack(Receipt receipt, int yen, Instant now) {
    asked(receipt.receiptId(), yen, "決済サービスが、支払いを取り消しました（チャージバックなど）。", null, null, now);
    with(refunds.size(), one -> one.ended(Refund.State.TAKEN_BACK, null));
    for (Refund refund : List.copyOf(refunds).reversed()) {
      boolean waits =
          refund.state() == Refund.State.ASKED || refund.state() == Refund.State.APPROVED;
      if (waits && refund.receiptId().equals(receipt.receiptId()) && draft().left(receipt) < 0) {
        with(
            refund.refundId(),
            one -> one.ended(Refund.State.DECLINED, "チャージバックで支払った方に戻ったため、還付しません。"));
      }
    }
    return about(yen);
  }

  /** All but so much of it came back to the city. */
  public OrderMoves restored(Receipt receipt, int stillTakenBack, Instant now) {
    long before = draft().takenBack(receipt);
    refunds.replaceAll(
        one ->
            one.receiptId().equals(receipt.receiptId()) && one.state() == Refund.State.TAKEN_BACK
                ? one.ended(Refund.State.DECLINED, "チャージバックが取り下げられました。")
                : one);
    if (stillTakenBack > 0) {
      takenBack(receipt, stillTakenBack, now);
    }
    due = Math.max(0, due - Math.toIntExact(before - stillTakenBack));
    tooMuch(receipt, "チャージバックが取り下げられ、納めすぎになりました。", now);
    return about(Math.toIntExact(before - stillTakenBack));
  }

  /** Somebody wants money to be given back; nobody in particular where the city's rule does. */
  public OrderMoves asked(
      String receiptId,
      int yen,
      String reason,
      @Nullable String staffId,
      @Nullable String name,
      Instant now) {
    refunds.add(
        new Refund(
            refunds.size() + 1,
            receiptId,
            yen,
            reason,
            Refund.State.ASKED,
            now,
            staffId,
            name,
            null,
            null,
            null,
            null));
    return this;
  }

  /** One of its refunds is further on. */
  public OrderMoves with(int refundId, UnaryOperator<Refund> next) {
    refunds.replaceAll(one -> one.refundId() == refundId ? next.apply(one) : one);
    return this;
  }

  /** It need not be paid any more; null: it is to be paid again. */
  public OrderMoves ended(Order.Ended why) {
    ended = why;
    due = why == Order.Ended.CANCELLED ? Integer.valueOf(0) : due;
    return this;
  }

  /** Who of the staff does it, and why. */
  public OrderMoves by(@Nullable String name, @Nullable String why) {
    staffName = name;
    note = why;
    return this;
  }

  /** Whole yen that it is about. */
  public OrderMoves about(Integer yenOrNull) {
    about = yenOrNull;
    return this;
  }

  private Order draft() {
    return next(before.version(), before.hold(), null, before.history());
  }

  private Order next(int version, String hold, Instant lookAt, List<Order.Done> history) {
    return new Order(
        before.applicationId(),
        before.divisionId(),
        version,
        before.terms(),
        before.fiscalYear(),
        amount,
        due,
        payBy,
        ended,
        hold,
        lookAt,
        List.copyOf(checkouts),
        List.copyOf(receipts),
        List.copyOf(refunds),
        List.copyOf(reductions),
        history);
  }

  /**
   * The payment after it.
   *
   * @throws IllegalStateException when the graph has no such edge: whoever asks has looked first
   */
  public Order made(OrderStep step, Instant now) {
    Order so = draft();
    OrderState from = before.version() == 0 ? null : before.state();
    if (!OrderGraph.allows(from, step, so.state())) {
      throw new IllegalStateException(from + " does not become " + so.state() + " by " + step);
    }
    int version = before.version() + 1;
    String hold = so.waits() ? before.hold() == null ? "v" + version : before.hold() : null;
    List<Order.Done> history = new ArrayList<>(before.history());
    history.add(new Order.Done(now, step, so.state(), about, staffName, note));
    return next(version, hold, so.nextLook(now), List.copyOf(history));
  }
}
