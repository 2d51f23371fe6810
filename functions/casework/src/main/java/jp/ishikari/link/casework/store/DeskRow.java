package jp.ishikari.link.casework.store;

import java.time.Instant;
import java.util.List;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Holds;
import jp.ishikari.link.domain.assignment.Assignment;
import jp.ishikari.link.domain.conversation.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * What the clerks' list shows of a case. It follows from the application, its holds, its
 * conversation and its assignment alone, so that two readings of the same case give the same row.
 * Days that are due are counted when it is shown: they change with the holidays and with today.
 *
 * @param version of the application
 * @param holds all that the case has had, from which its due date is counted
 * @param written how many events its conversation and its assignment have had
 * @param untold whether no notice reaches the applicant
 * @param unread whether the city has not read what the applicant wrote
 * @param assignee 担当者; null where nobody has taken it
 */
public record DeskRow(
    String applicationId,
    int version,
    String divisionId,
    String receiptNumber,
    String procedureId,
    String procedureName,
    String applicantName,
    Instant arrivedAt,
    Holds.Period period,
    Holds holds,
    int written,
    boolean untold,
    boolean unread,
    Assignment.@Nullable Assignee assignee,
    List<String> labels) {

  /**
   * Of a case.
   *
   * @param holds read after the application, so that they know every hold of its steps
   * @param conversation read after both
   * @param assignment read after both
   */
  public static DeskRow of(
      Application a, Holds holds, Conversation conversation, Assignment assignment) {
    return new DeskRow(
        a.applicationId(),
        a.version(),
        a.divisionId(),
        a.receiptNumber(),
        a.procedureId(),
        a.procedureName(),
        a.applicantName(),
        a.arrivedAt(),
        Holds.Period.of(a),
        holds,
        conversation.version() + assignment.version(),
        a.untold(),
        conversation.newToCity(),
        assignment.assignee(),
        assignment.labels());
  }

  /**
   * How often its holds, its conversation or its assignment changed: of two readings, the later has
   * no fewer.
   */
  public int changes() {
    return holds.changes() + written;
  }
}
