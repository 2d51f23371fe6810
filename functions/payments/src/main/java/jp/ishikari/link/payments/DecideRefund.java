package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.payment.Need;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderMoves;
import jp.ishikari.link.domain.payment.OrderStep;
import jp.ishikari.link.domain.payment.Refund;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else than who asked says yes or no to a refund. What a gateway took it gives back, asked
 * by the next poll; cash, and what a gateway would not give back, goes by hand, which is recorded.
 */
@Contract(request = DecideRefund.Asked.class, response = CasePayment.class)
record DecideRefund(Deciding deciding, CashBook book) implements Operation {

  /** What is decided. */
  enum Decision {
    APPROVE,
    DECLINE,
    /** It was given back over the counter or to a bank account. */
    GIVEN_BY_HAND
  }

  /** How it was given back by hand. */
  enum Hand {
    COUNTER(Refund.How.COUNTER),
    TRANSFER(Refund.How.TRANSFER);

    private final Refund.How how;

    Hand(Refund.How how) {
      this.how = how;
    }
  }

  /**
   * @param hand how it was given back by hand; null where it was not
   * @param day when it was transferred; null where it was not
   * @param note why it is declined, or what else is to be said
   */
  record Asked(
      @Limit int version,
      @Limit(min = 1, max = 100_000) int refundId,
      Decision decision,
      @Nullable Hand hand,
      @Nullable LocalDate day,
      @Nullable @Limit(max = 500, lines = true) String note)
      implements Deciding.OfVersion {}

  @Override
  public Response run(Request request) {
    return deciding.change(request, Asked.class, this::decided);
  }

  private Outcome<Response, Order> decided(Deciding.At at, Asked asked) {
    Optional<Refund> found = at.order().refund(asked.refundId());
    if (found.isEmpty()) {
      return Deciding.wrong("refundId", "choice", "還付を選び直してください。");
    }
    Refund refund = found.get();
    if (asked.decision() == Decision.GIVEN_BY_HAND) {
      return byHand(at, asked, refund);
    }
    if (refund.state() != Refund.State.ASKED) {
      return Deciding.refuse("この還付は、もう決定されています。画面を読み込み直して確かめてください。");
    }
    if (at.byTheSame(refund.askedBy())) {
      return Deciding.refuse("還付を申請した職員とも、その代理とも別の職員が、決定してください。");
    }
    if (asked.decision() == Decision.DECLINE && asked.note() == null) {
      return Deciding.wrong("note", "required", "却下する理由を入力してください。");
    }
    boolean yes = asked.decision() == Decision.APPROVE;
    Refund.State next = yes ? Refund.State.APPROVED : Refund.State.DECLINED;
    return Outcome.success(
        OrderMoves.of(at.order())
            .with(
                refund.refundId(),
                one -> one.decided(next, at.staffId(), at.staffName(), asked.note()))
            .by(at.staffName(), asked.note())
            .about(refund.amount())
            .made(yes ? OrderStep.APPROVE_REFUND : OrderStep.DECLINE_REFUND, at.now()));
  }

  private Outcome<Response, Order> byHand(Deciding.At at, Asked asked, Refund refund) {
    if (!Need.byHand(at.order(), refund)) {
      return Deciding.refuse("この還付は、手作業の返金として記録できません。画面を読み込み直して確かめてください。");
    }
    if (asked.hand() == null) {
      return Deciding.wrong("hand", "required", "返した方法を選んでください。");
    }
    boolean overTheCounter = asked.hand() == Hand.COUNTER;
    LocalDate today = Reception.today(at.now());
    if (!overTheCounter && (asked.day() == null || asked.day().isAfter(today))) {
      return Deciding.wrong("day", "range", "振り込んだ日を、きょうまでの日付で入力してください。");
    }
    LocalDate booked = overTheCounter ? book.dayOf(at.application().divisionId(), at.now()) : null;
    String told = overTheCounter ? CashBook.told(booked, at.now()) : null;
    Instant when =
        overTheCounter || asked.day().equals(today)
            ? at.now()
            : asked.day().atStartOfDay(Reception.JST).toInstant();
    Refund.Given given = new Refund.Given(asked.hand().how, when, booked);
    String note =
        Stream.of(given.how().label(), asked.note(), told)
            .filter(one -> one != null)
            .collect(Collectors.joining("。"));
    return Outcome.success(
        OrderMoves.of(at.order())
            .with(refund.refundId(), one -> one.given(given, asked.note()))
            .by(at.staffName(), note)
            .about(refund.amount())
            .made(OrderStep.REFUND, at.now()));
  }
}
