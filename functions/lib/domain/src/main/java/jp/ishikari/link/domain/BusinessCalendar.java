package jp.ishikari.link.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * Business days of the city: not Saturday, Sunday, a holiday of the Cabinet Office's list
 * (substitute holidays included) or 12/29–1/3 (地方自治法第4条の2).
 */
public record BusinessCalendar(Set<LocalDate> holidays) {
  private static final MonthDay YEAR_END = MonthDay.of(12, 29);
  private static final MonthDay YEAR_START = MonthDay.of(1, 3);

  public boolean isBusinessDay(LocalDate day) {
    MonthDay md = MonthDay.from(day);
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && md.isBefore(YEAR_END)
        && md.isAfter(YEAR_START)
        && !holidays.contains(day);
  }

  /** The business day after {@code day}: 受付日 of what arrived on it while the counters were shut. */
  public LocalDate next(LocalDate day) {
    LocalDate d = day.plusDays(1);
    while (!isBusinessDay(d)) {
      d = d.plusDays(1);
    }
    return d;
  }

  /**
   * {@code day} moved on by {@code businessDays} business days.
   *
   * @throws IllegalArgumentException when that is less than none or more than any period has: days
   *     are counted one by one
   */
  public LocalDate plus(LocalDate day, int businessDays) {
    if (businessDays < 0 || businessDays > Procedure.MOST_DAYS) {
      throw new IllegalArgumentException(businessDays + " business days");
    }
    LocalDate d = day;
    for (int i = 0; i < businessDays; i++) {
      d = next(d);
    }
    return d;
  }

  /**
   * Business days after {@code from} up to and including {@code to}; 0 when {@code to} is not
   * later.
   */
  public int between(LocalDate from, LocalDate to) {
    int days = 0;
    for (LocalDate d = from.plusDays(1); !d.isAfter(to); d = d.plusDays(1)) {
      if (isBusinessDay(d)) {
        days++;
      }
    }
    return days;
  }
}
