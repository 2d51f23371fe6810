package jp.ishikari.link.domain.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What a user administrator hands to a member of staff in person, so that a stolen password alone
 * enrols no authenticator. It is kept nowhere: it follows from the member and the number of the
 * issue under a key that does not leave the key service.
 */
public final class EnrolmentCode {
  /** So long it may be used. */
  public static final Duration GOOD_FOR = Duration.ofDays(7);

  private static final int GROUP = 4;
  private static final BigInteger TWELVE_DIGITS = BigInteger.TEN.pow(12);

  private EnrolmentCode() {}

  /** Twelve digits in three groups, from the keyed hash of the member and the issue. */
  public static String of(String keyedHash) {
    String digits =
        new BigInteger(1, keyedHash.getBytes(StandardCharsets.US_ASCII))
            .mod(TWELVE_DIGITS)
            .toString();
    String all = "0".repeat(3 * GROUP - digits.length()) + digits;
    return all.substring(0, GROUP)
        + "-"
        + all.substring(GROUP, 2 * GROUP)
        + "-"
        + all.substring(2 * GROUP);
  }
}
