package jp.ishikari.link.applications;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.BusinessCalendar;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderMoves;
import jp.ishikari.link.domain.payment.Orders;
import jp.ishikari.link.domain.payment.PaymentTerms;
import org.jspecify.annotations.Nullable;

/**
 * What an application brings with it that is to be paid, as its procedure says: opened in the same
 * transaction, so that nothing is sent in that nobody asks the fee of.
 */
record FeeToPay(Orders orders) {
  /** Longer than anything is waited for. */
  private static final Duration OPEN = Duration.ofDays(366);

  /**
   * When and from whom it came.
   *
   * @param receivedOn 受付日, by which it is booked
   * @param code that a guest was shown, which opens the payment too; null elsewhere
   */
  record Sent(
      String applicationId,
      Instant at,
      LocalDate receivedOn,
      BusinessCalendar calendar,
      @Nullable String code) {}

  /**
   * @param fee whole yen, computed by the server; null where the answers do not say it
   */
  List<Part<NotSaved>> of(Procedure procedure, Integer fee, Sent sent) {
    PaymentTerms terms = procedure.payment();
    // What costs nothing is not asked for; what is not known yet is for a clerk to say.
    if (terms == null || (fee != null && fee == 0)) {
      return List.of();
    }
    Integer amount = terms.when() == PaymentTerms.When.AFTER_REVIEW ? null : fee;
    LocalDate payBy = payBy(procedure, fee, sent.at(), sent.calendar());
    Order order =
        OrderMoves.opened(
            sent.applicationId(),
            procedure.divisionId(),
            terms,
            fiscalYear(sent.receivedOn()),
            amount,
            payBy,
            sent.at());
    List<Part<NotSaved>> parts = new ArrayList<>();
    parts.add(orders.opening(order));
    Optional.ofNullable(sent.code())
        .flatMap(Orders::linkId)
        .map(link -> orders.linking(link, sent.applicationId(), sent.at().plus(OPEN)))
        .ifPresent(parts::add);
    return parts;
  }

  /** Until when it is to be paid; null where nothing is to be paid online, or not yet. */
  static @Nullable LocalDate payBy(
      Procedure procedure, Integer fee, Instant at, BusinessCalendar calendar) {
    PaymentTerms terms = procedure.payment();
    boolean owed =
        terms != null
            && terms.when() == PaymentTerms.When.WITH_APPLICATION
            && fee != null
            && fee > 0;
    return owed ? calendar.plus(Reception.receivedOn(at, calendar), terms.dueDays()) : null;
  }

  /** 会計年度: from April to March. */
  private static int fiscalYear(LocalDate day) {
    return day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear();
  }
}
