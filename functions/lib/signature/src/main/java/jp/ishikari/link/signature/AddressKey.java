package jp.ishikari.link.signature;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jp.ishikari.link.forms.SearchKey;

/**
 * An address as it is compared: the register writes 花川北六条１丁目３０番地２ where people type 花川北6条1丁目30-2.
 * Only a derived key is made so, never a stored text.
 */
final class AddressKey {
  private static final String DIGITS = "〇一二三四五六七八九";

  /** Up to 九百九十九; 千 stands in names of places, never in a number of a house. */
  private static final Pattern NUMERALS = Pattern.compile("[〇一二三四五六七八九十百]+");

  /** What stands between the numbers of an address, or behind the last one. */
  private static final Pattern BETWEEN =
      Pattern.compile("(?<=[0-9])(?:条|丁目|番地|番|号室|号|の|-)+(?=[0-9])");

  private static final Pattern BEHIND = Pattern.compile("(?<=[0-9])(?:番地|番|号室|号)");

  private AddressKey() {}

  static String of(String address) {
    String plain = SearchKey.fold(address).replaceAll("\\s", "").replaceAll("[‐-―−ー－ｰ]", "-");
    String numbered = NUMERALS.matcher(plain).replaceAll(AddressKey::arabic);
    return BEHIND.matcher(BETWEEN.matcher(numbered).replaceAll("-")).replaceAll("");
  }

  private static String arabic(MatchResult numerals) {
    int sum = 0;
    int digits = 0;
    for (char c : numerals.group().toCharArray()) {
      switch (c) {
        case '百' -> {
          sum += Math.max(1, digits) * 100;
          digits = 0;
        }
        case '十' -> {
          sum += Math.max(1, digits) * 10;
          digits = 0;
        }
        default -> digits = digits % 1_000_000 * 10 + DIGITS.indexOf(c);
      }
    }
    return String.valueOf(sum + digits);
  }
}
