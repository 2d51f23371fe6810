package jp.ishikari.link.catalogue;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.ishikari.link.forms.SearchKey;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.InflectionAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Words of a Japanese text that say something and how they are read, by Kuromoji's dictionary,
 * folded for search: no particles, and of a verb the part that stays whatever form it takes.
 */
final class Words {
  /** Verbs that any sentence may have: they tell no procedure from another. */
  private static final Set<String> EMPTY_VERBS =
      Set.of("する", "なる", "ある", "いる", "できる", "行う", "よる", "くださる", "いく", "くる");

  private record Token(
      String surface, String reading, String base, String partOfSpeech, String inflection) {
    boolean noun() {
      return partOfSpeech.startsWith("名詞")
          && !partOfSpeech.startsWith("名詞-非自立")
          && !partOfSpeech.startsWith("名詞-代名詞")
          && !partOfSpeech.startsWith("名詞-副詞可能");
    }

    boolean suffix() {
      return partOfSpeech.startsWith("名詞-接尾");
    }

    boolean verb() {
      return (partOfSpeech.startsWith("動詞-自立") || partOfSpeech.startsWith("形容詞-自立"))
          && !EMPTY_VERBS.contains(base);
    }
  }

  private Words() {}

  /** The reading of the whole text, then {@link #of its words}; no repetition. */
  static Set<String> withReading(String text) {
    StringBuilder whole = new StringBuilder();
    tokens(text).forEach(token -> whole.append(token.reading()));
    Set<String> all = new LinkedHashSet<>();
    all.add(SearchKey.fold(whole.toString()));
    all.addAll(of(text));
    return all;
  }

  /** Each word and its reading; words that stand together also as one, as 住民 and 票 do. */
  static Set<String> of(String text) {
    Set<String> words = new LinkedHashSet<>();
    for (List<Token> word : words(text)) {
      words.addAll(written(word));
      words.addAll(read(word));
    }
    return words;
  }

  /** The same without readings, which many words of other meanings share. */
  static Set<String> written(String text) {
    Set<String> words = new LinkedHashSet<>();
    words(text).forEach(word -> words.addAll(written(word)));
    return words;
  }

  private static List<List<Token>> words(String text) {
    List<List<Token>> words = new ArrayList<>();
    List<Token> together = new ArrayList<>();
    for (Token token : tokens(text)) {
      if (token.noun()) {
        together.add(token);
        if (token.suffix() && together.size() > 1) {
          words.add(List.copyOf(together.subList(together.size() - 2, together.size())));
        }
        if (!token.suffix() || token.surface().length() > 1) {
          words.add(List.of(token));
        }
      } else {
        words.add(List.copyOf(together));
        together.clear();
        if (token.verb()) {
          words.add(List.of(token));
        }
      }
    }
    words.add(together);
    return words;
  }

  /** A dictionary's entry as it is written and as it is read. */
  record Typed(Set<String> written, Set<String> read) {}

  /** The forms in which residents type a word of a dictionary. */
  static Typed typed(String word) {
    List<Token> tokens = tokens(word);
    return tokens.size() == 1 && tokens.getFirst().verb()
        ? new Typed(stems(tokens.getFirst()), Set.of())
        : new Typed(Set.of(SearchKey.fold(word)), read(tokens));
  }

  /** Shorter readings stand by chance in too many others. */
  private static final int TELLING = 3;

  /**
   * How a word that is written with kanji is typed by whoever writes it in kana: as it is read, and
   * of a verb that it ends with, as that stands in a dictionary and as what has happened: 死ん is しぬ
   * and しんだ.
   */
  static Set<String> spoken(String word) {
    List<Token> tokens = tokens(word);
    if (tokens.isEmpty() || word.codePoints().noneMatch(Character::isIdeographic)) {
      return Set.of();
    }
    Token last = tokens.getLast();
    Set<String> spoken = new LinkedHashSet<>();
    if (last.partOfSpeech().startsWith("動詞")) {
      String before = reading(tokens.subList(0, tokens.size() - 1));
      String base = SearchKey.fold(before + reading(tokens(last.base())));
      spoken.add(base);
      spoken.add(past(base, last.inflection()));
    } else {
      spoken.add(SearchKey.fold(reading(tokens)));
    }
    spoken.removeIf(
        read -> read.length() < TELLING || read.codePoints().anyMatch(Character::isIdeographic));
    return spoken;
  }

  private static String reading(List<Token> tokens) {
    return tokens.stream().map(Token::reading).collect(joining());
  }

  /** What happened, of a verb in hiragana; empty for the few that follow no rule. */
  private static String past(String base, String inflection) {
    String stem = base.substring(0, base.length() - 1);
    if (inflection.startsWith("一段")) {
      return stem + "た";
    }
    if (!inflection.startsWith("五段")) {
      return "";
    }
    return switch (base.charAt(base.length() - 1)) {
      case 'う', 'つ', 'る' -> stem + "った";
      case 'ぬ', 'む', 'ぶ' -> stem + "んだ";
      case 'く' -> stem + (inflection.contains("促音便") ? "った" : "いた");
      case 'ぐ' -> stem + "いだ";
      case 'す' -> stem + "した";
      default -> "";
    };
  }

  private static Set<String> written(List<Token> word) {
    if (word.isEmpty()) {
      return Set.of();
    }
    if (word.getFirst().verb()) {
      return stems(word.getFirst());
    }
    return Set.of(SearchKey.fold(word.stream().map(Token::surface).collect(joining())));
  }

  private static Set<String> read(List<Token> word) {
    String reading = word.stream().map(Token::reading).collect(joining());
    // A reading of one character stands in too many words.
    return reading.length() > 1 && !word.getFirst().verb()
        ? Set.of(SearchKey.fold(reading))
        : Set.of();
  }

  /** なくす, なくし and なくした share なく. */
  private static Set<String> stems(Token verb) {
    String stem = verb.base().substring(0, verb.base().length() - 1);
    return stem.length() > 1 || (!stem.isEmpty() && Character.isIdeographic(stem.charAt(0)))
        ? Set.of(SearchKey.fold(stem))
        : Set.of();
  }

  private static List<Token> tokens(String text) {
    List<Token> found = new ArrayList<>();
    try (JapaneseTokenizer tokens =
        new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.NORMAL)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      ReadingAttribute reading = tokens.getAttribute(ReadingAttribute.class);
      BaseFormAttribute base = tokens.getAttribute(BaseFormAttribute.class);
      PartOfSpeechAttribute part = tokens.getAttribute(PartOfSpeechAttribute.class);
      InflectionAttribute inflection = tokens.getAttribute(InflectionAttribute.class);
      tokens.setReader(new StringReader(text));
      tokens.reset();
      while (tokens.incrementToken()) {
        String surface = term.toString();
        found.add(
            new Token(
                surface,
                reading.getReading() == null ? surface : reading.getReading(),
                base.getBaseForm() == null ? surface : base.getBaseForm(),
                part.getPartOfSpeech() == null ? "" : part.getPartOfSpeech(),
                inflection.getInflectionType() == null ? "" : inflection.getInflectionType()));
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return found;
  }
}
