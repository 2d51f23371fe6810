package jp.ishikari.link.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
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
  void plusAndBetweenAreInverse() {
    LocalDate from = LocalDate.of(2026, 12, 25);
    for (int days = 0; days < 30; days++) {
      assertEquals(days, calendar.between(from, calendar.plus(from, days)));
    }
  }
}
