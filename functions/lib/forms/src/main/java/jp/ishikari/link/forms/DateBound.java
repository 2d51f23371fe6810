package jp.ishikari.link.forms;

import java.time.LocalDate;

/** The first or last acceptable day of a date field. */
public sealed interface DateBound {

  /** The day that is meant, when the application is made on {@code today}. */
  LocalDate on(LocalDate today);

  /** A day of the calendar. */
  record Fixed(LocalDate day) implements DateBound {
    @Override
    public LocalDate on(LocalDate today) {
      return day;
    }
  }

  /** So many days after the day of the application (before it when negative). */
  record FromToday(int days) implements DateBound {
    @Override
    public LocalDate on(LocalDate today) {
      return today.plusDays(days);
    }
  }
}
