package jp.ishikari.link.domain;

import java.util.random.RandomGenerator;

/**
 * Receipt number (受付番号): 12 digits: region, ten random digits, check digit. The check digit is
 * Damm's (H. M. Damm, 2004), which catches every single wrong digit and every swap of neighbours.
 */
public record ReceiptNumber(String digits) {
  private static final int LENGTH = 12;

  /** Damm's quasigroup of order 10: totally anti-symmetric, zero diagonal. */
  private static final int[][] QUASIGROUP = {
    {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
    {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
    {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
    {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
    {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
    {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
    {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
    {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
    {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
    {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
  };

  /** A new number of a region; uniqueness is the store's. */
  public static ReceiptNumber draw(char region, RandomGenerator random) {
    StringBuilder digits = new StringBuilder().append(region);
    while (digits.length() < LENGTH - 1) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return new ReceiptNumber(digits.append((char) ('0' + damm(digits))).toString());
  }

  /** Whether these are twelve digits with a right check digit. */
  public static boolean isValid(String digits) {
    return digits.length() == LENGTH
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && damm(digits) == 0;
  }

  private static int damm(CharSequence digits) {
    int interim = 0;
    for (int i = 0; i < digits.length(); i++) {
      interim = QUASIGROUP[interim][digits.charAt(i) - '0'];
    }
    return interim;
  }
}
