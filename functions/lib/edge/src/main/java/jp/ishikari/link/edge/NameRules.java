package jp.ishikari.link.edge;

import jp.ishikari.link.forms.TextRules;

/** What a name may not look like, beyond what any text may hold. */
public final class NameRules {
  /**
   * With one of these before it, in any width, a spreadsheet reckons with a text instead of showing
   * it. The hyphen stands last: so they can stand in a character class.
   */
  public static final String FORMULA_SIGNS = "=+@＝＋＠﹦﹢﹫－﹣−-";

  private NameRules() {}

  /** Tells what is wrong with a text without refused characters; false when something is. */
  static boolean check(String name, String path, Body.Mistakes mistakes) {
    int unseen = TextRules.firstUnseen(name);
    String seen = TextRules.stripped(name);
    if (unseen >= 0) {
      mistakes.wrong(
          path,
          "characters",
          TextRules.ordinal(name, unseen)
              + "文字目に、目に見えない文字「"
              + TextRules.named(name, unseen)
              + "」が含まれています。入力し直してください。");
    } else if (FORMULA_SIGNS.indexOf(seen.charAt(0)) >= 0) {
      // Whoever opens a list of names in a spreadsheet would run it.
      mistakes.wrong(path, "formula", "「" + seen.charAt(0) + "」で始まる名前は使えません。名前の文字から入力してください。");
    } else if (!hasLetter(seen)) {
      mistakes.wrong(path, "letter", "記号や数字だけの名前は使えません。文字を1つ以上入力してください。");
    } else {
      return true;
    }
    return false;
  }

  /** Of any script, or a character of a city's own. */
  private static boolean hasLetter(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.isLetter(c) || Character.getType(c) == Character.PRIVATE_USE);
  }
}
