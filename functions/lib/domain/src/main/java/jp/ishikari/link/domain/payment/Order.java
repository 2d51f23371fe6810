package jp.ishikari.link.domain.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.ishikari.link.domain.Reception;
import org.jspecify.annotations.Nullable;

/**
 * 納付: what one application costs, and everything that was tried, paid and given back of it. Where
 * it stands follows from that. {@link OrderMoves} makes the next one of it; whatever is written is
 * an edge of {@link OrderGraph}.
 *
 * @param divisionId whose procedure it is
 * @param version counts up with each change; the lock against two at once
 * @param fiscalYear 会計年度, by the day on which the application was received
 * @param amount whole yen that it costs in all; null until somebody has said how much
 * @param due whole yen of it that are still asked for; what is given back is not asked for again
 *     unless somebody says so
 * @param payBy the last day; null where there is none
 * @param ended why it need not be paid; null while it is to be
 * @param hold cause of the hold by which the case waits for it; null while none is open
 * @param lookAt when it is to be looked at without being told; null when nothing is open
 * @param history what happened, in order
 */
public record Order(
    String applicationId,
    String divisionId,
    int version,
    PaymentTerms terms,
    int fiscalYear,
    @Nullable Integer amount,
    @Nullable Integer due,
    @Nullable LocalDate payBy,
    @Nullable Ended ended,
    @Nullable String hold,
    @Nullable Instant lookAt,
    List<Checkout> checkouts,
    List<Receipt> receipts,
    List<Refund> refunds,
    List<Reduction> reductions,
    List<Done> history) {

  public Order {
    // Payments from before there were such things have none.
    due = due == null ? amount == null || !receipts.isEmpty() ? 0 : amount : due;
    reductions = reductions == null ? List.of() : reductions;
  }

  /** A checkout that was just begun is asked about each minute. */
  public static final Duration SOON = Duration.ofMinutes(1);

  /** Later, and slips, so often: nothing is unsettled for more than fifteen minutes. */
  public static final Duration OFTEN = Duration.ofMinutes(10);

  /** What is paid, so often: a gateway's notice tells of a charge-back earlier, if it comes. */
  public static final Duration SELDOM = Duration.ofDays(7);

  /** A card's holder may object for 120 days, and card companies take some weeks (Visa, JCB). */
  public static final Duration WATCHED = Duration.ofDays(180);

  /** How long somebody may take at a gateway's page before the gateway is asked less often. */
  private static final Duration AT_THE_PAGE = Duration.ofMinutes(15);

  /** Why it need not be paid any more. */
  public enum Ended {
    CANCELLED,
    LAPSED
  }

  /**
   * One thing that happened.
   *
   * @param amount whole yen that it was about; null where it was about none
   * @param staffName null where nobody of the staff did it
   * @param note why; null where nobody had to say
   */
  public record Done(
      Instant at,
      OrderStep step,
      OrderState state,
      @Nullable Integer amount,
      @Nullable String staffName,
      @Nullable String note) {}

  /** Where it stands. */
  public OrderState state() {
    if (refunds.stream().anyMatch(refund -> refund.state() == Refund.State.APPROVED)) {
      return OrderState.REFUNDING;
    }
    if (due > 0 && ended != Ended.CANCELLED) {
      return ended == Ended.LAPSED
          ? OrderState.LAPSED
          : beingPaid() ? OrderState.PAYING : OrderState.AWAITING;
    }
    if (!receipts.isEmpty()) {
      if (givenBack() + takenBack() < received()) {
        return OrderState.PAID;
      }
      return takenBack() > 0 ? OrderState.TAKEN_BACK : OrderState.REFUNDED;
    }
    if (ended == Ended.CANCELLED) {
      return OrderState.CANCELLED;
    }
    return amount == null ? OrderState.UNPRICED : OrderState.EXEMPT;
  }

  /** Whether somebody may be paying at a gateway, or has paid there what nobody asked for. */
  public boolean beingPaid() {
    return checkouts.stream().anyMatch(one -> one.open() || one.state() == Checkout.State.MISFIT);
  }

  /** Whether one of the staff has said what it costs, instead of what the answers say. */
  public boolean fixedByStaff() {
    return history.stream()
        .anyMatch(
            done ->
                done.staffName() != null
                    && (done.step() == OrderStep.PRICE
                        || done.step() == OrderStep.GRANT_REDUCTION));
  }

  /** Yen that came. */
  public long received() {
    return receipts.stream().mapToLong(Receipt::amount).sum();
  }

  /** Yen that were given back. */
  public long givenBack() {
    return refunds.stream()
        .filter(refund -> refund.state() == Refund.State.DONE)
        .mapToLong(Refund::amount)
        .sum();
  }

  /** Yen that went back without anybody of the city. */
  public long takenBack() {
    return receipts.stream().mapToLong(this::takenBack).sum();
  }

  /** The same of one receipt. */
  long takenBack(Receipt receipt) {
    return refunds.stream()
        .filter(refund -> refund.receiptId().equals(receipt.receiptId()))
        .filter(refund -> refund.state() == Refund.State.TAKEN_BACK)
        .mapToLong(Refund::amount)
        .sum();
  }

  /** Whether a card's company may still take back what came by it, so that it is looked at. */
  public boolean watched(Checkout checkout, Instant now) {
    return checkout.state() == Checkout.State.PAID
        && receipts.stream()
            .filter(receipt -> checkout.reference().equals(receipt.reference()))
            .anyMatch(receipt -> now.isBefore(receipt.paidAt().plus(WATCHED)));
  }

  /** Yen of one receipt that were given back. */
  public long givenBack(Receipt receipt) {
    return refunds.stream()
        .filter(refund -> refund.receiptId().equals(receipt.receiptId()))
        .filter(refund -> refund.state() == Refund.State.DONE)
        .mapToLong(Refund::amount)
        .sum();
  }

  /** Yen of what came that nobody wants to be given back. */
  public long kept() {
    return received() - refunds.stream().filter(Refund::counts).mapToLong(Refund::amount).sum();
  }

  /** Yen of one receipt that can still be given back. */
  public long left(Receipt receipt) {
    return receipt.amount()
        - refunds.stream()
            .filter(refund -> refund.receiptId().equals(receipt.receiptId()) && refund.counts())
            .mapToLong(Refund::amount)
            .sum();
  }

  /** What the city may keep. */
  long owed() {
    return ended == Ended.CANCELLED || amount == null ? 0 : amount;
  }

  /** Whether the case waits for the payer. */
  public boolean waits() {
    OrderState state = state();
    return terms.online() && (state == OrderState.AWAITING || state == OrderState.PAYING);
  }

  /** Whether somebody may begin to pay it through a gateway now. */
  public boolean payable() {
    return waits() && checkouts.stream().noneMatch(one -> one.state() == Checkout.State.MISFIT);
  }

  public Optional<Checkout> checkout(String reference) {
    return checkouts.stream().filter(one -> one.reference().equals(reference)).findFirst();
  }

  public Optional<Receipt> receipt(String receiptId) {
    return receipts.stream().filter(one -> one.receiptId().equals(receiptId)).findFirst();
  }

  public Optional<Refund> refund(int refundId) {
    return refunds.stream().filter(one -> one.refundId() == refundId).findFirst();
  }

  public Optional<Reduction> reduction(int reductionId) {
    return reductions.stream().filter(one -> one.reductionId() == reductionId).findFirst();
  }

  /** The one that holds: the newest that was granted, where it is still what is asked for. */
  public Optional<Reduction> reduced() {
    return reductions.stream()
        .filter(one -> one.state() == Reduction.State.GRANTED)
        .reduce((earlier, later) -> later)
        .filter(one -> amount != null && amount == one.to());
  }

  /** Those that the gateway has still to give back. */
  public List<Refund> toBeRefunded() {
    return refunds.stream()
        .filter(refund -> refund.state() == Refund.State.APPROVED)
        .filter(refund -> receipt(refund.receiptId()).orElseThrow().reference() != null)
        .toList();
  }

  /** Whether nobody is to pay by a page any more that may still stand open at a gateway. */
  public boolean unwanted(Checkout checkout) {
    return checkout.open() && (ended != null || checkout.amount() != due);
  }

  /** Whether its last day has passed and nobody is about to pay. */
  public boolean lapsed(Instant now) {
    return state() == OrderState.AWAITING
        && terms.online()
        && payBy != null
        && Reception.today(now).isAfter(payBy);
  }

  /** When it is to be looked at next, whoever tells; null when nothing is open. */
  @Nullable Instant nextLook(Instant now) {
    Stream<Instant> open =
        checkouts.stream()
            .filter(Checkout::open)
            .map(
                one ->
                    now.plus(
                        unwanted(one) || now.isBefore(one.begunAt().plus(AT_THE_PAGE))
                            ? SOON
                            : OFTEN));
    Stream<Instant> refunding = toBeRefunded().stream().map(refund -> now);
    Stream<Instant> lapsing =
        state() == OrderState.AWAITING && terms.online() && payBy != null
            ? Stream.of(payBy.plusDays(1).atStartOfDay(Reception.JST).toInstant())
            : Stream.empty();
    Stream<Instant> watched =
        checkouts.stream()
            .filter(checkout -> watched(checkout, now))
            .map(checkout -> now.plus(SELDOM));
    return Stream.of(open, refunding, lapsing, watched)
        .flatMap(some -> some)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** The same, to be looked at then, without anything having happened. */
  public Order lookedAt(Instant now) {
    return new Order(
        applicationId,
        divisionId,
        version,
        terms,
        fiscalYear,
        amount,
        due,
        payBy,
        ended,
        hold,
        nextLook(now),
        checkouts,
        receipts,
        refunds,
        reductions,
        history);
  }
}
