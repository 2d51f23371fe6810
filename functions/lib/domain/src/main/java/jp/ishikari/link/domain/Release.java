package jp.ishikari.link.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How a version of a procedure came to be, and when it takes applications.
 *
 * @param change what it means for those who are filling in the version before
 * @param compatibleSince the oldest version whose answers may be sent in under this one
 * @param note why, in the words of whoever published it
 * @param by staff id
 * @param approvedByName who approved it besides; null where nobody had to
 * @param opensOn first day of applications; null when there is no such day
 * @param closesOn last day of applications; null when there is no such day
 * @param capacity how many applications it takes; null for any number
 * @param countedSince the version from which they are counted; null where there is no capacity
 * @param paused whether it takes none for now, whatever the days say
 */
public record Release(
    Change change,
    int compatibleSince,
    String note,
    Instant at,
    String by,
    String byName,
    String approvedByName,
    LocalDate opensOn,
    LocalDate closesOn,
    boolean paused,
    Integer capacity,
    Integer countedSince) {

  /** What a new version asks of running drafts. */
  public enum Change {
    /** They carry over. */
    MINOR,
    /** The resident looks at what changed and confirms. */
    MAJOR
  }

  /** Whether applications are taken. */
  public enum Opening {
    OPEN,
    NOT_YET,
    OVER,
    PAUSED
  }

  /** On a day in Japan. */
  public Opening on(LocalDate today) {
    if (paused) {
      return Opening.PAUSED;
    }
    if (opensOn != null && today.isBefore(opensOn)) {
      return Opening.NOT_YET;
    }
    return closesOn != null && today.isAfter(closesOn) ? Opening.OVER : Opening.OPEN;
  }
}
