package jp.ishikari.link.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import jp.ishikari.link.forms.Folding;

/**
 * Codes that people read off one screen and type into another. Crockford's base 32: no letter is
 * taken for a digit. Twelve of them are 60 bits, which nobody finds by trying. Only hashes are
 * kept, other ones for each purpose.
 */
public final class SpokenCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 12;
  private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{12}");

  private SpokenCode() {}

  /** A new one. */
  public static String draw(RandomGenerator random) {
    StringBuilder code = new StringBuilder();
    random.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> code.append(ALPHABET.charAt(i)));
    return code.toString();
  }

  /**
   * The hash of a code as a person types it, in whatever width and spelling; empty when it cannot
   * be one.
   */
  public static Optional<String> hash(String purpose, String typed) {
    String folded =
        Folding.code(typed)
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return CODE.matcher(folded).matches()
        ? Optional.of(sha256(purpose + " " + folded))
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
