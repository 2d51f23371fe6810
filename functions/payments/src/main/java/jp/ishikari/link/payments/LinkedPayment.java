package jp.ishikari.link.payments;

import java.time.InstantSource;
import java.util.Optional;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Orders;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.store.OrderStore;

/**
 * Finds the application whose payment a code opens. Whoever has the code may pay and see what is to
 * be paid for which procedure, nothing else. A wrong code, one that is too old and one of what was
 * taken into an account since look alike.
 */
record LinkedPayment(OrderStore orders, ApplicationStore applications, InstantSource clock) {

  Outcome<Response, Application> find(String code) {
    Optional<Application> found =
        Orders.linkId(code)
            .flatMap(link -> orders.applicationOfLink(link, clock.instant()))
            .flatMap(applications::find)
            // From the take-over (引継ぎ) on it is the account that pays.
            .filter(application -> application.accountId() == null);
    return found
        .<Outcome<Response, Application>>map(Outcome::success)
        .orElseGet(
            () ->
                Outcome.failure(
                    Problem.NOT_FOUND.response("この番号では支払えません。番号をお確かめください。期限が過ぎた番号は使えません。")));
  }
}
