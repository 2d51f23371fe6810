package jp.ishikari.link.forms;

/**
 * What people paste into fields that are declared a number, an amount, a postal code, a telephone
 * number, an account number, a reading, an e-mail address or a code, brought into one shape. Twin
 * of {@code folding.ts} of the site; the vectors and the fuzz hold the two together. Names and free
 * text never pass through here.
 */
public final class Folding {
  private static final String SPACES =
      "\t \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000";

  /** Every dash and minus, and the long-vowel marks that Japanese keyboards give instead. */
  private static final String DASHES =
      "-\u02D7\u058A\u05BE\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207B\u208B\u2212\u2500\u2501"
          + "\u2E3A\u2E3B\uFE31\uFE32\uFE58\uFE63\uFF0D\u30FC\uFF70";

  private static final String POSTAL_MARKS = "\u3012\u3020\u3036";
  private static final String PHONE_SEPARATORS = " ()[].\u3014\u3015\u300C\u300D";

  private Folding() {}

  /** Without invisible characters; every space is the plain one, and none stands at an end. */
  static String plain(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int hidden = invisible(text, i);
      if (hidden > 0) {
        i += hidden - 1;
      } else {
        folded.append(SPACES.indexOf(c) >= 0 ? ' ' : c);
      }
    }
    int from = 0;
    int to = folded.length();
    while (from < to && folded.charAt(from) == ' ') {
      from++;
    }
    while (to > from && folded.charAt(to - 1) == ' ') {
      to--;
    }
    return folded.substring(from, to);
  }

  /** The same without any space, full-width forms of ASCII as ASCII, every dash a hyphen. */
  public static String compact(String text) {
    return dashes(ascii(plain(text))).replace(" ", "");
  }

  /** Digits or letters and digits, without the hyphens that stand between them. */
  public static String code(String text) {
    return compact(text).replace("-", "");
  }

  /** A postal code without its mark and without the hyphen after 3 digits. */
  static String postal(String text) {
    String folded = compact(text);
    if (!folded.isEmpty() && POSTAL_MARKS.indexOf(folded.charAt(0)) >= 0) {
      folded = folded.substring(1);
    }
    return folded.length() == 8 && folded.charAt(3) == '-'
        ? folded.substring(0, 3) + folded.substring(4)
        : folded;
  }

  /**
   * A telephone number as it is dialled in Japan: one hyphen where there was a dash, a bracket, a
   * dot or a space, and 0 for +81.
   */
  public static String phone(String text) {
    String plain = dashes(ascii(plain(text)));
    StringBuilder folded = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean separator = c == '-' || PHONE_SEPARATORS.indexOf(c) >= 0;
      boolean after = !folded.isEmpty() && folded.charAt(folded.length() - 1) == '-';
      if (!separator) {
        folded.append(c);
      } else if (!folded.isEmpty() && !after) {
        folded.append('-');
      }
    }
    String number = withoutHyphenAtEnd(folded.toString());
    if (!number.startsWith("+81")) {
      return number;
    }
    String domestic = number.substring(3);
    domestic = domestic.startsWith("-") ? domestic.substring(1) : domestic;
    if (domestic.startsWith("0")) {
      domestic = domestic.startsWith("0-") ? domestic.substring(2) : domestic.substring(1);
    }
    return "0" + domestic;
  }

  private static String withoutHyphenAtEnd(String text) {
    return text.endsWith("-") ? text.substring(0, text.length() - 1) : text;
  }

  /** An e-mail address; the full stop of Japanese keyboards is a dot. */
  static String email(String text) {
    return compact(text).replace('\u3002', '.').replace('\uFF61', '.');
  }

  /** Full-width forms of ASCII (U+FF01–FF5E) to ASCII. */
  static String ascii(String text) {
    StringBuilder folded = new StringBuilder(text);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= 0xFF01 && c <= 0xFF5E) {
        folded.setCharAt(i, (char) (c - 0xFEE0));
      }
    }
    return folded.toString();
  }

  private static String dashes(String text) {
    StringBuilder folded = new StringBuilder(text);
    for (int i = 0; i < folded.length(); i++) {
      if (dash(folded.charAt(i))) {
        folded.setCharAt(i, '-');
      }
    }
    return folded.toString();
  }

  static boolean dash(char c) {
    return DASHES.indexOf(c) >= 0;
  }

  static boolean space(char c) {
    return SPACES.indexOf(c) >= 0;
  }

  /**
   * How many units of the text at that place are a character that nobody sees: 1 or 2, or 0 when
   * something is seen. Format characters, variation selectors, fillers and blank patterns.
   */
  static int invisible(String text, int at) {
    char c = text.charAt(at);
    if (c >= 0xD800 && c <= 0xDBFF && at + 1 < text.length()) {
      char low = text.charAt(at + 1);
      if (low < 0xDC00 || low > 0xDFFF) {
        return 0;
      }
      int point = Character.toCodePoint(c, low);
      boolean hidden =
          (point >= 0xE0000 && point <= 0xE0FFF) || (point >= 0x1D173 && point <= 0x1D17A);
      return hidden ? 2 : 0;
    }
    boolean hidden =
        c == 0x00AD
            || c == 0x034F
            || c == 0x061C
            || c == 0x115F
            || c == 0x1160
            || c == 0x17B4
            || c == 0x17B5
            || (c >= 0x180B && c <= 0x180F)
            || (c >= 0x200B && c <= 0x200F)
            || (c >= 0x202A && c <= 0x202E)
            || (c >= 0x2060 && c <= 0x206F)
            || c == 0x2800
            || c == 0x3164
            || (c >= 0xFE00 && c <= 0xFE0F)
            || c == 0xFEFF
            || c == 0xFFA0
            || (c >= 0xFFF9 && c <= 0xFFFB);
    return hidden ? 1 : 0;
  }
}
