package jp.ishikari.link.payments;

import java.time.InstantSource;
import java.util.Optional;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.store.OrderStore;
import jp.ishikari.link.payments.store.PayerLinks;

/** Finds what whoever was asked to pay may see. A wrong code and one that never was look alike. */
record PayerLinked(
    OrderStore orders, ApplicationStore applications, PayerLinks links, InstantSource clock) {

  /** The link with what it leads to. */
  record Found(PayerLinks.Link link, Application application, Order order) {}

  Outcome<Response, Found> find(String code) {
    Optional<PayerLinks.Link> link = AskingOthers.linkId(code).flatMap(links::find);
    Optional<Found> found =
        link.flatMap(
            one ->
                applications
                    .find(one.applicationId())
                    .flatMap(
                        application ->
                            orders
                                .find(one.applicationId())
                                .map(order -> new Found(one, application, order))));
    return found
        .<Outcome<Response, Found>>map(Outcome::success)
        .orElseGet(
            () ->
                Outcome.failure(
                    Problem.NOT_FOUND.response("このリンクでは支払えません。リンクをもう一度確かめるか、送った方にお尋ねください。")));
  }

  PayerLinks.Link.State state(Found found) {
    return found.link().state(found.order(), clock.instant());
  }
}
