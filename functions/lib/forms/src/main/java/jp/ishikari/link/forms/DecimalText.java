package jp.ishikari.link.forms;

import java.util.regex.Pattern;

/**
 * Numbers with decimals as text: 12.5, 0, -0.25. Text, because Java, JavaScript and JSON hold it
 * alike and exactly; one number has one text, without zeros at its ends. Twin of {@code
 * decimals.ts}.
 */
final class DecimalText {
  /** The largest answer, far from where a JSON number is no longer exact to three decimals. */
  static final String MAX = "999999999999";

  static final String MIN = "-" + MAX;

  private static final Pattern WRITTEN = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*[1-9])?");

  private DecimalText() {}

  /** Whether a number is written as it has to be; how large or fine it is does not matter here. */
  static boolean is(String text) {
    return WRITTEN.matcher(text).matches() && !text.equals("-0");
  }

  /** The text of a number whose digits are known, with or without zeros at its ends. */
  static String of(boolean negative, String digits, String fraction) {
    String whole = digits.replaceFirst("^0+(?=[0-9])", "");
    String rest = fraction.replaceFirst("0+$", "");
    String text = rest.isEmpty() ? whole : whole + "." + rest;
    return negative && !text.equals("0") ? "-" + text : text;
  }

  /** The text of a JSON number; null when it has more decimals. */
  static String of(double json, int decimals) {
    double size = Math.abs(json);
    if (size > 1e12) {
      // How far beyond the largest answer does not matter.
      return json < 0 ? MIN + "0" : MAX + "0";
    }
    double scale = Math.pow(10, decimals);
    // Of fewer than 16 digits: the nearest whole number is the only one that can be meant.
    double scaled = Math.floor(size * scale + 0.5);
    if (scaled / scale != size) {
      return null;
    }
    String digits = Long.toString((long) scaled);
    digits = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
    int point = digits.length() - decimals;
    return of(json < 0, digits.substring(0, point), digits.substring(point));
  }

  /** How many decimals a text has. */
  static int decimals(String text) {
    int point = text.indexOf('.');
    return point < 0 ? 0 : text.length() - point - 1;
  }

  /** Which of two is larger. */
  static int compare(String left, String right) {
    boolean below = left.startsWith("-");
    if (below != right.startsWith("-")) {
      return below ? -1 : 1;
    }
    int size = size(left.substring(below ? 1 : 0), right.substring(below ? 1 : 0));
    return below ? -size : size;
  }

  /** Digit by digit: a longer whole is larger; of decimals the first that differs decides. */
  private static int size(String left, String right) {
    String a = whole(left);
    String b = whole(right);
    return a.length() == b.length()
        ? Integer.signum(left.compareTo(right))
        : Integer.compare(a.length(), b.length());
  }

  private static String whole(String text) {
    int point = text.indexOf('.');
    return point < 0 ? text : text.substring(0, point);
  }
}
