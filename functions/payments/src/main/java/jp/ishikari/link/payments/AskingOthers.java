package jp.ishikari.link.payments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.LookingAnew;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.store.OrderStore;
import jp.ishikari.link.payments.store.PayerLinks;

/**
 * An applicant asks somebody else to pay: makes a link for them, and takes it back. The code of the
 * link is made on the applicant's device; only its hash is kept.
 */
record AskingOthers(OrderStore orders, PayerLinks links, InstantSource clock) {
  private static final int CREATED = 201;
  private static final int OK = 200;

  /** Where a payment has no day of its own. */
  private static final Duration OPEN = Duration.ofDays(30);

  /**
   * @param link a new code, of twelve letters and digits
   * @param name whom it is for, as they shall read it
   */
  record Asked(
      @Limit(min = 1, max = 40) String link, @Limit(min = 1, max = 40, name = true) String name) {}

  /** What was made, or taken back. */
  record Done(int number) {}

  /** What a record of the body can't say by itself. */
  static <T> BiFunction<T, Body.Mistakes, T> checked(Function<T, String> link) {
    return (asked, mistakes) -> {
      String code = link.apply(asked);
      if (!code.isEmpty() && linkId(code).isEmpty()) {
        mistakes.wrong("link", "code", "リンクを作れませんでした。画面を読み込み直してから、もう一度お試しください。");
      }
      return asked;
    };
  }

  Response make(IdempotencyKey key, Application application, Asked asked) {
    return LookingAnew.write(CREATED, () -> attempt(key, application, asked));
  }

  private Outcome<NotSaved, Response> attempt(
      IdempotencyKey key, Application application, Asked asked) {
    Optional<NotSaved> earlier = links.repeated(key.token(), key.bodyHash());
    if (earlier.isPresent()) {
      return Outcome.success(RefusedWrite.answer(earlier.get(), CREATED));
    }
    Optional<Order> order = orders.find(application.applicationId()).filter(Order::payable);
    if (order.isEmpty()) {
      return Outcome.success(Problem.RULE_VIOLATED.response("いまは支払うものがないため、ほかの人に頼むリンクは作れません。"));
    }
    int number = links.of(application.applicationId()).size() + 1;
    if (number > PayerLinks.MOST) {
      return Outcome.success(
          Problem.RULE_VIOLATED.response(
              "ほかの人に頼むリンクは、%dつまで作れます。これ以上は作れません。".formatted(PayerLinks.MOST)));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    PayerLinks.Link link =
        new PayerLinks.Link(
            application.applicationId(),
            number,
            linkId(asked.link()).orElseThrow(),
            asked.name(),
            now,
            until(order.get(), now),
            null,
            List.of());
    Done done = new Done(number);
    return links.make(link, key.promise(done, now)).map(made -> Response.created(done));
  }

  private static Instant until(Order order, Instant now) {
    return order.payBy() == null
        ? now.plus(OPEN)
        : order.payBy().plusDays(1).atStartOfDay(Reception.JST).toInstant();
  }

  Response end(IdempotencyKey key, Application application, int number) {
    return LookingAnew.write(OK, () -> attempt(key, application, number));
  }

  private Outcome<NotSaved, Response> attempt(
      IdempotencyKey key, Application application, int number) {
    Optional<NotSaved> earlier = links.repeated(key.token(), key.bodyHash());
    if (earlier.isPresent()) {
      return Outcome.success(RefusedWrite.answer(earlier.get(), OK));
    }
    Optional<PayerLinks.Link> link =
        links.of(application.applicationId()).stream()
            .filter(one -> one.number() == number)
            .findFirst();
    if (link.isEmpty()) {
      return Outcome.success(Problem.NOT_FOUND.response());
    }
    Response done = Response.ok(new Done(number));
    if (link.get().endedAt() != null) {
      return Outcome.success(done);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return links.end(link.get(), now, key.promise(new Done(number), now)).map(ended -> done);
  }

  /** What is kept of a code; empty when it can't be one. */
  static Optional<String> linkId(String code) {
    return SpokenCode.hash("payer", code);
  }
}
