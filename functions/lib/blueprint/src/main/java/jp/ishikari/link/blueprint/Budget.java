package jp.ishikari.link.blueprint;

import java.time.Duration;

/**
 * How often a route may be asked within a window before it refuses for the rest of it. Every try
 * counts, right or wrong, and is counted before it is looked at. Limits per viewer are far above
 * what a terminal at the counter, a family or a city office behind one address needs; limits per
 * target are what one person needs.
 *
 * @param payer whose tries are counted together
 * @param member the member of the body that names the target; null when the payer is the caller
 * @param bytes the member of the body that says how many bytes are asked for, where these are
 *     counted and not tries; null where each try counts one
 * @param limit tries, or megabytes begun
 */
public record Budget(Payer payer, String member, String bytes, int limit, Duration window) {
  private static final long MEGABYTE = 1_000_000;

  /** Whose tries are counted together. */
  public enum Payer {
    /** The address of the browser; of IPv6 the /64, which one household or machine has whole. */
    VIEWER,
    /** The account that is signed in; guests have none and are counted by viewer alone. */
    ACCOUNT,
    /** The client of the partner API that asks. */
    CLIENT,
    /** An e-mail address; {@code +tags} and capitals are one mailbox. */
    EMAIL
  }

  static Budget perViewer(int limit, Duration window) {
    return new Budget(Payer.VIEWER, null, null, limit, window);
  }

  static Budget perAccount(int limit, Duration window) {
    return new Budget(Payer.ACCOUNT, null, null, limit, window);
  }

  static Budget perClient(int limit, Duration window) {
    return new Budget(Payer.CLIENT, null, null, limit, window);
  }

  static Budget perEmail(String member, int limit, Duration window) {
    return new Budget(Payer.EMAIL, member, null, limit, window);
  }

  /** The same payer, for the megabytes that a member of the body asks for instead of for tries. */
  Budget megabytesOf(String size) {
    return new Budget(payer, member, size, limit, window);
  }

  /** What so many bytes use up: a megabyte that is begun is used up whole. */
  public static int megabytes(long bytes) {
    return Math.toIntExact(
        Math.clamp(Math.ceilDiv(Math.max(bytes, 1), MEGABYTE), 1, Integer.MAX_VALUE));
  }

  /**
   * One try of each viewer at each thing in a day: the day of the clock's zero meridian, which ends
   * at nine in the morning in Japan. It refuses nobody; what comes again is not counted again.
   */
  public static final Budget ONCE_A_DAY = perViewer(1, Duration.ofDays(1));

  static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  static Duration days(int days) {
    return Duration.ofDays(days);
  }

  /** With a limit so many times as high. */
  public Budget times(int scale) {
    return new Budget(payer, member, bytes, Math.multiplyExact(limit, scale), window);
  }
}
