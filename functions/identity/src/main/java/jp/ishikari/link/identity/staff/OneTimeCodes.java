package jp.ishikari.link.identity.staff;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time codes (RFC 6238, SHA-1, 30 s, 6 digits) with one step of tolerance either
 * way.
 */
public final class OneTimeCodes {
  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator();
  private static final int TOLERANCE = 1;

  private OneTimeCodes() {}

  /** The time step that a code is of; nothing when it is of none near now. */
  public static OptionalLong stepOf(byte[] secret, String code, Instant now) {
    SecretKeySpec key = new SecretKeySpec(secret, CODES.getAlgorithm());
    long present = now.getEpochSecond() / CODES.getTimeStep().toSeconds();
    for (long step = present - TOLERANCE; step <= present + TOLERANCE; step++) {
      try {
        Instant at = Instant.ofEpochSecond(step * CODES.getTimeStep().toSeconds());
        if (CODES.generateOneTimePasswordString(key, at).equals(code)) {
          return OptionalLong.of(step);
        }
      } catch (InvalidKeyException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    return OptionalLong.empty();
  }
}
