package jp.ishikari.link.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The Japanese eras (元号) as our own table: the platforms' are out of date on the browsers that we
 * serve. Days before 1873-01-01, when Japan took up the Gregorian calendar, are not accepted.
 *
 * @param name 明治, 大正, 昭和, 平成 or 令和
 * @param from the first day
 */
public record Era(String name, LocalDate from) {

  /** The first day that can be written in an era here. */
  public static final LocalDate FIRST_DAY = LocalDate.of(1873, 1, 1);

  /** All eras, the earliest first. */
  public static final List<Era> ALL =
      FlatJson.read("eras.json").entrySet().stream()
          .map(era -> new Era(era.getKey(), LocalDate.parse(era.getValue())))
          .toList();

  /**
   * A day as it is written in Japan.
   *
   * @param year counted from 1 (元年)
   */
  public record Wareki(String era, int year, int month, int day) {
    /** As people write it, such as 令和元年5月1日. */
    @Override
    public String toString() {
      return era + (year == 1 ? "元" : String.valueOf(year)) + "年" + month + "月" + day + "日";
    }
  }

  /** The day in its era; empty before {@link #FIRST_DAY}. */
  public static Optional<Wareki> toWareki(LocalDate day) {
    if (day.isBefore(FIRST_DAY)) {
      return Optional.empty();
    }
    Era era = ALL.stream().filter(e -> !day.isBefore(e.from)).reduce((a, b) -> b).orElseThrow();
    int year = day.getYear() - era.from.getYear() + 1;
    return Optional.of(new Wareki(era.name, year, day.getMonthValue(), day.getDayOfMonth()));
  }

  /** An era's year has two digits at most; more are a year of the Western calendar. */
  static final int LAST_YEAR = 99;

  /** The day that is meant; empty when there is none, as for 昭和64年1月8日 or 令和5年2月29日. */
  public static Optional<LocalDate> ofWareki(String era, int year, int month, int day) {
    return ALL.stream()
        .filter(e -> e.name.equals(era) && year >= 1 && year <= LAST_YEAR)
        .findFirst()
        .flatMap(e -> Days.of(e.from.getYear() + year - 1, month, day))
        .filter(date -> toWareki(date).orElseThrow().era().equals(era));
  }
}
