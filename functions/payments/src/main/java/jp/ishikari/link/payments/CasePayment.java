package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Need;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderGraph;
import jp.ishikari.link.domain.payment.OrderState;
import jp.ishikari.link.domain.payment.OrderStep;
import jp.ishikari.link.domain.payment.PaymentTerms;
import jp.ishikari.link.domain.payment.Receipt;
import jp.ishikari.link.domain.payment.Reduction;
import jp.ishikari.link.domain.payment.Refund;
import jp.ishikari.link.edge.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What clerks see of a payment.
 *
 * @param version what the next change must name
 * @param amount whole yen; null until somebody has said how much
 * @param due whole yen of the amount that are still to be paid
 * @param payBy the last day; null where there is none
 * @param kept whole yen that came and that nobody wants to be given back
 * @param reasons for which of them less may be asked for
 * @param steps what may be done to it now
 * @param history what happened, the newest last
 */
record CasePayment(
    int version,
    OrderState state,
    PaymentTerms.When when,
    String revenue,
    int fiscalYear,
    @Nullable Integer amount,
    int due,
    @Nullable LocalDate payBy,
    long kept,
    List<Tried> checkouts,
    List<Came> receipts,
    List<Back> refunds,
    List<Less> reductions,
    List<String> reasons,
    List<OrderStep> steps,
    List<Order.Done> history) {

  private static final List<OrderStep> OF_STAFF =
      List.of(
          OrderStep.PRICE,
          OrderStep.ASK_REDUCTION,
          OrderStep.RECEIVE,
          OrderStep.CANCEL,
          OrderStep.ASK_REFUND);

  /**
   * One try at a gateway.
   *
   * @param taken what it took that was not asked for, in the smallest unit; null where all fits
   * @param currency of that
   */
  record Tried(
      String reference,
      String gateway,
      String method,
      int amount,
      Instant begunAt,
      Checkout.State state,
      @Nullable Long taken,
      @Nullable String currency) {
    static Tried of(Checkout one) {
      return new Tried(
          one.reference(),
          one.gateway(),
          one.method(),
          one.amount(),
          one.begunAt(),
          one.state(),
          one.misfit() == null ? null : one.misfit().amount(),
          one.misfit() == null ? null : one.misfit().currency());
    }
  }

  /**
   * Money that came.
   *
   * @param left whole yen of it that can still be given back
   * @param byName who of the staff received it; null where a gateway did
   */
  record Came(
      String receiptId,
      String method,
      int amount,
      Instant paidAt,
      long left,
      @Nullable String byName) {}

  /**
   * Money that is to be given back, or was.
   *
   * @param mine whether who looks asked for it, or stands in for who did, and so cannot approve it
   * @param byHand whether it goes over the counter or to a bank account, by somebody's hand
   */
  record Back(
      int refundId,
      String receiptId,
      int amount,
      String reason,
      Refund.State state,
      Instant askedAt,
      @Nullable String askedByName,
      @Nullable String decidedByName,
      @Nullable String note,
      boolean mine,
      boolean byHand) {}

  /**
   * Less that is asked for, or is to be.
   *
   * @param mine whether who looks asked for it, or stands in for who did, and so cannot decide on
   *     it
   */
  record Less(
      int reductionId,
      String reason,
      @Nullable Integer from,
      int to,
      String note,
      Reduction.State state,
      Instant askedAt,
      String askedByName,
      @Nullable String decidedByName,
      @Nullable String answer,
      boolean mine) {
    static Less of(Reduction one, Caller.Staff staff) {
      return new Less(
          one.reductionId(),
          one.reason(),
          one.from(),
          one.to(),
          one.note(),
          one.state(),
          one.askedAt(),
          one.askedByName(),
          one.decidedByName(),
          one.answer(),
          staff.isOnePersonWith(one.askedBy()));
    }
  }

  /**
   * @param staff who looks
   */
  static CasePayment of(Order order, Caller.Staff staff) {
    return new CasePayment(
        order.version(),
        order.state(),
        order.terms().when(),
        order.terms().revenue(),
        order.fiscalYear(),
        order.amount(),
        order.due(),
        order.payBy(),
        order.kept(),
        order.checkouts().stream().map(Tried::of).toList(),
        order.receipts().stream().map(receipt -> came(order, receipt)).toList(),
        order.refunds().stream().map(refund -> back(order, refund, staff)).toList(),
        order.reductions().stream().map(one -> Less.of(one, staff)).toList(),
        order.terms().reductions(),
        steps(order),
        order.history());
  }

  private static Came came(Order order, Receipt receipt) {
    return new Came(
        receipt.receiptId(),
        receipt.method(),
        receipt.amount(),
        receipt.paidAt(),
        order.left(receipt),
        receipt.byName());
  }

  private static Back back(Order order, Refund refund, Caller.Staff staff) {
    return new Back(
        refund.refundId(),
        refund.receiptId(),
        refund.amount(),
        refund.reason(),
        refund.state(),
        refund.askedAt(),
        refund.askedByName(),
        refund.decidedByName(),
        refund.note(),
        staff.isOnePersonWith(refund.askedBy()),
        Need.byHand(order, refund));
  }

  /** What may be done to it now, apart from deciding on refunds. */
  static List<OrderStep> steps(Order order) {
    List<OrderStep> steps = new ArrayList<>();
    for (OrderStep step : OF_STAFF) {
      boolean legal = OrderGraph.allows(order.state(), step);
      boolean sensible =
          switch (step) {
            case PRICE -> !order.beingPaid();
            case ASK_REDUCTION ->
                !order.terms().reductions().isEmpty()
                    && order.reductions().stream()
                        .noneMatch(one -> one.state() == Reduction.State.ASKED);
            case RECEIVE -> order.due() > 0;
            case CANCEL -> order.receipts().isEmpty() || Need.of(order).contains(Need.TAKEN_BACK);
            case ASK_REFUND -> order.kept() > 0;
            default -> true;
          };
      if (legal && sensible) {
        steps.add(step);
      }
    }
    return steps;
  }
}
