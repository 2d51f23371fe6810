package jp.ishikari.link.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
  private final BusinessCalendar calendar =
      new BusinessCalendar(Set.of(LocalDate.of(2026, 11, 23), LocalDate.of(2027, 1, 1)));

  @Test
  void whatArrivesOnAFridayBeforeAHolidayMondayIsReceivedOnTuesday() {
    assertEquals(LocalDate.of(2026, 11, 24), calendar.next(LocalDate.of(2026, 11, 20)));
  }

  @Test
  void theYearEndIsShutFrom1229To0103() {
    assertEquals(LocalDate.of(2027, 1, 4), calendar.next(LocalDate.of(2026, 12, 28)));
    assertFalse(calendar.isBusinessDay(LocalDate.of(2026, 12, 29)));
  }

  @Test
  void moreDaysThanAnyPeriodHasAreRefusedInsteadOfCounted() {
    LocalDate day = LocalDate.of(2026, 12, 25);
    assertThrows(IllegalArgumentException.class, () -> calendar.plus(day, 2_000_000_000));
    assertThrows(IllegalArgumentException.class, () -> calendar.plus(day, -5));
    assertEquals(
        Procedure.MOST_DAYS, calendar.between(day, calendar.plus(day, Procedure.MOST_DAYS)));
  }

  @Test
  void thisYearIsNeededAlwaysAndTheNextFromNovember() {
    assertEquals(List.of(), knowing(2026).missing(LocalDate.of(2026, 10, 31)));
    assertEquals(List.of(2027), knowing(2026).missing(LocalDate.of(2026, 11, 1)));
    assertEquals(List.of(2026, 2027), knowing(2025).missing(LocalDate.of(2026, 12, 31)));
    assertEquals(List.of(2027), knowing(2026).missing(LocalDate.of(2027, 1, 1)));
  }

  private static CalendarStore knowing(int known) {
    return new CalendarStore() {
      @Override
      public BusinessCalendar from(int year) {
        throw new AssertionError("nothing is counted");
      }

      @Override
      public boolean knows(int year) {
        return year == known;
      }

      @Override
      public void save(int year, Set<LocalDate> holidays) {
        throw new AssertionError("nothing is saved");
      }
    };
  }

  @Test
  void plusAndBetweenAreInverse() {
    LocalDate from = LocalDate.of(2026, 12, 25);
    for (int days = 0; days < 30; days++) {
      assertEquals(days, calendar.between(from, calendar.plus(from, days)));
    }
  }
}
