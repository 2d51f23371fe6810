package jp.ishikari.link.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import jp.ishikari.link.casework.store.DeskRow;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.Holds;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.assignment.Assignment;
import jp.ishikari.link.domain.conversation.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of cases.
 *
 * @param version of the application, by which the console tells which of two lines is newer
 * @param soughtName the name with the usual character for each variant, by which the list is looked
 *     through
 * @param dueOn null while the clock stands still, without a period, and when it is over
 * @param holds what stops the clock
 * @param untold whether no notice reaches the applicant, neither in an account nor by mail
 * @param unread whether the applicant wrote something that nobody of the division has read
 * @param assignee 担当者; null where nobody has taken it
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
    String soughtName,
    Instant arrivedAt,
    LocalDate receivedOn,
    String divisionId,
    @Nullable LocalDate dueOn,
    boolean overdue,
    List<Hold.Waiting> holds,
    boolean untold,
    boolean unread,
    Assignment.@Nullable Assignee assignee,
    List<String> labels) {

  /** What lines are made of besides cases. */
  record Maker(CalendarStore calendars, InstantSource clock) {

    /** As the list has it. */
    CaseLine of(DeskRow row) {
      LocalDate dueOn = row.holds().dueOn(row.period(), calendars);
      return new CaseLine(
          row.applicationId(),
          row.version(),
          row.receiptNumber(),
          row.procedureId(),
          row.procedureName(),
          row.period().state(),
          row.applicantName(),
          Applicant.sought(row.applicantName()),
          row.arrivedAt(),
          row.period().receivedOn(),
          row.divisionId(),
          dueOn,
          dueOn != null && dueOn.isBefore(Reception.today(clock.instant())),
          row.holds().waiting(row.period().state()),
          row.untold(),
          row.unread(),
          row.assignee(),
          row.labels());
    }

    /** As it stands, a moment before the list has it. */
    CaseLine of(
        Application application, Holds holds, Conversation conversation, Assignment assignment) {
      return of(DeskRow.of(application, holds, conversation, assignment));
    }
  }

  /** A page of lines; {@code cursor} is null on the last. */
  record Lines(List<CaseLine> cases, @Nullable String cursor) {}
}
