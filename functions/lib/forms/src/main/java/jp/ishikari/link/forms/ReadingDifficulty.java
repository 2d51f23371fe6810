package jp.ishikari.link.forms;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * How hard a Japanese text is to read, by three simple measures: the longest sentence (公用文作成の考え方,
 * 文化審議会建議 2022, asks for attention from 50 to 60 characters), the share of kanji, and double
 * negatives (在留支援のためのやさしい日本語ガイドライン advises against them).
 */
final class ReadingDifficulty {
  private static final int LONGEST_SENTENCE = 60;
  private static final int MOST_KANJI_PERCENT = 50;

  /** A text shorter than this is a name rather than a sentence. */
  private static final int SHORTEST_TEXT = 20;

  private static final List<String> DOUBLE_NEGATIVES =
      List.of(
          "ないわけではな",
          "ないわけにはいか",
          "ないとは限ら",
          "ないとはいえな",
          "ないことはな",
          "ないこともな",
          "なくはな",
          "なくもな",
          "ざるを得な",
          "ざるをえな");

  private ReadingDifficulty() {}

  /** Tells what is hard about a text, each with its numbers. */
  static void measure(String text, BiConsumer<GateCode, Map<String, Object>> found) {
    int longest = 0;
    for (String sentence : text.split("[。！？\n]")) {
      longest = Math.max(longest, TextRules.length(sentence.strip()));
    }
    if (longest > LONGEST_SENTENCE) {
      found.accept(GateCode.LONG_SENTENCE, Map.of("length", longest, "most", LONGEST_SENTENCE));
    }
    int length = TextRules.length(text);
    long kanji = text.codePoints().filter(ReadingDifficulty::isKanji).count();
    int percent = (int) (100 * kanji / Math.max(1, length));
    if (length >= SHORTEST_TEXT && percent > MOST_KANJI_PERCENT) {
      found.accept(GateCode.MANY_KANJI, Map.of("percent", percent, "most", MOST_KANJI_PERCENT));
    }
    for (String words : DOUBLE_NEGATIVES) {
      if (text.contains(words)) {
        found.accept(GateCode.DOUBLE_NEGATIVE, Map.of("words", words));
      }
    }
  }

  private static boolean isKanji(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x20000 && c <= 0x3FFFF)
        || c == 0x3005;
  }
}
