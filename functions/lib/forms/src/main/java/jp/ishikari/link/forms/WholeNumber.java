package jp.ishikari.link.forms;

/** Whole numbers that Java, JavaScript and JSON all hold exactly: ±(2^53 − 1). */
final class WholeNumber {
  /** The largest; its negative is the smallest. */
  static final long MAX = 9_007_199_254_740_991L;

  private WholeNumber() {}

  /** The whole number that a JSON number stands for, or null. 1.0 is 1, as it is in JavaScript. */
  static Long of(Object json) {
    if (!(json instanceof Number number)) {
      return null;
    }
    // Through double on purpose: JavaScript has nothing else, and the two must agree.
    return of(number.doubleValue());
  }

  /** The same for the result of a computation; null beyond the range. */
  static Long of(double value) {
    return value == Math.rint(value) && Math.abs(value) <= MAX ? (Long) (long) value : null;
  }
}
