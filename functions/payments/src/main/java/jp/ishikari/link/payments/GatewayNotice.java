package jp.ishikari.link.payments;

import java.time.InstantSource;
import java.util.Optional;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import jp.ishikari.link.payments.gateway.PaymentGateway;
import jp.ishikari.link.payments.store.Findings;
import jp.ishikari.link.payments.store.OrderStore;

/**
 * What every gateway's notice has in common. It is not believed what it says: the gateway is asked
 * about the checkout that it names, so that a notice that comes twice, late, in another order or
 * with another amount in it changes nothing.
 *
 * @param proven whether who sends it has proven itself: of somebody else's, nothing is recorded
 *     that rings
 */
record GatewayNotice(
    PaymentGateway gateway,
    boolean proven,
    OrderStore orders,
    Settlement settlement,
    Findings findings,
    InstantSource clock) {
  private static final Log LOG = Log.of(GatewayNotice.class);

  /** Whether it was heard; if not, the gateway is to tell it again. */
  boolean heard(String body) {
    Optional<PaymentGateway.Told> told = gateway.notification(body);
    if (told.isEmpty()) {
      return true;
    }
    Optional<String> reference = told.get().reference().filter(GatewayNotice::plain);
    Optional<Order> order = reference.flatMap(orders::applicationOf).flatMap(orders::find);
    Optional<Checkout> checkout =
        order
            .flatMap(one -> one.checkout(reference.orElseThrow()))
            .filter(one -> one.gateway().equals(gateway.name()));
    if (checkout.isEmpty()) {
      unknown(told.get());
      return true;
    }
    boolean away = settlement.hear(order.orElseThrow(), checkout.get().reference()).away();
    if (away) {
      LOG.warn(
          "notice heard, gateway not",
          Log.fields(LogField.APPLICATION_ID),
          order.get().applicationId());
    }
    // The poll asks about what is open, and about nothing else.
    return !away || checkout.get().open();
  }

  private void unknown(PaymentGateway.Told told) {
    LOG.warn("notice of no checkout of ours", Log.fields());
    if (proven) {
      findings.record(
          new Findings.Finding(
              Findings.Kind.UNKNOWN_CHECKOUT,
              gateway.name(),
              told.noticeId(),
              null,
              null,
              clock.instant()));
    }
  }

  /** What may be a key of ours. */
  private static boolean plain(String reference) {
    return reference.matches("[A-Za-z0-9]{1,27}");
  }
}
