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
    String year = text.substring(0, 4);
    String month = text.substring(5, 7);
    String day = text.substring(8);
    return TextRules.digits(year) && TextRules.digits(month) && TextRules.digits(day)
        ? of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
        : Optional.empty();
  }

  /** The days that a date without its day, or without its month, leaves open; both included. */
  record Span(LocalDate first, LocalDate last) {}

  /** The days that YYYY-MM-DD, YYYY-MM or YYYY can mean. */
  static Optional<Span> parsePartial(String text) {
    return switch (text.length()) {
      case 4 -> {
        Optional<LocalDate> last = parse(text + "-12-31");
        yield parse(text + "-01-01").map(first -> new Span(first, last.orElseThrow()));
      }
      case 7 ->
          parse(text + "-01")
              .map(first -> new Span(first, first.withDayOfMonth(first.lengthOfMonth())));
      default -> parse(text).map(day -> new Span(day, day));
    };
  }
}
