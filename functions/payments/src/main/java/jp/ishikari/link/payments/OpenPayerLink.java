package jp.ishikari.link.payments;

import java.time.Instant;
import java.util.List;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.Receipt;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.store.PayerLinks;
import org.jspecify.annotations.Nullable;

/**
 * Whoever was asked to pay sees for what and how much. Looking uses nothing up; it may be opened
 * often, and also long after somebody paid.
 */
@Contract(request = OpenPayerLink.Asked.class, response = OpenPayerLink.Shown.class)
record OpenPayerLink(PayerLinked links, Paying paying) implements Operation {

  /**
   * @param code of the link
   */
  record Asked(@Limit(max = 40) String code) {}

  /**
   * Nothing of who applied, nor of what they answered.
   *
   * @param name whom the link is for, in the applicant's words
   * @param amount whole yen; null where nothing is to be paid any more
   * @param methods how, in the gateways' words; none where it can't be paid at this moment
   * @param slipUntil until when a slip for a convenience store can be paid; null where there is
   *     none
   * @param asking whether a gateway's page stands open, so that what is known may change
   * @param collector 指定納付受託者, in the city's words; null where it has named none
   */
  record Shown(
      String procedureName,
      String name,
      PayerLinks.Link.State state,
      @Nullable Integer amount,
      List<String> methods,
      @Nullable Instant slipUntil,
      boolean asking,
      @Nullable String collector) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .then(asked -> links.find(asked.code()).map(this::shown))
        .fold(refusal -> refusal, Response::ok);
  }

  private Shown shown(PayerLinked.Found found) {
    Order order = found.order();
    PayerLinks.Link.State state = links.state(found);
    boolean open = state == PayerLinks.Link.State.OPEN;
    return new Shown(
        found.application().procedureName(),
        found.link().name(),
        state,
        amount(found, state),
        open ? paying.methods() : List.of(),
        open
            ? order.checkouts().stream()
                .filter(one -> one.state() == Checkout.State.SLIP)
                .map(Checkout::closesAt)
                .findFirst()
                .orElse(null)
            : null,
        open && order.checkouts().stream().anyMatch(Checkout::open),
        paying.collector());
  }

  private static @Nullable Integer amount(PayerLinked.Found found, PayerLinks.Link.State state) {
    return switch (state) {
      case OPEN -> found.order().due();
      case PAID ->
          found.order().receipts().stream()
              .filter(one -> found.link().references().contains(one.reference()))
              .mapToInt(Receipt::amount)
              .sum();
      case OVER -> null;
    };
  }
}
