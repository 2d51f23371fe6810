package jp.ishikari.link.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.Holds;
import jp.ishikari.link.domain.Reception;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of cases.
 *
 * @param version of the application, by which the console tells which of two lines is newer
 * @param dueOn null while the clock stands still, without a period, and when it is over
 * @param holds what stops the clock
 * @param overdue whether the standard processing period has run out while the city is at work
 */
record CaseLine(
    String applicationId,
    int version,
    String receiptNumber,
    String procedureId,
    String procedureName,
    ApplicationState state,
    String applicantName,
    Instant arrivedAt,
    LocalDate receivedOn,
    String divisionId,
    @Nullable LocalDate dueOn,
    boolean overdue,
    List<Hold.Waiting> holds) {

  /** What lines are made of besides applications and their holds. */
  record Maker(CalendarStore calendars, InstantSource clock) {
    CaseLine of(Application a, Holds holds) {
      LocalDate dueOn = holds.dueOn(a, calendars);
      return new CaseLine(
          a.applicationId(),
          a.version(),
          a.receiptNumber(),
          a.procedureId(),
          a.procedureName(),
          a.state(),
          a.applicantName(),
          a.arrivedAt(),
          a.receivedOn(),
          a.divisionId(),
          dueOn,
          dueOn != null && dueOn.isBefore(Reception.today(clock.instant())),
          holds.waiting(a));
    }
  }

  /** A page of lines; {@code cursor} is null on the last. */
  record Lines(List<CaseLine> cases, @Nullable String cursor) {}
}
