package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.store.OrderStore;

/**
 * What every change by a clerk has in common: the case, the payment as it was read, the promise.
 */
record Deciding(ApplicationStore applications, OrderStore orders, InstantSource clock) {
  private static final int OK = 200;

  /** A body that names the version of the payment that its clerk saw. */
  interface OfVersion {
    int version();
  }

  /** What a change starts from. */
  record At(Application application, Order order, Instant now, Request request) {
    String staffId() {
      return request.staff().staffId();
    }

    String staffName() {
      return request.staff().name();
    }

    /** Whether who is here asked for it, or stands in for who did: then another one decides. */
    boolean byTheSame(String askedBy) {
      return request.staff().isOnePersonWith(askedBy);
    }
  }

  /** Finds the payment of a case of the clerk's. */
  Outcome<Response, At> find(Request request) {
    return OwnCase.find(applications, request)
        .then(
            application ->
                orders
                    .find(application.applicationId())
                    .<Outcome<Response, At>>map(
                        order -> Outcome.success(new At(application, order, now(), request)))
                    .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response())));
  }

  /** What is shown of it to who asks; empty where the case costs nothing. */
  Outcome<Response, Optional<CasePayment>> shown(Request request) {
    return OwnCase.find(applications, request)
        .map(
            application ->
                orders
                    .find(application.applicationId())
                    .map(order -> CasePayment.of(order, request.staff())));
  }

  /**
   * Changes it, once.
   *
   * @param change the payment afterwards, or why not
   */
  <B extends Record & OfVersion> Response change(
      Request request, Class<B> type, BiFunction<At, B, Outcome<Response, Order>> change) {
    return IdempotencyKey.of(request)
        .then(key -> key.fresh(orders::repeated, OK))
        .then(
            key ->
                find(request)
                    .then(
                        at ->
                            Body.read(request, type)
                                .then(body -> asRead(at, body))
                                .then(body -> change.apply(at, body))
                                .map(after -> saved(at, after, key))))
        .fold(refusal -> refusal, answer -> answer);
  }

  private static <B extends OfVersion> Outcome<Response, B> asRead(At at, B body) {
    return body.version() == at.order().version()
        ? Outcome.success(body)
        : Outcome.failure(Problem.CONFLICT.response());
  }

  private Response saved(At at, Order after, IdempotencyKey key) {
    CasePayment shown = CasePayment.of(after, at.request().staff());
    return orders
        .save(at.order(), after, key.promise(shown, at.now()))
        .fold(reason -> RefusedWrite.answer(reason, OK), done -> Response.ok(shown));
  }

  /** That one member of the body is wrong. */
  static <T> Outcome<Response, T> wrong(String path, String code, String message) {
    return Outcome.failure(
        Problem.ANSWERS_INVALID.response(List.of(new Problem.FieldError(path, code, message))));
  }

  /** That it can't be done as it stands, and why. */
  static <T> Outcome<Response, T> refuse(String why) {
    return Outcome.failure(Problem.RULE_VIOLATED.response(why));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
