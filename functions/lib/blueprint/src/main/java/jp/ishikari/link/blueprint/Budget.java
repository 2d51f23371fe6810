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
 */
public record Budget(Payer payer, String member, int limit, Duration window) {

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
    return new Budget(Payer.VIEWER, null, limit, window);
  }

  static Budget perAccount(int limit, Duration window) {
    return new Budget(Payer.ACCOUNT, null, limit, window);
  }

  static Budget perClient(int limit, Duration window) {
    return new Budget(Payer.CLIENT, null, limit, window);
  }

  static Budget perEmail(String member, int limit, Duration window) {
    return new Budget(Payer.EMAIL, member, limit, window);
  }

  /**
   * One try of each viewer at each thing in a day: the day of the clock's zero meridian, which ends
   * at nine in the morning in Japan. It refuses nobody; what comes again is not counted again.
   */
  public static final Budget ONCE_A_DAY = perViewer(1, Duration.ofDays(1));

  static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  /** With a limit so many times as high. */
  public Budget times(int scale) {
    return new Budget(payer, member, Math.multiplyExact(limit, scale), window);
  }
}
