package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.LocalDate;
import jp.ishikari.link.domain.BusinessCalendar;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.payment.Order;
import org.jspecify.annotations.Nullable;

/** By when something is to be paid whose amount is said now. */
record LastDay(CalendarStore calendars) {

  /** Null at the counter: there it is paid when it is collected. */
  @Nullable LocalDate of(Order order, Instant now) {
    BusinessCalendar calendar = calendars.from(Reception.today(now).getYear());
    return order.terms().online()
        ? calendar.plus(Reception.receivedOn(now, calendar), order.terms().dueDays())
        : null;
  }
}
