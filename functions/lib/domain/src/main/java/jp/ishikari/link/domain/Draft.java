package jp.ishikari.link.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An application that somebody has begun and saved (下書き), to go on with on any device.
 *
 * @param draftId hash of the code it was saved under; whoever knows it may open an ownerless draft
 * @param revision counts up with each save: two screens never overwrite each other
 * @param formVersion version of the form the answers were typed into
 * @param answers as typed, finished or not
 * @param step id of the page to go on with; null for the first
 * @param accountId whose it is; null when whoever has the code may go on
 * @param verified whether it was ever saved with a verified identity: then it may hold what the
 *     card filled in
 */
public record Draft(
    String draftId,
    int revision,
    String procedureId,
    String procedureName,
    int formVersion,
    Map<String, Object> answers,
    String step,
    String accountId,
    boolean verified,
    Instant savedAt,
    Instant expiresAt) {

  /** The id that belongs to a code as a person types it, in whatever width and spelling. */
  public static Optional<String> idOf(String code) {
    return SpokenCode.hash("draft", code);
  }
}
