package jp.ishikari.link.forms;

import java.util.HashMap;
import java.util.Map;

/**
 * Units as people write them: ㎡, m2 and 平米 are one. The spellings stand in {@code units.json},
 * which the site reads as well.
 */
final class Units {
  private static final Map<String, String> SPELLINGS = spellings();

  private Units() {}

  /** Whether two texts name the same unit. */
  static boolean same(String one, String other) {
    return fold(one).equals(fold(other));
  }

  private static String fold(String unit) {
    String plain = lower(Folding.compact(unit));
    return SPELLINGS.getOrDefault(plain, plain);
  }

  /** A–Z to a–z, nothing else: the platforms' own rule differs by Unicode version. */
  private static String lower(String text) {
    StringBuilder folded = new StringBuilder(text);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.setCharAt(i, (char) (c + 0x20));
      }
    }
    return folded.toString();
  }

  private static Map<String, String> spellings() {
    Map<String, String> folded = new HashMap<>();
    FlatJson.read("units.json")
        .forEach((written, unit) -> folded.put(Folding.compact(written), unit));
    return Map.copyOf(folded);
  }
}
