package jp.ishikari.link.formdesign.store;

import java.time.Instant;
import java.time.LocalDate;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.Release;
import org.jspecify.annotations.Nullable;

/**
 * What staff ask for when they publish a design.
 *
 * @param change what it means for those who are filling in the version before
 * @param note why, in the words of whoever publishes it
 * @param opensOn first day of applications; null when there is no such day
 * @param closesOn last day of applications; null when there is no such day
 * @param capacity how many applications it takes; null for any number
 * @param recount whether applications to earlier versions no longer count against the capacity
 * @param at when it was asked for
 * @param by staff id
 */
public record Publication(
    Release.Change change,
    String note,
    @Nullable LocalDate opensOn,
    @Nullable LocalDate closesOn,
    @Nullable Integer capacity,
    boolean recount,
    Instant at,
    String by,
    String byName) {

  /** The release that it becomes as a version of its own. */
  public Release release(Procedure beforeOrNull, int version, Instant now, String approvedByName) {
    Release before = beforeOrNull == null ? null : beforeOrNull.release();
    int compatibleSince =
        change == Release.Change.MAJOR || beforeOrNull == null
            ? version
            : before == null ? beforeOrNull.version() : before.compatibleSince();
    Integer countedBefore = before == null || recount ? null : before.countedSince();
    return new Release(
        change,
        compatibleSince,
        note,
        now,
        by,
        byName,
        approvedByName,
        opensOn,
        closesOn,
        // Who stopped it has to let it go on: a change of words must not open it.
        before != null && before.paused(),
        capacity,
        capacity == null ? null : countedBefore == null ? Integer.valueOf(version) : countedBefore);
  }
}
