package jp.ishikari.link.payments;

import java.util.List;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.gateway.Gateways;
import jp.ishikari.link.payments.gateway.PaymentGateway;
import jp.ishikari.link.payments.store.PaymentWays;
import org.jspecify.annotations.Nullable;

/** Which gateway each way to pay goes to, who set it when, and what there is to choose from. */
@Contract(response = ReadPaymentWays.Shown.class)
record ReadPaymentWays(Gateways gateways, PaymentWays ways) implements Operation {
  private static final int HISTORY = 20;

  /** A gateway that the city has a contract with. Nothing of what it knows us by. */
  record Known(String gateway, String label) {}

  /**
   * A way to pay.
   *
   * @param gateways those that offer it
   * @param gateway where a new payment goes; null where it is not used
   */
  record Offered(String method, List<String> gateways, @Nullable String gateway) {}

  /**
   * @param revision what the next change must name
   */
  record Shown(
      int revision, List<Known> gateways, List<Offered> ways, List<PaymentWays.Set> history) {}

  @Override
  public Response run(Request request) {
    PaymentWays.Set now = ways.current();
    Gateways set = new Gateways(gateways.each(), now::gatewayOf);
    return Response.ok(
        new Shown(
            now.revision(),
            set.each().stream().map(one -> new Known(one.name(), one.label())).toList(),
            set.offered().stream().map(method -> offered(set, method)).toList(),
            ways.history(HISTORY)));
  }

  private static Offered offered(Gateways set, String method) {
    return new Offered(
        method,
        set.each().stream()
            .filter(one -> one.methods().contains(method))
            .map(PaymentGateway::name)
            .toList(),
        set.offering(method).map(PaymentGateway::name).orElse(null));
  }
}
