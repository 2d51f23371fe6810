package jp.ishikari.link.domain.conversation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the conversation about one application is. Messages are numbered from 1; 0 stands for
 * none.
 *
 * @param version how many of its events there are
 * @param messages how many were written
 * @param lastOfApplicant number of the newest message of the applicant's
 * @param lastOfCity number of the newest message of the city's
 * @param readByApplicant up to which message the applicant has read
 * @param readByCity up to which message somebody of the division has read
 * @param question what the city waits for an answer to; null where it waits for none
 */
public record Conversation(
    String applicationId,
    int version,
    int messages,
    int lastOfApplicant,
    int lastOfCity,
    int readByApplicant,
    int readByCity,
    @Nullable Question question) {

  /**
   * A message that asks for an answer.
   *
   * @param message its number
   * @param answerBy the day until which the city waits at least
   */
  public record Question(int message, LocalDate answerBy) {

    /** What tells its hold from others of the case. */
    public String cause() {
      return "message-" + message;
    }
  }

  /** Where nobody has written anything. */
  public static Conversation none(String applicationId) {
    return new Conversation(applicationId, 0, 0, 0, 0, 0, 0, null);
  }

  /** Whether the city has not read what the applicant wrote. */
  public boolean newToCity() {
    return lastOfApplicant > readByCity;
  }

  /** Whether the applicant has not read what the city wrote. */
  public boolean newToApplicant() {
    return lastOfCity > readByApplicant;
  }
}
