package jp.ishikari.link.forms;

/** Katakana as the city stores readings: full-width, with voicing marks composed. */
public final class Kana {
  private static final String FROM_HALF_WIDTH =
      "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
  private static final String PLAIN = "ウカキクケコサシスセソタチツテトハヒフヘホワヰヱヲヽ";
  private static final String VOICED = "ヴガギグゲゴザジズゼゾダヂヅデドバビブベボヷヸヹヺヾ";
  private static final String HA = "ハヒフヘホ";
  private static final String PA = "パピプペポ";

  private Kana() {}

  /**
   * Hiragana and half-width katakana to full-width katakana, voicing marks (half-width, spacing and
   * combining U+3099/U+309A) joined to their kana, a dash after a kana to the long-vowel mark,
   * every space to the full-width one and none at an end, invisible characters gone. Everything
   * else stays as it is; folding twice is folding once.
   */
  public static String fold(String typed) {
    String text = Folding.plain(typed);
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = katakana(text.charAt(i));
      int last = folded.length() - 1;
      if (last >= 0 && Folding.dash(c) && isSyllable(folded.charAt(last))) {
        c = 'ー';
      }
      char joined = last < 0 ? 0 : join(folded.charAt(last), c);
      if (joined != 0) {
        folded.setCharAt(last, joined);
      } else {
        folded.append(c);
      }
    }
    return folded.toString();
  }

  /**
   * Whether a folded text is a reading: katakana, long-vowel mark, middle dot, full-width space.
   */
  public static boolean isKatakana(String text) {
    return text.chars()
        .allMatch(
            c ->
                (c >= 0x30A1 && c <= 0x30FE)
                    || (c >= 0x31F0 && c <= 0x31FF) // small kana of the Ainu language
                    || c == 0x3099
                    || c == 0x309A
                    || c == 0x3000);
  }

  /** What a vowel can be drawn out after. */
  private static boolean isSyllable(char c) {
    return (c >= 0x30A1 && c <= 0x30FE && c != '・')
        || (c >= 0x31F0 && c <= 0x31FF)
        || c == 0x3099
        || c == 0x309A;
  }

  /** Where the first character stands that is no part of a reading, or -1. */
  static int firstForeign(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isKatakana(text.substring(i, i + 1))) {
        return i;
      }
    }
    return -1;
  }

  /** A full-width katakana as half-width ones, its voicing mark apart; anything else as it is. */
  static String halfWidth(char c) {
    int voiced = VOICED.indexOf(c);
    int pa = PA.indexOf(c);
    char plain = voiced >= 0 ? PLAIN.charAt(voiced) : pa >= 0 ? HA.charAt(pa) : c;
    int index = FROM_HALF_WIDTH.indexOf(plain);
    if (index < 0) {
      return c == '\u3099' ? "ﾞ" : c == '\u309A' ? "ﾟ" : String.valueOf(c);
    }
    String half = String.valueOf((char) (0xFF66 + index));
    return voiced >= 0 ? half + "ﾞ" : pa >= 0 ? half + "ﾟ" : half;
  }

  private static char katakana(char c) {
    if ((c >= 0x3041 && c <= 0x3096) || c == 0x309D || c == 0x309E) {
      return (char) (c + 0x60);
    }
    if (c >= 0xFF66 && c <= 0xFF9D) {
      return FROM_HALF_WIDTH.charAt(c - 0xFF66);
    }
    return switch (c) {
      case 0xFF65 -> '・';
      case 0xFF9E, 0x309B -> '\u3099';
      case 0xFF9F, 0x309C -> '\u309A';
      case ' ' -> '\u3000';
      default -> c;
    };
  }

  private static char join(char kana, char mark) {
    int plain = mark == 0x3099 ? PLAIN.indexOf(kana) : mark == 0x309A ? HA.indexOf(kana) : -1;
    return plain < 0 ? 0 : (mark == 0x3099 ? VOICED : PA).charAt(plain);
  }
}
