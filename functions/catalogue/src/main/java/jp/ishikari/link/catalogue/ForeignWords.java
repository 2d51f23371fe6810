package jp.ishikari.link.catalogue;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import jp.ishikari.link.forms.SearchKey;

/**
 * Words of a translation by which a procedure is found, folded for search.
 *
 * @param empty words that tell no procedure from another
 */
record ForeignWords(Set<String> empty) {
  /** Japanese that is easily read: 名前（なまえ）. */
  private static final String EASY = "easy";

  /** How a word is read, in brackets behind it. */
  private static final Pattern READING = Pattern.compile("（[ぁ-ゖァ-ヶー・\\s]+）|\\s+");

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}]+");

  /** Shorter ones stand in too many others. */
  private static final int TELLING = 3;

  Set<String> of(String text, String language) {
    if (language.equals(EASY)) {
      return Words.of(READING.matcher(text).replaceAll(""));
    }
    Set<String> words = new LinkedHashSet<>();
    for (String word : BETWEEN.split(SearchKey.fold(text))) {
      if (word.length() >= TELLING && !empty.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }
}
