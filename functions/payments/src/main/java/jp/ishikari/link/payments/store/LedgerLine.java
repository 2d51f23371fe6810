package jp.ishikari.link.payments.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.Receipt;
import jp.ishikari.link.domain.payment.Refund;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger (収納の記録): money that came or went, written with the change of the payment
 * that says so and never changed. It holds what the books need and no name of who paid.
 *
 * @param day under which it is booked: the day of Japan on which it was put on record, or the next
 *     open one where the cash of that day was closed already
 * @param line within its day, by the moment of its record
 * @param amount whole yen; less than nothing where they went
 * @param happenedAt 納付日時・還付日時, as far as is known
 * @param bookedAt when it was put on record
 * @param method how it was paid or given back
 * @param gateway null over the counter and where it was transferred
 * @param reference our name of the checkout at the gateway; null where there was none
 * @param paymentId the gateway's id of the money, or the number of the slip at the counter
 * @param staffName who of the staff took or gave it; null where a gateway did
 */
public record LedgerLine(
    LocalDate day,
    String line,
    Kind kind,
    long amount,
    Instant happenedAt,
    Instant bookedAt,
    String applicationId,
    String receiptNumber,
    String procedureId,
    String procedureName,
    String divisionId,
    String revenue,
    int fiscalYear,
    String method,
    @Nullable String gateway,
    @Nullable String reference,
    String paymentId,
    @Nullable String staffName) {

  /** How money is given back to an account. */
  public static final String TRANSFER = "transfer";

  /** What happened. */
  public enum Kind {
    RECEIPT("収納"),
    REFUND("還付"),
    /** It went back without the city. */
    TAKEN_BACK("チャージバック"),
    /** And came again. */
    RESTORED("チャージバックの取下げ");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The word that staff see. */
    public String label() {
      return label;
    }
  }

  /** Whether it went through somebody's hands at the counter. */
  public boolean cash() {
    return gateway == null && method.equals(Receipt.CASH);
  }

  /** The day of Japan on which it happened, which a gateway's file goes by. */
  public LocalDate happenedOn() {
    return Reception.today(happenedAt);
  }

  /** What a change of a payment has brought or taken. */
  public static List<LedgerLine> of(Order before, Order after, Application application) {
    Instant at = after.history().getLast().at();
    List<LedgerLine> lines = new ArrayList<>();
    // Receipts are only ever added.
    after.receipts().stream()
        .skip(before.receipts().size())
        .forEach(receipt -> lines.add(receipt(after, receipt, application, at)));
    for (Refund refund : after.refunds()) {
      Optional<Refund.State> then = before.refund(refund.refundId()).map(Refund::state);
      Refund.State now = refund.state();
      if (now == Refund.State.DONE && !then.equals(Optional.of(now))) {
        lines.add(refund(after, refund, application, at));
      }
      boolean wasTaken = then.equals(Optional.of(Refund.State.TAKEN_BACK));
      if ((now == Refund.State.TAKEN_BACK) != wasTaken) {
        lines.add(taken(after, refund, application, at));
      }
    }
    lines.sort(Comparator.comparing(LedgerLine::line));
    return lines;
  }

  private static LedgerLine receipt(Order order, Receipt receipt, Application of, Instant at) {
    return line(
        order,
        of,
        Kind.RECEIPT,
        receipt.receiptId(),
        new Money(
            receipt.amount(),
            receipt.paidAt(),
            receipt.bookedOn(),
            receipt.method(),
            gateway(order, receipt),
            receipt),
        receipt.byName(),
        at);
  }

  private static LedgerLine refund(Order order, Refund refund, Application of, Instant at) {
    Receipt receipt = order.receipt(refund.receiptId()).orElseThrow();
    Refund.Given given = refund.given();
    boolean byGateway = given == null || given.how() == Refund.How.GATEWAY;
    String method =
        byGateway ? receipt.method() : given.how() == Refund.How.COUNTER ? Receipt.CASH : TRANSFER;
    return line(
        order,
        of,
        Kind.REFUND,
        "refund-" + refund.refundId(),
        new Money(
            -refund.amount(),
            given == null ? at : given.at(),
            given == null ? null : given.bookedOn(),
            method,
            byGateway ? gateway(order, receipt) : null,
            receipt),
        byGateway ? null : order.history().getLast().staffName(),
        at);
  }

  /** Back with the payer without the city, or the city's again. */
  private static LedgerLine taken(Order order, Refund refund, Application of, Instant at) {
    Receipt receipt = order.receipt(refund.receiptId()).orElseThrow();
    boolean back = refund.state() == Refund.State.TAKEN_BACK;
    return line(
        order,
        of,
        back ? Kind.TAKEN_BACK : Kind.RESTORED,
        (back ? "taken-back-" : "restored-") + refund.refundId(),
        new Money(
            back ? -refund.amount() : refund.amount(),
            at,
            null,
            receipt.method(),
            gateway(order, receipt),
            receipt),
        null,
        at);
  }

  /** What of a line differs between what came and what went. */
  private record Money(
      long amount,
      Instant at,
      @Nullable LocalDate bookedOn,
      String method,
      @Nullable String gateway,
      Receipt receipt) {}

  private static LedgerLine line(
      Order order,
      Application of,
      Kind kind,
      String name,
      Money money,
      @Nullable String staffName,
      Instant at) {
    return new LedgerLine(
        Optional.ofNullable(money.bookedOn()).orElseGet(() -> Reception.today(at)),
        at + "/" + order.applicationId() + "/" + name,
        kind,
        money.amount(),
        money.at(),
        at,
        order.applicationId(),
        of.receiptNumber(),
        of.procedureId(),
        of.procedureName(),
        of.divisionId(),
        order.terms().revenue(),
        order.fiscalYear(),
        money.method(),
        money.gateway(),
        money.gateway() == null ? null : money.receipt().reference(),
        money.receipt().receiptId(),
        staffName);
  }

  private static @Nullable String gateway(Order order, Receipt receipt) {
    return Optional.ofNullable(receipt.reference())
        .flatMap(order::checkout)
        .map(Checkout::gateway)
        .orElse(null);
  }
}
