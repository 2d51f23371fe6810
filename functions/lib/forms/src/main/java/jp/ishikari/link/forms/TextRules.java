package jp.ishikari.link.forms;

/**
 * What any text may hold. Character classes are our own ranges: the platforms' differ by Unicode
 * version.
 */
public final class TextRules {
  private TextRules() {}

  /** Whether every character may be kept, see {@link #firstRefused}. */
  public static boolean clean(String text, boolean severalLines) {
    return firstRefused(text, severalLines) < 0;
  }

  /**
   * Where the first control character, control of writing direction or half of a surrogate pair
   * stands, or -1. Line breaks and tabs are allowed only in several lines.
   */
  public static int firstRefused(String text, boolean severalLines) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return i;
        }
        i++;
      } else if (control(c) || direction(c)) {
        if (!severalLines || (c != '\n' && c != '\r' && c != '\t')) {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean control(char c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
  }

  /** With one of these a name reads as another one. */
  private static boolean direction(char c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /** Which of the text's characters stands at a place, counted from 1 as people count. */
  public static int ordinal(String text, int at) {
    return length(text.substring(0, at)) + 1;
  }

  /** The character at a place as a sentence can name it: itself, or U+… when nobody sees it. */
  public static String named(String text, int at) {
    char c = text.charAt(at);
    boolean pair = Character.isHighSurrogate(c) && firstRefused(text.substring(at), true) != 0;
    int point = pair ? text.codePointAt(at) : c;
    boolean seen =
        Folding.invisible(text, at) == 0
            && !control(c)
            && !Folding.space(c)
            && (pair || !Character.isSurrogate(c));
    return seen ? Character.toString(point) : String.format(java.util.Locale.ROOT, "U+%04X", point);
  }

  /** Whether nobody sees anything of it; such a text counts as not entered. */
  public static boolean blank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int hidden = Folding.invisible(text, i);
      if (hidden > 0) {
        i += hidden - 1;
      } else if (!Folding.space(c) && c != '\n' && c != '\r') {
        return false;
      }
    }
    return true;
  }

  /**
   * Where the first character stands that nobody sees and that makes a name look like another one,
   * or -1. Variation selectors, which choose the shape of the character before them, are part of
   * names; so are the joiners of scripts and pictures that join.
   */
  public static int firstUnseen(String name) {
    for (int i = 0; i < name.length(); i++) {
      int hidden = Folding.invisible(name, i);
      if (hidden > 0 && !shapes(name, i) && !joins(name, i)) {
        return i;
      }
      i += hidden == 2 ? 1 : 0;
    }
    return -1;
  }

  /** A variation selector behind something that it can choose the shape of. */
  private static boolean shapes(String name, int at) {
    int c = name.codePointAt(at);
    boolean selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    if (!selector || at == 0) {
      return false;
    }
    int before = name.offsetByCodePoints(at, -1);
    return Folding.invisible(name, before) == 0 && !Folding.space(name.charAt(before));
  }

  /** A joiner, or what keeps from joining, between two that would join. */
  private static boolean joins(String name, int at) {
    char c = name.charAt(at);
    return (c == 0x200C || c == 0x200D)
        && at > 0
        && at + 1 < name.length()
        && joining(name.codePointBefore(at))
        && joining(name.codePointAt(at + 1));
  }

  /** Scripts from Arabic to Myanmar, Khmer and Mongolian; pictures, also with a selector. */
  private static boolean joining(int c) {
    return (c >= 0x0600 && c <= 0x109F)
        || (c >= 0x1780 && c <= 0x18AF && c != 0x17B4 && c != 0x17B5 && (c < 0x180B || c > 0x180F))
        || (c >= 0x2190 && c <= 0x27BF)
        || c == 0xFE0F
        || (c >= 0x1F000 && c <= 0x1FAFF);
  }

  /** Without spaces of any width at its ends. */
  public static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && Folding.space(text.charAt(from))) {
      from++;
    }
    while (to > from && Folding.space(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** The length in code points. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  static boolean digits(String text) {
    return text.chars().allMatch(TextRules::digit);
  }

  static boolean alnum(String text) {
    return text.chars().allMatch(c -> digit(c) || letter(c));
  }

  static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean letter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** Minutes since midnight of a time written exactly HH:MM, or -1. */
  static int minutes(String text) {
    if (text.length() != 5 || text.charAt(2) != ':') {
      return -1;
    }
    String hour = text.substring(0, 2);
    String minute = text.substring(3);
    if (!digits(hour) || !digits(minute)) {
      return -1;
    }
    int h = Integer.parseInt(hour);
    int m = Integer.parseInt(minute);
    return h < 24 && m < 60 ? h * 60 + m : -1;
  }

  /** The time of that many minutes since midnight, HH:MM. */
  static String time(int minutes) {
    return String.format(java.util.Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }

  /**
   * Digits from 0 with single hyphens between them: 11 of a mobile or IP telephone (020, 050 to
   * 090), 10 of any other.
   */
  static boolean phone(String text) {
    int digits = 0;
    boolean hyphen = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '-' && !hyphen) {
        hyphen = true;
      } else if (digit(c)) {
        hyphen = false;
        digits++;
      } else {
        return false;
      }
    }
    String plain = text.replace("-", "");
    boolean mobile = plain.matches("0[256789]0[0-9]*");
    return !hyphen && text.charAt(0) == '0' && digits == (mobile ? 11 : 10);
  }

  /**
   * An address that mail can be sent to. Dots may stand anywhere before the @: Japanese carriers
   * gave out such addresses until 2009 and they still work.
   */
  static boolean email(String text) {
    int at = text.indexOf('@');
    if (at < 1 || at > 64) {
      return false;
    }
    for (int i = 0; i < at; i++) {
      char c = text.charAt(i);
      if (!digit(c) && !letter(c) && "!#$%&'*+-/=?^_`{|}~.".indexOf(c) < 0) {
        return false;
      }
    }
    String[] labels = text.substring(at + 1).split("\\.", -1);
    for (String label : labels) {
      if (label.isEmpty()
          || label.length() > 63
          || label.startsWith("-")
          || label.endsWith("-")
          || !label.chars().allMatch(c -> digit(c) || letter(c) || c == '-')) {
        return false;
      }
    }
    return labels.length > 1 && labels[labels.length - 1].length() > 1;
  }

  /** The id of an upload: 10 to 64 letters, digits, hyphens and low lines. */
  static boolean upload(String text) {
    return text.length() >= 10
        && text.length() <= 64
        && text.chars().allMatch(c -> digit(c) || letter(c) || c == '-' || c == '_');
  }

  /** Whether this is base64 as RFC 4648 writes it, with its padding and without line breaks. */
  static boolean base64(String text) {
    String data = text.endsWith("==") ? text.substring(0, text.length() - 2) : text;
    data =
        data.endsWith("=") && data.length() == text.length()
            ? data.substring(0, data.length() - 1)
            : data;
    return text.length() % 4 == 0
        && data.chars().allMatch(c -> digit(c) || letter(c) || c == '+' || c == '/');
  }

  /** Whether this names a language other than Japanese: small letters, perhaps a region. */
  static boolean language(String text) {
    String[] parts = text.split("-", -1);
    return parts.length <= 2
        && parts[0].length() >= 2
        && parts[0].length() <= 8
        && parts[0].chars().allMatch(c -> c >= 'a' && c <= 'z')
        && (parts.length == 1
            || (parts[1].length() >= 2 && parts[1].length() <= 8 && alnum(parts[1])))
        && !text.equals(FormDefinition.JAPANESE);
  }

  /** Whether the key of a text can be repeated in a place: 1 to 200 plain characters. */
  static boolean textKey(String key) {
    return !key.isEmpty()
        && key.length() <= 200
        && key.chars().allMatch(c -> digit(c) || letter(c) || ".-_".indexOf(c) >= 0);
  }

  /** a–z to A–Z, nothing else: the platforms' own rule differs by Unicode version. */
  static String capitals(String text) {
    StringBuilder folded = new StringBuilder(text);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= 'a' && c <= 'z') {
        folded.setCharAt(i, (char) (c - 0x20));
      }
    }
    return folded.toString();
  }

  /** Whether a name from outside can be repeated in a path: 1 to 40 plain characters. */
  static boolean repeatable(String name) {
    return !name.isEmpty()
        && name.length() <= 40
        && name.chars().allMatch(c -> digit(c) || letter(c) || c == '_' || c == '-');
  }
}
