package jp.ishikari.link.forms;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Days as they stand in answers: YYYY-MM-DD, from 1873-01-01 to 9999-12-31. */
final class Days {

  private Days() {}

  /** The day, when the calendar has it. */
  static Optional<LocalDate> of(int year, int month, int day) {
    boolean real =
        year >= Era.FIRST_DAY.getYear()
            && year <= 9999
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth();
    return real ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
  }

  /** The day that the text writes, exactly in the form YYYY-MM-DD. */
  static Optional<LocalDate> parse(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return Optional.empty();
    }
    String digits = text.substring(0, 4) + text.substring(5, 7) + text.substring(8);
    if (!TextRules.digits(digits)) {
      return Optional.empty();
    }
    return of(
        Integer.parseInt(digits.substring(0, 4)),
        Integer.parseInt(digits.substring(4, 6)),
        Integer.parseInt(digits.substring(6)));
  }

  /** For messages: 2026年11月23日. */
  static String inWords(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
