package jp.ishikari.link.domain.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who works on an application, and how it is marked.
 *
 * @param version how many of its events there are
 * @param assignee 担当者; null where nobody has taken it
 * @param labels in the order in which they were given; none stands twice
 * @param notes how many notes were written
 */
public record Assignment(
    String applicationId,
    int version,
    @Nullable Assignee assignee,
    List<String> labels,
    int notes) {

  /**
   * A member of staff.
   *
   * @param name as it was when they got the case
   */
  public record Assignee(String staffId, String name) {}

  /** Where nobody has done anything yet. */
  public static Assignment none(String applicationId) {
    return new Assignment(applicationId, 0, null, List.of(), 0);
  }

  /** Staff id of the assignee; null where nobody has taken it. */
  public @Nullable String assigneeId() {
    return assignee == null ? null : assignee.staffId();
  }

  /** The same, one event on, with another assignee. */
  public Assignment assignedTo(@Nullable Assignee next) {
    return new Assignment(applicationId, version + 1, next, labels, notes);
  }

  /** The same, one event on, with other labels. */
  public Assignment labelled(List<String> next) {
    return new Assignment(applicationId, version + 1, assignee, next, notes);
  }

  /** The same, one event on, with one note more. */
  public Assignment noted() {
    return new Assignment(applicationId, version + 1, assignee, labels, notes + 1);
  }
}
