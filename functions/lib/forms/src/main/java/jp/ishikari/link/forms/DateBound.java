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

  /** So many years after the day of the application (before it when negative). */
  record YearsFromToday(int years) implements DateBound {
    @Override
    public LocalDate on(LocalDate today) {
      return today.plusYears(years);
    }
  }

  /** The first day where a form says none: of a birth the first that can be written. */
  static DateBound first(Field field) {
    return birth(field) ? new Fixed(Era.FIRST_DAY) : new YearsFromToday(-YEARS);
  }

  /** The last day where a form says none: nobody is born tomorrow. */
  static DateBound last(Field field) {
    return birth(field) ? new FromToday(0) : new YearsFromToday(YEARS);
  }

  /** Further away a year is mistyped, such as 2206 or 令和 with a year of the Western calendar. */
  int YEARS = 100;

  private static boolean birth(Field field) {
    return "dateOfBirth".equals(field.gif());
  }

  /** So many days after the day of the application (before it when negative). */
  record FromToday(int days) implements DateBound {
    @Override
    public LocalDate on(LocalDate today) {
      return today.plusDays(days);
    }
  }
}
