package jp.ishikari.link.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of cases.
 *
 * @param overdue whether the standard processing period has run out while the city is at work
 */
record CaseLine(
    String applicationId,
    String receiptNumber,
    String procedureId,
    String procedureName,
    ApplicationState state,
    String applicantName,
    Instant arrivedAt,
    LocalDate receivedOn,
    String divisionId,
    @Nullable LocalDate dueOn,
    boolean overdue) {

  /** A page of lines; {@code cursor} is null on the last. */
  record Lines(List<CaseLine> cases, @Nullable String cursor) {}

  static CaseLine of(Application a, LocalDate today) {
    return new CaseLine(
        a.applicationId(),
        a.receiptNumber(),
        a.procedureId(),
        a.procedureName(),
        a.state(),
        a.applicantName(),
        a.arrivedAt(),
        a.receivedOn(),
        a.divisionId(),
        a.dueOn(),
        overdue(a, today));
  }

  static boolean overdue(Application a, LocalDate today) {
    boolean atWork =
        a.state() == ApplicationState.SUBMITTED || a.state() == ApplicationState.ACCEPTED;
    return atWork && a.dueOn() != null && a.dueOn().isBefore(today);
  }
}
