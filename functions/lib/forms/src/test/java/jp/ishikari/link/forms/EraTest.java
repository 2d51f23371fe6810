package jp.ishikari.link.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.temporal.ChronoField;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EraTest {

  @Test
  @DisplayName("Every day from 1873 to 2099 comes back from its era, and only from its own era")
  void everyDayComesBack() {
    LocalDate end = LocalDate.of(2100, 1, 1);
    for (LocalDate day = Era.FIRST_DAY; day.isBefore(end); day = day.plusDays(1)) {
      Era.Wareki wareki = Era.toWareki(day).orElseThrow();
      LocalDate expected = day;
      for (Era era : Era.ALL) {
        int year = day.getYear() - era.from().getYear() + 1;
        Optional<LocalDate> back =
            Era.ofWareki(era.name(), year, day.getMonthValue(), day.getDayOfMonth());
        boolean own = era.name().equals(wareki.era());
        assertEquals(own ? Optional.of(expected) : Optional.empty(), back, era.name() + year);
      }
    }
  }

  @Test
  @DisplayName("Every day from 1873 to 2099 has the era and year that the JDK's calendar gives it")
  void agreesWithTheJdk() {
    LocalDate end = LocalDate.of(2100, 1, 1);
    for (LocalDate day = Era.FIRST_DAY; day.isBefore(end); day = day.plusDays(1)) {
      JapaneseDate jdk = JapaneseDate.from(day);
      Era.Wareki wareki = Era.toWareki(day).orElseThrow();
      assertEquals(jdk.get(ChronoField.YEAR_OF_ERA), wareki.year());
      int index = Era.ALL.stream().map(Era::name).toList().indexOf(wareki.era());
      assertEquals(jdk.getEra().getValue() + 1, index, day.toString());
    }
  }

  @Test
  @DisplayName("The day before the Gregorian calendar has no era here")
  void nothingBefore1873() {
    assertTrue(Era.toWareki(LocalDate.of(1872, 12, 31)).isEmpty());
  }

  @Test
  @DisplayName("The first year of an era is written 元年")
  void firstYear() {
    Era.Wareki first = Era.toWareki(LocalDate.of(2019, 5, 1)).orElseThrow();
    assertEquals("令和元年5月1日", first.toString());
    assertEquals("令和8年11月23日", Era.toWareki(LocalDate.of(2026, 11, 23)).orElseThrow().toString());
  }
}
