package jp.ishikari.link.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A day that a screen could not make one of: 年号, 年, 月 and 日 as they were typed, with a mark between
 * them. Says what is wrong with the era, where it is the era.
 */
final class TypedDay {
  private TypedDay() {}

  /** What the sentence names beyond the label; empty where the calendar has no such day. */
  static Map<String, Object> whyNot(String text) {
    List<String> parts = List.of(text.split("\\|", -1));
    if (parts.size() != 4) {
      return Map.of();
    }
    Optional<Era> era =
        Era.ALL.stream().filter(each -> each.name().equals(parts.getFirst())).findFirst();
    int year = number(parts.get(1));
    if (TextRules.blank(parts.get(1))) {
      return Map.of("allowed", "year");
    }
    if (era.isPresent() && year > Era.LAST_YEAR) {
      return Map.of("allowed", "western", "typed", era.get().name() + year + "年");
    }
    if (TextRules.blank(parts.get(2)) || TextRules.blank(parts.get(3))) {
      return Map.of("allowed", "unfinished");
    }
    return era.isPresent() && year > 0
        ? other(era.get(), year, number(parts.get(2)), number(parts.get(3)))
        : Map.of();
  }

  private static Map<String, Object> other(Era era, int year, int month, int day) {
    Optional<LocalDate> meant = Days.of(era.from().getYear() + year - 1, month, day);
    return meant
        .flatMap(Era::toWareki)
        .<Map<String, Object>>map(
            other ->
                Map.of(
                    "allowed", "era",
                    "typed", new Era.Wareki(era.name(), year, month, day).toString(),
                    "meant", other.toString()))
        .orElse(Map.of());
  }

  /** 元 is the first year; -1 for what is no number of four digits at most. */
  private static int number(String typed) {
    String folded = Folding.code(typed);
    if (folded.equals("元")) {
      return 1;
    }
    return !folded.isEmpty() && folded.length() <= 4 && TextRules.digits(folded)
        ? Integer.parseInt(folded)
        : -1;
  }
}
