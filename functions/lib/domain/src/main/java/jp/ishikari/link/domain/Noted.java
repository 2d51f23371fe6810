package jp.ishikari.link.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one administrator did alone and other administrators are to know of (docs/adr/0027).
 *
 * @param by staff id of who did it
 * @param aboutId what it was done to: a staff id or the id of a procedure
 * @param about its name
 * @param before how it was: names of roles as the console calls them, or the level's own; null for
 *     nothing
 * @param after how it is, likewise
 * @param seen who has said that they have seen it
 */
public record Noted(
    String notedId,
    Instant at,
    Kind kind,
    String by,
    String byName,
    String aboutId,
    String about,
    @Nullable String before,
    String after,
    List<Seen> seen) {

  /** What was done. */
  public enum Kind {
    /** A procedure asks less of its applicants than before. */
    LEVEL_LOWERED,
    /** Whoever made a document of a procedure may hand it over again. */
    ISSUER_ALONE,
    /** Somebody was given an administrator's or emergency rights. */
    RIGHTS_GIVEN,
    /** The first holder of such rights was registered, by the deployment. */
    FIRST_HOLDER
  }

  /**
   * That somebody has seen it.
   *
   * @param by staff id
   */
  public record Seen(String by, String byName, Instant at) {}

  /** As it is written; nobody has seen it. */
  public static Noted of(
      Instant at,
      Kind kind,
      String by,
      String byName,
      String aboutId,
      String about,
      String beforeOrNull,
      String after) {
    // Sorts by time, fits into a path and names nobody; of one moment a thing is done once.
    UUID once = UUID.nameUUIDFromBytes((kind + " " + aboutId).getBytes(StandardCharsets.UTF_8));
    String notedId = at.toEpochMilli() + "-" + once;
    return new Noted(notedId, at, kind, by, byName, aboutId, about, beforeOrNull, after, List.of());
  }

  /** Whether they did it or it was done to them: they are nobody to say that it was seen. */
  public boolean concerns(String staffId) {
    return by.equals(staffId) || aboutId.equals(staffId);
  }

  /** Whether it is to be shown to that administrator: not to who did it or whom it was done to. */
  public boolean isFor(String staffId) {
    return !concerns(staffId) && seen.stream().noneMatch(one -> one.by().equals(staffId));
  }
}
