package jp.ishikari.link.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The four basic data (氏名・住所・生年月日・性別) as a provider gives them, and as a form takes them. Stored
 * text stays code point for code point; only dates are brought to one shape.
 */
final class Claims {
  private static final List<String> KEPT = List.of("name", "address", "birthdate", "gender");
  private static final Pattern DATE = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");
  private static final Pattern ADDRESS =
      Pattern.compile("(東京都|北海道|(?:京都|大阪)府|.{2,3}県)((?:.{1,6}?郡.{1,6}?[町村])|.{1,7}?[市区町村])(.*)");
  private static final Pattern TOWN = Pattern.compile("([^0-9０-９]*)(.*)");

  /** Words of OpenID Connect Core 5.1, in the digits of JIS X 0303 that cards carry. */
  private static final Map<String, String> SEX = Map.of("male", "1", "female", "2");

  private Claims() {}

  /**
   * What an account keeps of everything a provider said, by our names.
   *
   * @param names ours to the provider's
   */
  static Map<String, String> kept(Map<String, String> said, Map<String, String> names) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String ours : KEPT) {
      String told = said.get(names.getOrDefault(ours, ours));
      if (told != null) {
        kept.put(ours, told);
      }
    }
    return kept;
  }

  /** Answers by GIF key, in the shape that forms take. */
  static Map<String, Object> byGif(Map<String, String> claims) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (claims.containsKey("name")) {
      String[] parts = claims.get("name").split("[ \\u3000]+", 2);
      values.put(
          "fullName",
          parts.length == 2
              ? Map.of("family", parts[0], "given", parts[1])
              : Map.of("family", parts[0]));
    }
    if (claims.containsKey("address")) {
      values.put("address", address(claims.get("address")));
    }
    Matcher date = DATE.matcher(claims.getOrDefault("birthdate", ""));
    // A date with unknown parts is written with zeros; that is not guessed at.
    if (date.matches() && !date.group(2).equals("00") && !date.group(3).equals("00")) {
      values.put("dateOfBirth", date.group(1) + "-" + date.group(2) + "-" + date.group(3));
    }
    if (claims.containsKey("gender")) {
      values.put("sex", SEX.getOrDefault(claims.get("gender"), claims.get("gender")));
    }
    return values;
  }

  private static Map<String, Object> address(String joined) {
    Matcher parts = ADDRESS.matcher(joined);
    if (!parts.matches()) {
      return Map.of("block", joined);
    }
    Matcher town = TOWN.matcher(parts.group(3));
    Map<String, Object> address = new LinkedHashMap<>();
    address.put("prefecture", parts.group(1));
    address.put("city", parts.group(2));
    if (town.matches() && !town.group(1).isEmpty() && !town.group(2).isEmpty()) {
      address.put("town", town.group(1));
      address.put("block", town.group(2));
    } else {
      address.put("block", parts.group(3));
    }
    return address;
  }
}
