package jp.ishikari.link.payments;

import java.time.InstantSource;
import java.util.Optional;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import jp.ishikari.link.edge.MachineOperation;
import jp.ishikari.link.edge.Proof;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.gateway.Komoju;
import jp.ishikari.link.payments.gateway.PaymentGateway;
import jp.ishikari.link.payments.store.Findings;
import jp.ishikari.link.payments.store.OrderStore;

/**
 * KOMOJU says that something happened. It is not believed what: it is asked about the checkout that
 * it names, so that a notice that comes twice, late, in another order or with another amount in it
 * changes nothing. When it can't be asked at the moment, the next poll does.
 */
@Contract
record HearKomoju(
    PaymentGateway gateway,
    Proof proof,
    OrderStore orders,
    Settlement settlement,
    Findings findings,
    InstantSource clock)
    implements MachineOperation {
  private static final Log LOG = Log.of(HearKomoju.class);

  @Override
  public Response run(Request request) {
    Optional<PaymentGateway.Told> told = gateway.notification(request.body());
    if (told.isEmpty()) {
      return Response.noContent();
    }
    Optional<String> reference = told.get().reference();
    Optional<Order> order =
        reference.filter(HearKomoju::plain).flatMap(orders::applicationOf).flatMap(orders::find);
    if (order.isEmpty()) {
      LOG.warn("notice of no checkout of ours", Log.fields());
      findings.record(
          new Findings.Finding(
              Findings.Kind.UNKNOWN_CHECKOUT,
              Komoju.NAME,
              told.get().noticeId(),
              null,
              null,
              clock.instant()));
      return Response.noContent();
    }
    boolean away = settlement.hear(order.get(), reference.orElseThrow()).away();
    if (away) {
      LOG.warn(
          "notice heard, gateway not",
          Log.fields(LogField.APPLICATION_ID),
          order.get().applicationId());
    }
    return Response.noContent();
  }

  /** What may be a key of ours. */
  private static boolean plain(String reference) {
    return reference.matches("[A-Za-z0-9]{1,27}");
  }
}
