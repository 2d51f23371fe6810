package jp.ishikari.link.forms;

import java.text.Normalizer;
import java.util.Locale;

/** Folding for search and comparison. Only for derived keys: stored text is never folded. */
public final class SearchKey {

  private SearchKey() {}

  /**
   * NFKC, katakana to hiragana, lower case, without variation selectors, so that ｼﾞｭｳﾐﾝ, ジュウミン and
   * じゅうみん meet, and 神 (U+FA19) meets 神.
   */
  public static String fold(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean supplementarySelector =
          c == 0xDB40
              && i + 1 < plain.length()
              && plain.charAt(i + 1) >= 0xDD00
              && plain.charAt(i + 1) <= 0xDDEF;
      if (supplementarySelector) {
        i++;
      } else if (c >= 0xFE00 && c <= 0xFE0F) {
        continue;
      } else if ((c >= 0x30A1 && c <= 0x30F6) || c == 0x30FD || c == 0x30FE) {
        folded.append((char) (c - 0x60));
      } else {
        folded.append(c);
      }
    }
    return folded.toString();
  }
}
