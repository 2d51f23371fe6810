package jp.ishikari.link.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An application that somebody has begun and saved (下書き), to go on with on any device.
 *
 * @param draftId hash of the code it was saved under; who knows it may open a draft of nobody's
 * @param revision counts up with each save: two screens never overwrite each other
 * @param formVersion version of the form the answers were typed into
 * @param answers as typed, finished or not
 * @param step id of the page to go on with; null for the first
 * @param accountId whose it is; null when whoever has the code may go on
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
    Instant savedAt,
    Instant expiresAt) {

  /**
   * Crockford's base 32: no letter is taken for a digit. Twelve of them are 60 bits, which nobody
   * finds by trying.
   */
  private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{12}");

  /** The id that belongs to a code as a person types it, in whatever width and spelling. */
  public static Optional<String> idOf(String code) {
    String folded =
        Normalizer.normalize(code, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\-\\u2010-\\u2015\\u2212\\u30fc]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return CODE.matcher(folded).matches()
        ? Optional.of(sha256("draft " + folded))
        : Optional.empty();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
