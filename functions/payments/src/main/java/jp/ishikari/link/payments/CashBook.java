package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.LocalDate;
import jp.ishikari.link.domain.BusinessCalendar;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.payments.store.CashDays;
import org.jspecify.annotations.Nullable;

/** In which day's cash something is counted that is handed over now. */
record CashBook(CashDays days, CalendarStore calendars) {
  /** Nobody closes more days ahead. */
  private static final int MOST = 60;

  /** Today, or the next business day whose cash is not closed. */
  LocalDate dayOf(String divisionId, Instant now) {
    LocalDate day = Reception.today(now);
    BusinessCalendar calendar = calendars.from(day.getYear());
    for (int tried = 0; tried < MOST; tried++) {
      if (days.find(day, divisionId).open()) {
        return day;
      }
      day = calendar.next(day);
    }
    throw new IllegalStateException("every day ahead is closed");
  }

  /** What is said of it where it is another day; null where it is today. */
  static @Nullable String told(LocalDate day, Instant now) {
    LocalDate today = Reception.today(now);
    return day.equals(today)
        ? null
        : "%d月%d日は締めたあとのため、%d月%d日の分に入ります。"
            .formatted(
                today.getMonthValue(),
                today.getDayOfMonth(),
                day.getMonthValue(),
                day.getDayOfMonth());
  }
}
