package jp.ishikari.link.identity.residents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The four basic data (氏名・住所・生年月日・性別) as a provider gives them, and as a form takes them. Stored
 * text stays code point for code point; only dates are brought to one shape.
 */
public final class Claims {
  private static final List<String> KEPT = List.of("name", "address", "birthdate", "gender");
  private static final Pattern DATE = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");
  private static final Pattern TOWN = Pattern.compile("([^0-9０-９]*)(.*)");

  /** Words of OpenID Connect Core 5.1, in the digits of JIS X 0303 that cards carry. */
  private static final Map<String, String> SEX = Map.of("male", "1", "female", "2");

  private Claims() {}

  /**
   * What an account keeps of everything a provider said, by our names.
   *
   * @param names ours to the provider's
   */
  public static Map<String, String> kept(Map<String, String> said, Map<String, String> names) {
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
  public static Map<String, Object> byGif(Map<String, String> claims) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (claims.containsKey("name")) {
      values.put("fullName", name(claims.get("name")));
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

  /**
   * Family and given name where exactly one space divides them. A person may have one name only,
   * and of several spaces nobody can tell which divides: then the whole name stands as it came.
   */
  private static Map<String, Object> name(String whole) {
    String[] parts = whole.strip().split("[ \\u3000]+", -1);
    return parts.length == 2
        ? Map.of("family", parts[0], "given", parts[1])
        : Map.of("family", whole.strip());
  }

  /** By the list of municipalities: a pattern would end 四日市市 at its first 市. */
  private static Map<String, Object> address(String joined) {
    Optional<Municipalities.Found> found = Municipalities.at(joined);
    if (found.isEmpty()) {
      return Map.of("block", joined);
    }
    String rest = joined.substring(found.get().until());
    Matcher town = TOWN.matcher(rest);
    Map<String, Object> address = new LinkedHashMap<>();
    address.put("prefecture", found.get().prefecture());
    address.put("city", joined.substring(found.get().from(), found.get().until()));
    if (town.matches() && !town.group(1).isEmpty() && !town.group(2).isEmpty()) {
      address.put("town", town.group(1));
      address.put("block", town.group(2));
    } else if (!rest.isEmpty()) {
      address.put("block", rest);
    }
    return address;
  }
}
