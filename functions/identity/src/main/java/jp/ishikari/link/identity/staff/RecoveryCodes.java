package jp.ishikari.link.identity.staff;

import java.util.Locale;
import jp.ishikari.link.edge.Secrets;
import org.apache.commons.codec.binary.Base32;

/**
 * Codes on paper for the day the authenticator is lost; 80 random bits each, so a hash suffices.
 */
public final class RecoveryCodes {
  private static final int BYTES = 10;

  private RecoveryCodes() {}

  /** Sixteen letters and digits in four groups. */
  public static String draw() {
    return new Base32()
        .encodeToString(Secrets.bytes(BYTES))
        .toLowerCase(Locale.ROOT)
        .replaceAll("(.{4})(?!$)", "$1-");
  }

  /** Of a code as it may be typed: with or without hyphens, in any case. */
  public static String hash(String code) {
    return Secrets.hash(code.replaceAll("[-\\s]", "").toLowerCase(Locale.ROOT));
  }
}
