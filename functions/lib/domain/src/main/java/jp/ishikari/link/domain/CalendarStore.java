package jp.ishikari.link.domain;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Keeps the holidays of each year; edited by staff. */
public interface CalendarStore {
  /** Holidays of {@code year} and the year after, as one calendar. */
  BusinessCalendar from(int year);

  /** Whether the holidays of a year are there: without them its days are counted wrong. */
  boolean knows(int year);

  /**
   * Years whose holidays are needed today and are not there: this one, and from November, after the
   * Cabinet Office has announced it, the next.
   */
  default List<Integer> missing(LocalDate today) {
    int last = today.getYear() + (today.getMonth().compareTo(Month.NOVEMBER) < 0 ? 0 : 1);
    return IntStream.rangeClosed(today.getYear(), last)
        .filter(year -> !knows(year))
        .boxed()
        .toList();
  }

  void save(int year, Set<LocalDate> holidays);
}
