package jp.ishikari.link.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import jp.ishikari.link.forms.SearchKey;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Words of a Japanese text and how they are read, by Kuromoji's dictionary, folded for search. */
final class Readings {
  private Readings() {}

  /** The reading of the whole text, then each word with its reading; no repetition. */
  static Set<String> of(String text) {
    Set<String> words = new LinkedHashSet<>();
    StringBuilder whole = new StringBuilder();
    try (JapaneseTokenizer tokens =
        new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.NORMAL)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      ReadingAttribute reading = tokens.getAttribute(ReadingAttribute.class);
      tokens.setReader(new StringReader(text));
      tokens.reset();
      while (tokens.incrementToken()) {
        String read = reading.getReading() == null ? term.toString() : reading.getReading();
        whole.append(read);
        words.add(SearchKey.fold(term.toString()));
        words.add(SearchKey.fold(read));
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    Set<String> all = new LinkedHashSet<>();
    all.add(SearchKey.fold(whole.toString()));
    all.addAll(words);
    return all;
  }
}
