package jp.ishikari.link.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Characters of names that whoever searches takes for one: 𠮷 for 吉, 邊 and 邉 for 辺, 髙 for 高, and
 * the radicals that a PDF gives for the kanji that they look like. For search keys alone; no stored
 * text is ever changed by it.
 *
 * <p>From the 縮退マップ of the 文字情報基盤 (what the family registers' character goes back to) and Unicode's
 * EquivalentUnifiedIdeograph; {@code src/main/data/name-variants.sql} says how.
 */
final class NameVariants {
  private static final Map<Integer, Integer> USUAL = read();

  private NameVariants() {}

  /** A folded name with the usual character for each variant. */
  static String usual(String folded) {
    StringBuilder usual = new StringBuilder(folded.length());
    folded.codePoints().map(c -> USUAL.getOrDefault(c, c)).forEach(usual::appendCodePoint);
    return usual.toString();
  }

  private static Map<Integer, Integer> read() {
    Map<Integer, Integer> next = new HashMap<>();
    try (InputStream in = NameVariants.class.getResourceAsStream("name-variants.txt")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.codePoints().toArray())
          .forEach(
              line -> {
                for (int i = 1; i < line.length; i++) {
                  next.put(line[i], line[0]);
                }
              });
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    Map<Integer, Integer> usual = new HashMap<>();
    next.keySet().forEach(c -> usual.put(c, last(next, c)));
    // 関ヶ原 and 関ケ原; kana are hiragana by now.
    usual.put((int) 'ゖ', (int) 'け');
    usual.put((int) 'ゕ', (int) 'か');
    return usual;
  }

  /** Some lead on to a third, and a few pairs to each other: of those the first is taken. */
  private static int last(Map<Integer, Integer> next, int from) {
    Set<Integer> seen = new HashSet<>();
    int c = from;
    while (next.containsKey(c) && seen.add(c)) {
      c = next.get(c);
    }
    if (!next.containsKey(c)) {
      return c;
    }
    int least = c;
    for (int other = next.get(c); other != c; other = next.get(other)) {
      least = Math.min(least, other);
    }
    return least;
  }
}
