package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import jp.ishikari.link.aws.RememberedCalendar;
import jp.ishikari.link.blueprint.Signal;
import jp.ishikari.link.domain.BusinessCalendar;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.testkit.HeardLog;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** Whoever counts days without the holidays of a year calls the operators. */
class HolidaysMissingTest {
  private static final InstantSource NEW_YEARS_EVE =
      InstantSource.fixed(Instant.parse("2026-12-31T03:00:00Z"));

  @Test
  void operatorsAreCalledWhenNextYearIsNotThereInDecember() {
    assertEquals(1, calls(2026));
  }

  @Test
  void nobodyIsCalledWhereEveryYearThatIsNeededIsThere() {
    assertEquals(0, calls(2026, 2027));
  }

  private static int calls(Integer... years) {
    try (HeardLog log = new HeardLog(Level.WARN)) {
      CalendarStore calendar = new RememberedCalendar(knowing(Set.of(years)), NEW_YEARS_EVE);
      assertTrue(calendar.from(2026).isBusinessDay(LocalDate.of(2026, 12, 28)));
      calendar.from(2026);
      return (int)
          log.heard().stream()
              .filter(line -> line.startsWith(Signal.HOLIDAYS_MISSING.message()))
              .count();
    }
  }

  private static CalendarStore knowing(Set<Integer> years) {
    return new CalendarStore() {
      @Override
      public BusinessCalendar from(int year) {
        return new BusinessCalendar(Set.of());
      }

      @Override
      public boolean knows(int year) {
        return years.contains(year);
      }

      @Override
      public void save(int year, Set<LocalDate> holidays) {
        throw new AssertionError("nothing is saved");
      }
    };
  }
}
