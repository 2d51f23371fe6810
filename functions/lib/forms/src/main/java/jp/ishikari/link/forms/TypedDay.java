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
    Optional<Era> era =
        parts.size() == 4
            ? Era.ALL.stream().filter(e -> e.name().equals(parts.getFirst())).findFirst()
            : Optional.empty();
    int year = era.isEmpty() ? -1 : number(parts.get(1));
    if (year < 1) {
      return Map.of();
    }
    String name = era.orElseThrow().name();
    if (year > Era.LAST_YEAR) {
      return Map.of("allowed", "western", "typed", name + year + "年");
    }
    int month = number(parts.get(2));
    int day = number(parts.get(3));
    Optional<LocalDate> meant = Days.of(era.orElseThrow().from().getYear() + year - 1, month, day);
    return meant
        .flatMap(Era::toWareki)
        .<Map<String, Object>>map(
            other ->
                Map.of(
                    "allowed",
                    "era",
                    "typed",
                    new Era.Wareki(name, year, month, day).toString(),
                    "meant",
                    other.toString()))
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
