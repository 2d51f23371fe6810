package jp.ishikari.link.domain;

import java.time.LocalDate;
import java.util.Set;

/** Keeps the holidays of each year; edited by staff. */
public interface CalendarStore {
  /** Holidays of {@code year} and the year after, as one calendar. */
  BusinessCalendar from(int year);

  /** Whether the holidays of a year are there: without them its days are counted wrong. */
  boolean knows(int year);

  void save(int year, Set<LocalDate> holidays);
}
