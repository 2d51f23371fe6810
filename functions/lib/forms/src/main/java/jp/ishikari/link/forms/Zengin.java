package jp.ishikari.link.forms;

/**
 * The name of an account's holder as it stands in the passbook and in the banks' common record (全銀協
 * 標準レコード): half-width katakana without small kana, capitals, digits and a few signs.
 */
public final class Zengin {
  private static final String SMALL = "ァィゥェォャュョッヮヵヶ";
  private static final String LARGE = "アイウエオヤユヨツワカケ";
  private static final String SIGNS = " ()-./,｢｣";

  private Zengin() {}

  /** Kana to half-width ones, the long-vowel mark to a hyphen, the rest to ASCII capitals. */
  public static String fold(String text) {
    StringBuilder folded = new StringBuilder();
    String kana = TextRules.capitals(Folding.ascii(Kana.fold(text)));
    for (int i = 0; i < kana.length(); i++) {
      char c = kana.charAt(i);
      int small = SMALL.indexOf(c);
      folded.append(small >= 0 ? Kana.halfWidth(LARGE.charAt(small)) : sign(c));
    }
    return folded.toString();
  }

  private static String sign(char c) {
    if (Folding.dash(c)) {
      return "-";
    }
    return switch (c) {
      case '\u3000' -> " ";
      case '「' -> "｢";
      case '」' -> "｣";
      default -> Kana.halfWidth(c);
    };
  }

  /** Where the first character of a folded text stands that the record cannot hold, or -1. */
  static int firstForeign(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits =
          TextRules.digit(c)
              || (c >= 'A' && c <= 'Z')
              || c == 0xFF66
              || (c >= 0xFF71 && c <= 0xFF9F)
              || SIGNS.indexOf(c) >= 0;
      if (!fits) {
        return i;
      }
    }
    return -1;
  }
}
