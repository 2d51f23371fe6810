package jp.ishikari.link.domain;

import java.time.Instant;
import java.util.Map;

/**
 * What an application answered until a correction (補正) took its place: what was sent in is
 * replaced, never erased.
 *
 * @param version of the application as it stood with them
 * @param formVersion the version of the form they were given to
 * @param asked what staff had asked to be corrected
 * @param correctedAt when the correction came
 */
public record EarlierAnswers(
    String applicationId,
    int version,
    int formVersion,
    Map<String, Object> answers,
    Application.Returned asked,
    Instant correctedAt) {

  /**
   * Those of an application that is being corrected.
   *
   * @param asked what was asked to be corrected
   */
  public static EarlierAnswers of(Application returned, Application.Returned asked, Instant now) {
    return new EarlierAnswers(
        returned.applicationId(),
        returned.version(),
        returned.formVersion(),
        returned.answers(),
        asked,
        now);
  }
}
