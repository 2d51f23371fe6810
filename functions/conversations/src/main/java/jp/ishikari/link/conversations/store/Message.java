package jp.ishikari.link.conversations.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote. It is never changed and never taken back: it may have been read.
 *
 * @param number within its conversation, from 1
 * @param text as it was typed
 * @param files ids of the files that came with it
 * @param answerBy the day by which the city asks for an answer; null where it asks for none
 */
public record Message(
    int number,
    Writer writer,
    String text,
    List<String> files,
    Instant at,
    @Nullable LocalDate answerBy) {

  /**
   * Who wrote it.
   *
   * @param staffId null where the applicant did
   * @param name of the clerk, which the applicant is not told; null where the applicant did
   */
  public record Writer(Side side, @Nullable String staffId, @Nullable String name) {

    /** Whoever applied. */
    public static final Writer APPLICANT = new Writer(Side.APPLICANT, null, null);

    public static Writer clerk(String staffId, String name) {
      return new Writer(Side.CITY, staffId, name);
    }
  }

  /** Whom a message is from. */
  public enum Side {
    APPLICANT,
    CITY
  }
}
