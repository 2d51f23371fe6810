package jp.ishikari.link.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds make of a due date, case by case and against a count of day after day. */
class HoldsTest {
  private static final int CASES = 20_000;

  /** Friday 20 is the day of reception where nothing else is said; Monday 23 is a holiday. */
  private final BusinessCalendar calendar =
      new BusinessCalendar(Set.of(day("2026-11-23"), day("2027-01-01"), day("2027-01-11")));

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  /** Wall time of the city. */
  private static Instant at(String text) {
    return Instant.parse(text + ":00+09:00");
  }

  private static Application received(LocalDate on, int days) {
    return new Application(
        "id",
        1,
        new Application.Arrival(
            null, "1", on.atTime(10, 0).atZone(Reception.JST).toInstant(), on, null, null),
        new Application.Matter(
            "p",
            "p",
            "d",
            new Application.Answered(1, Map.of(), null, "", null, null, null, List.of())),
        new Application.Standing(ApplicationState.SUBMITTED, null),
        new Application.Clock(days));
  }

  private static Hold held(Hold.Kind kind, String from, String until) {
    return Hold.since("id", kind, from, at(from)).until(at(until));
  }

  private LocalDate due(int days, Hold... holds) {
    return new Holds(List.of(holds))
        .dueOn(Holds.Period.of(received(day("2026-11-20"), days)), calendar);
  }

  @Test
  void withoutHoldsThePeriodIsCountedInBusinessDaysAfterReception() {
    assertEquals(day("2026-11-26"), due(3));
  }

  @Test
  void thereIsNoDueDateWithoutAPeriodOrWhileAnyHoldIsOpen() {
    assertNull(due(0));
    assertNull(
        due(
            3,
            held(Hold.Kind.PAYMENT, "2026-11-24T09:00", "2026-11-25T09:00"),
            Hold.since("id", Hold.Kind.CORRECTION, "2", at("2026-11-25T10:00"))));
  }

  @Test
  void whatIsWaitedForIsAddedInBusinessDays() {
    assertEquals(
        day("2026-11-30"),
        due(3, held(Hold.Kind.CORRECTION, "2026-11-24T14:00", "2026-11-26T09:00")));
    assertEquals(
        day("2026-11-26"),
        due(3, held(Hold.Kind.CORRECTION, "2026-11-20T14:00", "2026-11-23T09:00")).minusDays(1),
        "over a holiday: received on the day after it");
  }

  @Test
  void whatEndsWithinTheSameOpeningHoursHoldsNothingUp() {
    assertEquals(
        day("2026-11-26"), due(3, held(Hold.Kind.PAYMENT, "2026-11-24T09:00", "2026-11-24T16:00")));
    assertEquals(
        day("2026-11-26"), due(3, held(Hold.Kind.PAYMENT, "2026-11-24T18:00", "2026-11-24T22:00")));
    assertEquals(
        day("2026-11-27"),
        due(3, held(Hold.Kind.PAYMENT, "2026-11-24T09:00", "2026-11-24T18:00")),
        "what comes after closing is received on the next day");
  }

  @Test
  void holdsThatOverlapOrTouchCountOnce() {
    Hold longest = held(Hold.Kind.CORRECTION, "2026-11-24T09:00", "2026-11-27T09:00");
    LocalDate alone = due(3, longest);
    assertEquals(day("2026-12-01"), alone);
    assertEquals(
        alone, due(3, longest, held(Hold.Kind.PAYMENT, "2026-11-25T09:00", "2026-11-26T09:00")));
    assertEquals(
        alone,
        due(
            3,
            held(Hold.Kind.CORRECTION, "2026-11-24T09:00", "2026-11-26T12:00"),
            held(Hold.Kind.ANSWER, "2026-11-26T12:00", "2026-11-27T09:00")));
  }

  @Test
  void aDateThatWasMissedBeforeTheHoldStaysWhereItWas() {
    assertEquals(
        day("2026-11-26"),
        due(3, held(Hold.Kind.CORRECTION, "2026-12-01T09:00", "2026-12-04T09:00")));
  }

  @Test
  void aHoldOfYearsIsCountedToo() {
    assertTrue(
        due(365, held(Hold.Kind.DOCUMENT, "2026-11-24T09:00", "2030-11-26T09:00"))
            .isAfter(day("2031-11-01")));
  }

  /** Day after day: a day counts when the counters open on it and no hold covers it. */
  private LocalDate model(Application application, List<Hold> holds) {
    Set<LocalDate> held = new HashSet<>();
    for (Hold hold : holds) {
      LocalDate end = Reception.receivedOn(hold.endedAt(), calendar);
      if (!end.equals(Reception.receivedOn(hold.startedAt(), calendar))) {
        Reception.today(hold.startedAt())
            .plusDays(1)
            .datesUntil(end.plusDays(1))
            .forEach(held::add);
      }
    }
    LocalDate day = application.receivedOn();
    for (int counted = 0; counted < application.clock().days(); ) {
      day = day.plusDays(1);
      if (calendar.isBusinessDay(day) && !held.contains(day)) {
        counted++;
      }
    }
    return day;
  }

  @Test
  void theCountIsThatOfAWalkFromDayToDayWhateverTheHolds() {
    Random random = new Random(20261129);
    Instant first = at("2026-11-16T00:00");
    Set<Hold.Kind> met = EnumSet.noneOf(Hold.Kind.class);
    Set<LocalDate> dates = new HashSet<>();
    for (int i = 0; i < CASES; i++) {
      LocalDate on = calendar.next(day("2026-11-15").plusDays(random.nextInt(60)));
      Application application = received(on, 1 + random.nextInt(30));
      List<Hold> holds = new ArrayList<>();
      for (int left = random.nextInt(6); left > 0; left--) {
        Hold.Kind kind = Hold.Kind.values()[random.nextInt(Hold.Kind.values().length)];
        met.add(kind);
        // Some start where another ends, some end on the day they start on.
        Instant from =
            holds.isEmpty() || random.nextInt(3) > 0
                ? first.plus(Duration.ofMinutes(random.nextInt(80 * 24 * 60)))
                : holds.getLast().endedAt();
        int hours = random.nextBoolean() ? 10 : 20 * 24;
        Instant until = from.plus(Duration.ofMinutes(random.nextInt(hours * 60)));
        holds.add(Hold.since("id", kind, Integer.toString(left), from).until(until));
      }
      LocalDate expected = model(application, holds);
      dates.add(expected);
      Collections.shuffle(holds, random);
      assertEquals(
          expected,
          new Holds(holds).dueOn(Holds.Period.of(application), calendar),
          () -> "received " + application.receivedOn() + " " + application.clock() + " " + holds);
    }
    assertEquals(EnumSet.allOf(Hold.Kind.class), met);
    assertTrue(dates.size() > 50, "the cases differ");
  }
}
