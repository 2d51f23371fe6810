package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.PaymentTerms;
import jp.ishikari.link.domain.payment.Receipt;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.payments.gateway.Contracted;
import jp.ishikari.link.testkit.AtOnce;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everybody around one payment, doing in an order that a seed chooses what they may do, alone or
 * two at once, with the function dying before or after one of its calls to the tables, keys or
 * topics, whoever was not answered pressing again.
 */
final class Interleaving {
  /** What may be answered: done, overtaken, refused in words, and asked to come again. */
  private static final Set<Integer> SAID = Set.of(200, 400, 409, 422, 503);

  private static final int DEEDS = 14;

  private static final Duration AT_THE_PAGE = Duration.ofMinutes(50);

  /** Few calls of one request; a moment that never comes is a request that nobody kills. */
  private static final int CALLS = 8;

  private final SplittableRandom random;
  private final Till till;
  private final Books books;
  private final Contracted gateway;
  private final Death death = new Death();
  private final List<Page> pages = new CopyOnWriteArrayList<>();

  /** What was done, for whoever has to find out why it went wrong. */
  final List<String> told = Collections.synchronizedList(new ArrayList<>());

  /** A page that somebody may still have before them. */
  private record Page(String url, Instant begunAt) {}

  /** Ends one request before it sends, or after it has sent, one of its calls. */
  private static final class Death implements TestCloud.Watch {
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean afterwards;

    void in(int calls, boolean after) {
      afterwards = after;
      left.set(calls);
    }

    /** Whether a request was ended since it was last armed: nothing else excuses a failure. */
    boolean struck() {
      return left.get() <= 0;
    }

    boolean never() {
      return left.getAndSet(Integer.MAX_VALUE) > 0;
    }

    private void strike(boolean after) {
      if (after == afterwards && left.get() < CALLS * 2 && left.decrementAndGet() == 0) {
        throw SdkClientException.create("the function is gone");
      }
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      strike(false);
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
      strike(true);
    }
  }

  private interface Deed {
    void done(Interleaving all, SplittableRandom random);
  }

  /** Often what people do often. */
  private static final List<Deed> ALONE =
      List.of(
          (all, random) -> all.begin(random),
          (all, random) -> all.begin(random),
          (all, random) -> all.begin(random),
          (all, random) -> all.press(random),
          (all, random) -> all.press(random),
          (all, random) -> all.press(random),
          (all, random) -> all.press(random),
          (all, random) -> all.hear(random),
          (all, random) -> all.hear(random),
          (all, random) -> all.poll(),
          (all, random) -> all.poll(),
          (all, random) -> all.price(random),
          (all, random) -> all.askReduction(random),
          (all, random) -> all.decideReduction(random),
          (all, random) -> all.receive(random),
          (all, random) -> all.cancel(random),
          (all, random) -> all.askRefund(random),
          (all, random) -> all.askRefund(random),
          (all, random) -> all.decide(random),
          (all, random) -> all.decide(random),
          (all, random) -> all.decide(random),
          (all, random) -> all.end(random));

  Interleaving(TestCloud cloud, long seed) {
    this.random = new SplittableRandom(seed);
    this.gateway = of(List.of(Contracted.values()));
    boolean afterReview = random.nextInt(4) == 0;
    this.till =
        new Till(
            gateway.set(cloud),
            healthy -> healthy.watched(death),
            new PaymentTerms(
                afterReview ? PaymentTerms.When.AFTER_REVIEW : PaymentTerms.When.WITH_APPLICATION,
                "総務手数料",
                7,
                List.of(Till.REASON),
                random.nextBoolean()),
            afterReview ? null : 600);
    this.books = new Books(till);
  }

  /** What stands at the end. */
  Order run() {
    // Most people just pay, which is where it begins to be difficult.
    if (random.nextInt(4) > 0) {
      begin(random);
      press(random);
    }
    for (int i = 0; i < DEEDS; i++) {
      if (random.nextInt(6) == 0) {
        String mode = of(List.of("NORMAL", "NO_NOTICES", "TEN_NOTICES", "LAST_FIRST", "DOWN"));
        told.add(mode);
        till.mode(mode);
      }
      if (random.nextInt(3) == 0) {
        Duration time = of(List.of(Duration.ofMinutes(2), Duration.ofHours(2), Duration.ofDays(4)));
        told.add(time.toString());
        till.later(time);
      }
      int people = random.nextInt(4) == 0 ? 2 : 1;
      if (random.nextInt(3) == 0) {
        death.in(random.nextInt(1, CALLS), random.nextBoolean());
      }
      List<SplittableRandom> each = List.of(random.split(), random.split());
      AtOnce.each(
          people,
          who -> {
            ALONE.get(each.get(who).nextInt(ALONE.size())).done(this, each.get(who));
            return who;
          });
      death.never();
      books.holdNow();
    }
    goHome();
    books.balance();
    Order end = till.order();
    till.forget();
    return end;
  }

  /** The gateway works again, nobody comes any more, days go by. */
  private void goHome() {
    till.mode("NORMAL");
    till.dropNotices();
    pages.forEach(page -> till.pressed(page.url(), "LET_SLIP_EXPIRE"));
    for (Duration time :
        List.of(
            Duration.ofHours(3), Duration.ofHours(3), Duration.ofDays(40), Duration.ofDays(1))) {
      till.later(time);
      till.poll();
    }
  }

  private <T> T of(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private void begin(SplittableRandom random) {
    String method = random.nextInt(3) == 0 ? "konbini" : "credit_card";
    Consumer<ObjectNode> change = body -> body.put("method", method);
    GatewayAnswer answer =
        answered("begin " + method, () -> till.byResident(Route.BEGIN_CHECKOUT, change));
    if (answer.status() == 200) {
      pages.add(
          new Page(Json.MAPPER.readTree(answer.body()).get("url").stringValue(), till.instant()));
    }
  }

  private void press(SplittableRandom random) {
    if (!pages.isEmpty()) {
      Page page = pages.get(random.nextInt(pages.size()));
      List<String> buttons =
          List.of(
              "PAY",
              "PAY",
              "PAY_AND_CLOSE",
              "PAY_TWICE",
              "PAY_OTHER_AMOUNT",
              "DECLINED",
              "LEAVE",
              "ISSUE_SLIP",
              "PAY_SLIP",
              "PAY_SLIP",
              "LET_SLIP_EXPIRE");
      String button = buttons.get(random.nextInt(buttons.size()));
      // The gateway's clock goes as it goes: a page that is over by ours would still take money
      // there.
      boolean over = till.instant().isAfter(page.begunAt().plus(AT_THE_PAGE));
      if (!over || button.contains("SLIP") && !button.equals("ISSUE_SLIP")) {
        told.add(button + " " + till.pressed(page.url(), button));
      }
    }
  }

  private void hear(SplittableRandom random) {
    List<JsonNode> notices = till.notices();
    if (!notices.isEmpty()) {
      JsonNode notice = notices.get(random.nextInt(notices.size()));
      try {
        told.add("notice " + till.hear(gateway.notice(notice)).status());
      } catch (SdkClientException killed) {
        told.add("notice killed");
      }
    }
  }

  private void poll() {
    try {
      told.add("poll " + till.poll());
    } catch (SdkClientException killed) {
      told.add("poll killed");
    }
  }

  private void price(SplittableRandom random) {
    int amount = random.nextInt(1, 5) * 100;
    clerk(random, Route.PRICE_PAYMENT, body -> body.put("amount", amount));
  }

  private void askReduction(SplittableRandom random) {
    int amount = random.nextInt(3) * 100;
    clerk(
        random,
        Route.ASK_REDUCTION,
        body -> body.put("amount", amount).put("reason", Till.REASON).put("note", "証明書を確認"));
  }

  private void decideReduction(SplittableRandom random) {
    int asked = till.order().reductions().size();
    String verdict = random.nextBoolean() ? "GRANT" : "DECLINE";
    if (asked > 0) {
      clerk(
          random,
          Route.DECIDE_REDUCTION,
          body -> body.put("reductionId", asked).put("verdict", verdict).put("note", "確認しました。"));
    }
  }

  private void receive(SplittableRandom random) {
    int amount = till.order().due();
    String slip = "S" + random.nextInt(3);
    if (amount > 0
        && clerk(
            random, Route.RECEIVE_PAYMENT, body -> body.put("amount", amount).put("slip", slip))) {
      books.cash.addAndGet(amount);
    }
  }

  private void cancel(SplittableRandom random) {
    clerk(random, Route.CANCEL_PAYMENT, body -> {});
  }

  private void askRefund(SplittableRandom random) {
    List<Receipt> receipts = till.order().receipts();
    if (!receipts.isEmpty()) {
      Receipt receipt = receipts.get(random.nextInt(receipts.size()));
      int amount =
          random.nextBoolean() ? receipt.amount() : random.nextInt(1, receipt.amount() + 1);
      clerk(
          random,
          Route.ASK_REFUND,
          body -> body.put("receiptId", receipt.receiptId()).put("amount", amount));
    }
  }

  private void decide(SplittableRandom random) {
    Order order = till.order();
    if (!order.refunds().isEmpty()) {
      var refund = order.refunds().get(random.nextInt(order.refunds().size()));
      List<String> decisions = List.of("APPROVE", "APPROVE", "DECLINE", "GIVEN_BY_HAND");
      String decision = decisions.get(random.nextInt(decisions.size()));
      boolean done =
          clerk(
              random,
              Route.DECIDE_REFUND,
              body ->
                  body.put("refundId", refund.refundId())
                      .put("decision", decision)
                      .put("hand", "COUNTER")
                      .put("note", "確認しました。"));
      if (done && decision.equals("GIVEN_BY_HAND")) {
        books.byHand.addAndGet(refund.amount());
      }
    }
  }

  private void end(SplittableRandom random) {
    Step how =
        List.of(Step.CORRECT, Step.CORRECT, Step.WITHDRAW, Step.REJECT).get(random.nextInt(4));
    if (how == Step.CORRECT) {
      till.corrected(random.nextInt(4) * 300);
    }
    told.add(how.name());
    try {
      till.happened(how);
    } catch (SdkClientException killed) {
      till.happened(how);
    }
  }

  /** Whether it was done, once; whoever was not answered sends the very same again. */
  private boolean clerk(SplittableRandom random, Route route, Consumer<ObjectNode> change) {
    GatewayCall call = till.call(till.clerk("clerk-" + random.nextInt(2)), route, change);
    return answered(route + " " + call.body(), () -> till.sent(call)).status() == 200;
  }

  private GatewayAnswer answered(String what, Supplier<GatewayAnswer> send) {
    GatewayAnswer answer = send.get();
    if (answer.status() == 500) {
      assertTrue(death.struck(), what + answer.body());
      told.add(what + " killed");
      answer = send.get();
    }
    told.add(what + " " + answer.status());
    assertTrue(SAID.contains(answer.status()), what + answer.body());
    return answer;
  }

  /** For whoever has to find out why. */
  String story() {
    return String.join("\n", told) + "\n" + Arrays.toString(till.order().history().toArray());
  }
}
