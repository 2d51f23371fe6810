package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.domain.BusinessCalendar;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import org.junit.jupiter.api.Test;

/** What the stores of holidays and divisions keep their word on. */
public abstract class ReferenceStoresContract {
  protected abstract CalendarStore calendars();

  protected abstract DivisionStore divisions();

  @Test
  void aCalendarHoldsTheHolidaysOfItsYearAndTheNext() {
    LocalDate emperor = LocalDate.of(2101, 2, 23);
    LocalDate mountain = LocalDate.of(2102, 8, 11);
    calendars().save(2101, Set.of(emperor));
    calendars().save(2102, Set.of(mountain));
    BusinessCalendar calendar = calendars().from(2101);
    assertEquals(Set.of(emperor, mountain), calendar.holidays());
    assertFalse(calendar.isBusinessDay(emperor));
    assertTrue(calendar.isBusinessDay(emperor.plusDays(1)));
  }

  @Test
  void aYearThatNobodyEnteredHasNoHolidays() {
    assertEquals(Set.of(), calendars().from(2150).holidays());
  }

  @Test
  void savingAYearAgainReplacesItEvenByNone() {
    calendars().save(2111, Set.of(LocalDate.of(2111, 1, 1)));
    calendars().save(2111, Set.of());
    assertEquals(Set.of(), calendars().from(2111).holidays());
  }

  @Test
  void aDivisionComesBackAsItWasSaved() {
    Division division =
        new Division("d-" + UUID.randomUUID(), "市民課\uFA19", "0133-72-3111", "本庁舎1階", true);
    divisions().save(division);
    assertEquals(Optional.of(division), divisions().find(division.divisionId()));
    assertEquals(Optional.empty(), divisions().find("no-such-division"));
  }
}
