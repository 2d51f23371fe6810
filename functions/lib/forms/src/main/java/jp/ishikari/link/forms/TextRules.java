package jp.ishikari.link.forms;

/**
 * What any text may hold, and the foldings of fields that are declared numbers. Character classes
 * are our own ranges: the platforms' differ by Unicode version.
 */
final class TextRules {
  private static final String HYPHENS = "-‐‑‒–—―−－ーｰ";

  private TextRules() {}

  /**
   * Whether the text has no control character and no half of a surrogate pair. Line breaks and tabs
   * are allowed only in several lines.
   */
  static boolean clean(String text, boolean severalLines) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      } else if (c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029) {
        if (!severalLines || (c != '\n' && c != '\r' && c != '\t')) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether there is nothing but spaces and line breaks; such a text counts as not entered. */
  static boolean blank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (" \u3000\u00A0\t\n\r".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The length in code points. */
  static int length(String text) {
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

  /** Full-width forms of ASCII (U+FF01–FF5E) to ASCII. */
  static String foldAscii(String text) {
    StringBuilder folded = new StringBuilder(text);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= 0xFF01 && c <= 0xFF5E) {
        folded.setCharAt(i, (char) (c - 0xFEE0));
      }
    }
    return folded.toString();
  }

  /** Full-width digits to digits and every dash that keyboards give to a hyphen. */
  static String foldPhone(String text) {
    StringBuilder folded = new StringBuilder(foldDashes(text));
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= '０' && c <= '９') {
        folded.setCharAt(i, (char) (c - 0xFEE0));
      }
    }
    return folded.toString();
  }

  /** Every dash that keyboards give to a hyphen. */
  static String foldDashes(String text) {
    StringBuilder folded = new StringBuilder(text);
    for (int i = 0; i < folded.length(); i++) {
      if (HYPHENS.indexOf(folded.charAt(i)) >= 0) {
        folded.setCharAt(i, '-');
      }
    }
    return folded.toString();
  }

  /** Minutes since midnight of a time written exactly HH:MM, or -1. */
  static int minutes(String text) {
    if (text.length() != 5 || text.charAt(2) != ':') {
      return -1;
    }
    String digits = text.substring(0, 2) + text.substring(3);
    int number = digits(digits) ? Integer.parseInt(digits) : 9999;
    return number / 100 < 24 && number % 100 < 60 ? number / 100 * 60 + number % 100 : -1;
  }

  /** The time of that many minutes since midnight, HH:MM. */
  static String time(int minutes) {
    return String.format(java.util.Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }

  /** As for telephone numbers, without the postal mark and without the hyphen after 3 digits. */
  static String foldPostal(String text) {
    String folded = foldPhone(text.startsWith("〒") ? text.substring(1) : text);
    return folded.length() == 8 && folded.charAt(3) == '-'
        ? folded.substring(0, 3) + folded.substring(4)
        : folded;
  }

  /** 10 or 11 digits from 0, with single hyphens between them. */
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
    return !hyphen && text.charAt(0) == '0' && (digits == 10 || digits == 11);
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
