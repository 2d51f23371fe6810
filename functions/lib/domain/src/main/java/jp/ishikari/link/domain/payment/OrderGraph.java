package jp.ishikari.link.domain.payment;

import static jp.ishikari.link.domain.payment.OrderState.AWAITING;
import static jp.ishikari.link.domain.payment.OrderState.CANCELLED;
import static jp.ishikari.link.domain.payment.OrderState.EXEMPT;
import static jp.ishikari.link.domain.payment.OrderState.LAPSED;
import static jp.ishikari.link.domain.payment.OrderState.PAID;
import static jp.ishikari.link.domain.payment.OrderState.PAYING;
import static jp.ishikari.link.domain.payment.OrderState.REFUNDED;
import static jp.ishikari.link.domain.payment.OrderState.REFUNDING;
import static jp.ishikari.link.domain.payment.OrderState.TAKEN_BACK;
import static jp.ishikari.link.domain.payment.OrderState.UNPRICED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The life of a payment as a graph; each edge is an event. The same list draws
 * docs/generated/payments.md. What is not an edge is never written.
 */
public final class OrderGraph {

  /** One legal move; {@code from} is null for the first. */
  public record Edge(OrderState from, OrderStep step, OrderState to) {}

  /** What a gateway tells of money or of a checkout may come at any time, wanted or not. */
  private static final Set<OrderState> ASKED = EnumSet.complementOf(EnumSet.of(UNPRICED));

  private static final List<Edge> EDGES =
      Stream.of(
              moves(),
              prices(),
              reductions(),
              money(),
              refunds(),
              takenBack(),
              misfits(),
              asItWas())
          .flatMap(some -> some)
          .toList();

  private OrderGraph() {}

  private static Stream<Edge> moves() {
    return Stream.of(
        new Edge(null, OrderStep.OPEN, UNPRICED),
        new Edge(null, OrderStep.OPEN, AWAITING),
        new Edge(AWAITING, OrderStep.BEGIN, PAYING),
        new Edge(PAYING, OrderStep.BEGIN, PAYING),
        new Edge(PAYING, OrderStep.BREAK_OFF, AWAITING),
        new Edge(AWAITING, OrderStep.LAPSE, LAPSED),
        new Edge(UNPRICED, OrderStep.CANCEL, CANCELLED),
        new Edge(AWAITING, OrderStep.CANCEL, CANCELLED),
        new Edge(PAYING, OrderStep.CANCEL, CANCELLED),
        new Edge(LAPSED, OrderStep.CANCEL, CANCELLED),
        // Its case is over: whatever comes from now on is to be given back. What came already was,
        // or
        // somebody has asked for it.
        new Edge(PAID, OrderStep.CANCEL, PAID),
        new Edge(REFUNDING, OrderStep.CANCEL, REFUNDING),
        new Edge(REFUNDED, OrderStep.CANCEL, REFUNDED),
        // Part of it came: the rest is not asked for any more.
        new Edge(AWAITING, OrderStep.CANCEL, PAID),
        new Edge(AWAITING, OrderStep.CANCEL, REFUNDED),
        new Edge(PAYING, OrderStep.CANCEL, PAID),
        new Edge(PAYING, OrderStep.CANCEL, REFUNDED),
        new Edge(LAPSED, OrderStep.CANCEL, PAID),
        new Edge(LAPSED, OrderStep.CANCEL, REFUNDED));
  }

  /**
   * What it costs may turn out otherwise at any time: less or more than what was asked for, and
   * than what came.
   */
  private static Stream<Edge> prices() {
    return Stream.of(
            to(OrderStep.PRICE, UNPRICED, AWAITING, EXEMPT),
            to(OrderStep.PRICE, AWAITING, AWAITING, EXEMPT, PAID, REFUNDED),
            to(OrderStep.PRICE, PAYING, PAYING, EXEMPT, PAID, REFUNDED),
            // Asked for once more, with another day.
            to(OrderStep.PRICE, LAPSED, AWAITING, PAYING, EXEMPT, PAID, REFUNDED),
            to(OrderStep.PRICE, CANCELLED, AWAITING),
            to(OrderStep.PRICE, EXEMPT, AWAITING, PAYING, EXEMPT),
            to(OrderStep.PRICE, PAID, PAID, AWAITING, PAYING),
            to(OrderStep.PRICE, REFUNDED, REFUNDED, AWAITING, PAYING),
            to(OrderStep.PRICE, REFUNDING, REFUNDING))
        .flatMap(some -> some);
  }

  private static Stream<Edge> to(OrderStep step, OrderState from, OrderState... to) {
    return Arrays.stream(to).map(state -> new Edge(from, step, state));
  }

  /** What one asks for and another decides on may be declined whatever became of it since. */
  private static Stream<Edge> reductions() {
    Stream<Edge> decided =
        Stream.of(
            new Edge(UNPRICED, OrderStep.ASK_REDUCTION, UNPRICED),
            new Edge(AWAITING, OrderStep.ASK_REDUCTION, AWAITING),
            new Edge(UNPRICED, OrderStep.GRANT_REDUCTION, AWAITING),
            new Edge(UNPRICED, OrderStep.GRANT_REDUCTION, EXEMPT),
            new Edge(AWAITING, OrderStep.GRANT_REDUCTION, AWAITING),
            new Edge(AWAITING, OrderStep.GRANT_REDUCTION, EXEMPT),
            new Edge(AWAITING, OrderStep.GRANT_REDUCTION, PAID),
            new Edge(AWAITING, OrderStep.GRANT_REDUCTION, REFUNDED),
            new Edge(EXEMPT, OrderStep.CANCEL, CANCELLED));
    Stream<Edge> declined =
        Arrays.stream(OrderState.values())
            .map(state -> new Edge(state, OrderStep.DECLINE_REDUCTION, state));
    return Stream.concat(decided, declined);
  }

  private static Stream<Edge> money() {
    return Stream.of(
        new Edge(EXEMPT, OrderStep.PAY, PAID),
        new Edge(AWAITING, OrderStep.RECEIVE, PAID),
        new Edge(PAYING, OrderStep.RECEIVE, PAID),
        new Edge(LAPSED, OrderStep.RECEIVE, PAID),
        new Edge(PAYING, OrderStep.PAY, PAID),
        // What a gateway has taken is taken, however late it is told.
        new Edge(AWAITING, OrderStep.PAY, PAID),
        new Edge(LAPSED, OrderStep.PAY, PAID),
        new Edge(CANCELLED, OrderStep.PAY, PAID),
        new Edge(PAID, OrderStep.PAY, PAID),
        // Less than what is asked for by now.
        new Edge(AWAITING, OrderStep.PAY, AWAITING),
        new Edge(PAYING, OrderStep.PAY, AWAITING),
        new Edge(PAYING, OrderStep.PAY, PAYING),
        new Edge(LAPSED, OrderStep.PAY, LAPSED),
        new Edge(REFUNDING, OrderStep.PAY, REFUNDING),
        new Edge(REFUNDED, OrderStep.PAY, PAID));
  }

  private static Stream<Edge> refunds() {
    Stream<Edge> whole =
        Stream.of(
            new Edge(REFUNDING, OrderStep.ASK_REFUND, REFUNDING),
            new Edge(REFUNDING, OrderStep.DECLINE_REFUND, REFUNDING),
            new Edge(REFUNDING, OrderStep.APPROVE_REFUND, REFUNDING),
            new Edge(REFUNDING, OrderStep.REFUND, REFUNDING),
            new Edge(REFUNDING, OrderStep.REFUND, REFUNDED),
            new Edge(PAID, OrderStep.REFUND, REFUNDED),
            new Edge(REFUNDING, OrderStep.FAIL_REFUND, REFUNDING),
            // Its case is over, and all that came is to be given back.
            new Edge(AWAITING, OrderStep.ASK_REFUND, PAID),
            new Edge(PAYING, OrderStep.ASK_REFUND, PAID),
            new Edge(LAPSED, OrderStep.ASK_REFUND, PAID));
    // Part of it came, and the rest is asked for: what came may be given back meanwhile.
    Stream<Edge> beside =
        Stream.of(PAID, AWAITING, PAYING, LAPSED)
            .flatMap(
                state ->
                    Stream.of(
                        new Edge(state, OrderStep.ASK_REFUND, state),
                        new Edge(state, OrderStep.DECLINE_REFUND, state),
                        new Edge(state, OrderStep.APPROVE_REFUND, REFUNDING),
                        new Edge(REFUNDING, OrderStep.REFUND, state),
                        // Given back by hand, where the gateway could not.
                        new Edge(state, OrderStep.REFUND, state),
                        new Edge(REFUNDING, OrderStep.FAIL_REFUND, state)));
    return Stream.concat(whole, beside);
  }

  /** What a card's company takes from the city, and may give to it again. */
  private static Stream<Edge> takenBack() {
    return Stream.of(
            to(OrderStep.TAKE_BACK, PAID, PAID, TAKEN_BACK),
            to(
                OrderStep.TAKE_BACK,
                REFUNDING,
                REFUNDING,
                PAID,
                TAKEN_BACK,
                AWAITING,
                PAYING,
                LAPSED),
            // Given back by the city, and then once more by the card's company.
            to(OrderStep.TAKE_BACK, REFUNDED, TAKEN_BACK),
            to(OrderStep.TAKE_BACK, TAKEN_BACK, TAKEN_BACK),
            // Part of it came, and the rest is asked for.
            to(OrderStep.TAKE_BACK, AWAITING, AWAITING),
            to(OrderStep.TAKE_BACK, PAYING, PAYING),
            to(OrderStep.TAKE_BACK, LAPSED, LAPSED),
            to(OrderStep.RESTORE, TAKEN_BACK, PAID, REFUNDED, TAKEN_BACK),
            to(OrderStep.RESTORE, PAID, PAID),
            to(OrderStep.RESTORE, REFUNDING, REFUNDING),
            to(OrderStep.RESTORE, AWAITING, AWAITING, PAID),
            to(OrderStep.RESTORE, PAYING, PAYING, PAID),
            to(OrderStep.RESTORE, LAPSED, LAPSED, PAID),
            // It is owed again, and a clerk may ask for it again.
            to(OrderStep.PRICE, TAKEN_BACK, AWAITING, PAYING, TAKEN_BACK),
            to(OrderStep.PAY, TAKEN_BACK, PAID),
            to(OrderStep.CANCEL, TAKEN_BACK, TAKEN_BACK),
            to(OrderStep.CANCEL, AWAITING, TAKEN_BACK),
            to(OrderStep.CANCEL, PAYING, TAKEN_BACK),
            to(OrderStep.CANCEL, LAPSED, TAKEN_BACK))
        .flatMap(some -> some);
  }

  /** What was taken otherwise than asked counts after all, or it does not. */
  private static Stream<Edge> misfits() {
    OrderStep step = OrderStep.SETTLE_MISFIT;
    return Stream.of(
            to(step, PAYING, PAYING, AWAITING, PAID),
            to(step, LAPSED, LAPSED, PAID),
            to(step, CANCELLED, CANCELLED, PAID),
            to(step, EXEMPT, EXEMPT, PAID),
            to(step, PAID, PAID),
            to(step, REFUNDING, REFUNDING),
            to(step, REFUNDED, REFUNDED, PAID),
            to(step, TAKEN_BACK, TAKEN_BACK, PAID))
        .flatMap(some -> some);
  }

  /** A checkout goes on beside whatever else became of the payment. */
  private static Stream<Edge> asItWas() {
    return Stream.of(OrderStep.ISSUE_SLIP, OrderStep.BREAK_OFF, OrderStep.MISFIT)
        .flatMap(step -> ASKED.stream().map(state -> new Edge(state, step, state)));
  }

  public static List<Edge> edges() {
    return EDGES;
  }

  /** Whether that may happen. */
  public static boolean allows(OrderState fromOrNull, OrderStep step, OrderState to) {
    return EDGES.contains(new Edge(fromOrNull, step, to));
  }

  /** Whether a step may be taken from a state at all. */
  public static boolean allows(OrderState from, OrderStep step) {
    return Arrays.stream(OrderState.values()).anyMatch(to -> allows(from, step, to));
  }
}
