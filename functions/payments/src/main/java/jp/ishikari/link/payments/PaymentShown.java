package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderState;
import jp.ishikari.link.domain.payment.PaymentTerms;
import jp.ishikari.link.domain.payment.Receipt;
import jp.ishikari.link.payments.store.PayerLinks;
import org.jspecify.annotations.Nullable;

/**
 * What whoever pays is shown: how much, until when, how, and what is known of it.
 *
 * @param amount whole yen in all; null until the city has said how much
 * @param due whole yen of it that are still to be paid
 * @param payBy the last day; null where there is none
 * @param payable whether it can be paid online at this moment
 * @param methods how, in the gateways' words
 * @param slip a slip for a convenience store that can be paid; null where there is none
 * @param asking whether a gateway page stands open somewhere, so that what is known may change
 * @param unclear whether the gateway took something else than was asked for, which the city looks
 *     at
 * @param receipts what came
 * @param givenBack whole yen that were given back
 * @param toGiveBack whole yen that the city means to give back
 * @param reduced why less is asked for than the fee, or nothing; null where it is the fee
 * @param links those whom the applicant asked to pay, in their own words
 * @param collector 指定納付受託者, in the city's words; null where it has named none
 */
record PaymentShown(
    OrderState state,
    PaymentTerms.When when,
    @Nullable Integer amount,
    int due,
    @Nullable LocalDate payBy,
    boolean payable,
    List<String> methods,
    @Nullable Slip slip,
    boolean asking,
    boolean unclear,
    List<Came> receipts,
    long givenBack,
    long toGiveBack,
    @Nullable Reduced reduced,
    List<Asked> links,
    @Nullable String collector) {

  /**
   * @param from whole yen that were asked for before; null where nobody had said how much
   */
  record Reduced(String reason, @Nullable Integer from) {}

  /**
   * 払込番号.
   *
   * @param until when it can be paid
   * @param url the gateway's page that shows its number
   */
  record Slip(Instant until, String url) {}

  /**
   * A link that the applicant made for somebody else.
   *
   * @param name whom it is for
   * @param until the moment from which it opens nothing any more
   */
  record Asked(int number, String name, Instant until, PayerLinks.Link.State state) {}

  /** Money that came, as its payer is shown it. */
  record Came(String method, int amount, Instant paidAt) {
    static Came of(Receipt receipt) {
      return new Came(receipt.method(), receipt.amount(), receipt.paidAt());
    }
  }

  static PaymentShown of(Order order, Paying paying, List<PayerLinks.Link> links, Instant now) {
    return new PaymentShown(
        order.state(),
        order.terms().when(),
        order.amount(),
        order.due(),
        order.payBy(),
        order.payable() && !paying.methods().isEmpty(),
        order.terms().online() ? paying.methods() : List.of(),
        order.checkouts().stream()
            .filter(one -> one.state() == Checkout.State.SLIP)
            .map(one -> new Slip(one.closesAt(), one.url()))
            .findFirst()
            .orElse(null),
        order.checkouts().stream().anyMatch(Checkout::open),
        order.checkouts().stream().anyMatch(one -> one.state() == Checkout.State.MISFIT),
        order.receipts().stream().map(Came::of).toList(),
        order.givenBack(),
        order.received() - order.kept() - order.givenBack() - order.takenBack(),
        order.reduced().map(one -> new Reduced(one.reason(), one.from())).orElse(null),
        links.stream()
            .map(one -> new Asked(one.number(), one.name(), one.until(), one.state(order, now)))
            .toList(),
        paying.collector());
  }
}
