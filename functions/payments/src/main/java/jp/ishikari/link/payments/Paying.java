package jp.ishikari.link.payments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderMoves;
import jp.ishikari.link.domain.payment.OrderStep;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.gateway.Gateways;
import jp.ishikari.link.payments.gateway.PaymentGateway;
import jp.ishikari.link.payments.gateway.PaymentGateway.Failure;
import jp.ishikari.link.payments.store.OrderStore;
import jp.ishikari.link.payments.store.PayerLinks;
import org.jspecify.annotations.Nullable;

/**
 * Sends somebody to a gateway's page. One page at a time is open for a payment: who asks for the
 * same once more is sent to the same page, who asks for another way has the first one closed, and
 * whatever was paid meanwhile is heard before.
 */
record Paying(
    OrderStore orders,
    Gateways gateways,
    Settlement settlement,
    InstantSource clock,
    RandomGenerator random,
    PayerLinks links,
    @Nullable String collector) {
  /** A reference between us and a gateway; no gateway takes more than 27 letters and digits. */
  private static final int REFERENCE = 24;

  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** Nobody tries that often; a payment is one row. */
  private static final int MOST = 30;

  /** A page that is about to close is not opened once more. */
  private static final Duration STILL = Duration.ofMinutes(10);

  private static final int TRIES = 5;

  private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("H時m分");

  /**
   * @param method one of those that are shown
   */
  record Asked(@Limit(min = 1, max = 40) String method) {}

  /** Where the browser goes. */
  record Opened(String url) {}

  /**
   * What somebody asks for.
   *
   * @param returnTo where the browser comes back to
   * @param opened hears by which checkout, before anybody knows its page
   */
  record Wish(String method, String returnTo, Consumer<String> opened) {}

  List<String> methods() {
    return gateways.methods();
  }

  /** What is known now. */
  Optional<PaymentShown> shown(String applicationId) {
    return orders
        .find(applicationId)
        .map(order -> PaymentShown.of(order, this, links.of(applicationId), clock.instant()));
  }

  /**
   * @param returnTo where the browser comes back to
   */
  Response begin(String applicationId, String method, String returnTo) {
    return begin(applicationId, new Wish(method, returnTo, reference -> {}));
  }

  /** The same, for whoever wants to know by which checkout. */
  Response begin(String applicationId, Wish wish) {
    String method = wish.method();
    Optional<PaymentGateway> gateway = gateways.offering(method);
    if (gateway.isEmpty()) {
      return Problem.ANSWERS_INVALID.response(
          List.of(new Problem.FieldError("method", "choice", "支払い方法を選び直してください。")));
    }
    Optional<Order> found = orders.find(applicationId);
    if (found.isEmpty()) {
      return Problem.NOT_FOUND.response();
    }
    Optional<Checkout> same = same(found.get(), method, gateway.get());
    if (same.isPresent() && found.get().payable()) {
      wish.opened().accept(same.get().reference());
      return Response.ok(new Opened(same.get().url()));
    }
    return anew(found.get(), gateway.get(), wish);
  }

  /** The page that stands open for the same way to pay, or on which it can be chosen. */
  private Optional<Checkout> same(Order order, String method, PaymentGateway gateway) {
    return order.checkouts().stream()
        .filter(one -> one.state() == Checkout.State.OPEN)
        .filter(
            one ->
                one.method().equals(method)
                    || gateway.choosesThere() && one.gateway().equals(gateway.name()))
        .filter(one -> clock.instant().plus(STILL).isBefore(one.closesAt()))
        .filter(one -> one.amount() == order.due())
        .findFirst();
  }

  private Response anew(Order found, PaymentGateway gateway, Wish wish) {
    Order order = closed(found);
    Optional<Response> refused = refused(order);
    if (refused.isPresent()) {
      return refused.get();
    }
    String reference = reference();
    Outcome<Failure, PaymentGateway.Begun> begun =
        gateway.createCheckout(
            new PaymentGateway.Wanted(
                reference, gateways.together(wish.method()), order.due(), wish.returnTo()));
    return begun.fold(why -> away(), page -> kept(order, gateway, reference, wish, page));
  }

  /** With no page open any more, as far as the gateways let it be closed. */
  private Order closed(Order found) {
    List<Checkout> open = found.checkouts().stream().filter(Checkout::open).toList();
    if (open.isEmpty()) {
      return found;
    }
    open.forEach(one -> gateways.named(one.gateway()).ifPresent(at -> at.close(one)));
    return settlement.settle(found).order();
  }

  private Optional<Response> refused(Order order) {
    if (!order.payable()) {
      return Optional.of(
          Problem.RULE_VIOLATED.response(
              switch (order.state()) {
                case PAID, REFUNDING, REFUNDED -> "この手数料は、もう納付されています。画面を読み込み直してください。";
                case TAKEN_BACK -> "この手数料の支払いは、カード会社などに取り消されました。担当課にお問い合わせください。";
                case LAPSED -> "支払いの期限が過ぎたため、支払えません。担当課にお問い合わせください。";
                case CANCELLED, EXEMPT -> "この手数料は、支払う必要がなくなりました。";
                case UNPRICED -> "手数料の額がまだ決まっていません。決まりましたら、お知らせします。";
                case AWAITING, PAYING -> "この手数料は、いまはオンラインで支払えません。担当課にお問い合わせください。";
              }));
    }
    Optional<Checkout> open = order.checkouts().stream().filter(Checkout::open).findFirst();
    if (open.isPresent()) {
      return open.flatMap(one -> gateways.named(one.gateway())).stream()
              .anyMatch(PaymentGateway::choosesThere)
          ? Optional.of(Problem.RULE_VIOLATED.response(stillOpen(open.get())))
          : Optional.of(away());
    }
    return order.checkouts().size() < MOST
        ? Optional.empty()
        : Optional.of(
            Problem.RULE_VIOLATED.response("支払いの手続きを何度もやり直したため、オンラインでは支払えません。窓口でお支払いください。"));
  }

  private static String stillOpen(Checkout checkout) {
    return "先に選んだ支払い方法の画面が、%sまで開いています。その方法をもう一度選んで支払うか、その時刻を過ぎてから別の方法を選んでください。"
        .formatted(UNTIL.format(checkout.closesAt().atZone(Reception.JST)));
  }

  private static Response away() {
    return Problem.BUSY.response("支払いのサービスにつながりませんでした。支払いは行われていません。少したってから、もう一度お試しください。");
  }

  /** Nobody knows the page before this is written: one that can't be written is closed. */
  private Response kept(
      Order at, PaymentGateway gateway, String reference, Wish wish, PaymentGateway.Begun page) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Checkout checkout =
        new Checkout(
            reference,
            gateway.name(),
            wish.method(),
            at.due(),
            now,
            page.closesAt(),
            Checkout.State.OPEN,
            page.providerId(),
            page.url());
    Order before = at;
    for (int tried = 0; tried < TRIES; tried++) {
      boolean still =
          before.payable()
              && before.due().equals(at.due())
              && before.checkouts().stream().noneMatch(Checkout::open);
      if (!still) {
        break;
      }
      Order after = OrderMoves.of(before).begun(checkout).made(OrderStep.BEGIN, now);
      if (orders.save(before, after, null) instanceof Outcome.Success<?, Order>) {
        wish.opened().accept(reference);
        return Response.ok(new Opened(page.url()));
      }
      before = orders.find(at.applicationId()).orElseThrow();
    }
    gateway.close(checkout);
    return Problem.CONFLICT.response();
  }

  private String reference() {
    StringBuilder drawn = new StringBuilder();
    random.ints(REFERENCE, 0, LETTERS.length()).forEach(i -> drawn.append(LETTERS.charAt(i)));
    return drawn.toString();
  }
}
