package jp.ishikari.link.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Texts in other languages, by language and by the key of the text: the one way for a form and for
 * the page of a procedure.
 */
public final class Translations {
  private Translations() {}

  /** What is wrong with translations as JSON: their bounds, languages and characters. */
  public static List<Finding> findings(Object json) {
    List<Finding> findings = new ArrayList<>();
    read(JsonPlace.root(json, findings));
    return findings;
  }

  /** Translations from JSON; what {@link #findings} names is left out. */
  public static Map<String, Map<String, Translation>> of(Object json) {
    return read(JsonPlace.root(json, new ArrayList<>()));
  }

  static Map<String, Map<String, Translation>> read(JsonPlace place) {
    Map<String, Map<String, Translation>> texts = new LinkedHashMap<>();
    if (!place.present() || !place.isObject()) {
      return texts;
    }
    Set<String> languages = keys(place);
    if (languages.size() > FormLimits.LANGUAGES) {
      place.found(FindingCode.LIMIT);
      return texts;
    }
    for (String language : languages) {
      JsonPlace one = place.entry(language);
      if (!TextRules.language(language)) {
        one.found(FindingCode.ID);
      } else if (one.isObject()) {
        texts.put(language, inOneLanguage(one));
      }
    }
    return texts;
  }

  private static Map<String, Translation> inOneLanguage(JsonPlace place) {
    Map<String, Translation> translations = new LinkedHashMap<>();
    Set<String> keys = keys(place);
    if (keys.size() > FormLimits.TRANSLATIONS) {
      place.found(FindingCode.LIMIT);
      return translations;
    }
    for (String key : keys) {
      JsonPlace entry = place.entry(key);
      if (entry.isObject()) {
        entry.only(Set.of("text", "of"));
        String text = entry.child("text").lines(FormLimits.TEXT);
        String of = entry.child("of").lines(FormLimits.TEXT);
        if (text != null && of != null) {
          translations.put(key, new Translation(text, of));
        }
      }
    }
    return translations;
  }

  private static Set<String> keys(JsonPlace place) {
    Set<String> keys = new TreeSet<>();
    ((Map<?, ?>) place.value()).keySet().forEach(key -> keys.add(String.valueOf(key)));
    return keys;
  }

  /** The translation of a text that is made from its Japanese as it is now; null without one. */
  static String shown(Map<String, Translation> translations, String key, String japanese) {
    Translation translation = translations.get(key);
    return translation != null && translation.of().equals(japanese) ? translation.text() : null;
  }

  /** Those of the texts that can be read in a language, by their keys and in their order. */
  public static Map<String, String> shown(
      Map<String, String> texts, Map<String, Translation> translations) {
    Map<String, String> shown = new LinkedHashMap<>();
    texts.forEach(
        (key, japanese) -> {
          String text = shown(translations, key, japanese);
          if (text != null) {
            shown.put(key, text);
          }
        });
    return shown;
  }

  /**
   * How much stands in a language.
   *
   * @param total texts that there are
   * @param translated those whose translation is from the Japanese as it is now
   * @param missing keys without translation, in the order of the texts
   * @param stale keys whose Japanese has changed since, in the order of the texts
   * @param orphans keys of translations that no text has any more
   */
  public record Coverage(
      String language,
      int total,
      int translated,
      List<String> missing,
      List<String> stale,
      List<String> orphans) {
    /** Whole percent, rounded down: 100 means all. */
    public int percent() {
      return total == 0 ? 100 : 100 * translated / total;
    }
  }

  /** What of the texts stands in that language. */
  static Coverage coverage(
      String language, Map<String, String> texts, Map<String, Translation> translations) {
    List<String> missing = new ArrayList<>();
    List<String> stale = new ArrayList<>();
    texts.forEach(
        (key, japanese) -> {
          Translation translation = translations.get(key);
          if (translation == null) {
            missing.add(key);
          } else if (!translation.of().equals(japanese)) {
            stale.add(key);
          }
        });
    List<String> orphans =
        translations.keySet().stream().filter(key -> !texts.containsKey(key)).sorted().toList();
    int translated = texts.size() - missing.size() - stale.size();
    return new Coverage(language, texts.size(), translated, missing, stale, orphans);
  }

  /** How many texts a finding quotes, and how many code points of each. */
  private static final int QUOTED = 3;

  private static final int QUOTE = 20;

  /**
   * What is missing, stale or left over in a language: one finding of each, for a list of hundreds
   * helps nobody.
   *
   * @param texts in Japanese, by key
   * @param pointer where the translations of the language stand
   */
  public static List<GateFinding> check(
      String language,
      Map<String, String> texts,
      Map<String, Translation> translations,
      String pointer) {
    Coverage coverage = coverage(language, texts, translations);
    List<GateFinding> findings = new ArrayList<>();
    told(findings, GateCode.MISSING_TRANSLATION, pointer, language, coverage.missing(), texts);
    told(findings, GateCode.STALE_TRANSLATION, pointer, language, coverage.stale(), texts);
    Map<String, String> gone = new LinkedHashMap<>();
    coverage.orphans().forEach(key -> gone.put(key, translations.get(key).of()));
    told(findings, GateCode.ORPHAN_TRANSLATION, pointer, language, coverage.orphans(), gone);
    return findings;
  }

  private static void told(
      List<GateFinding> findings,
      GateCode code,
      String pointer,
      String language,
      List<String> keys,
      Map<String, String> texts) {
    if (!keys.isEmpty()) {
      findings.add(
          GateFinding.of(
              code,
              pointer,
              Map.of(
                  "language",
                  language,
                  "count",
                  keys.size(),
                  "keys",
                  keys,
                  "texts",
                  quoted(keys.stream().map(texts::get).toList()))));
    }
  }

  /** The first of them as staff know them. */
  private static String quoted(List<String> texts) {
    StringBuilder quoted = new StringBuilder();
    for (String text : texts.subList(0, Math.min(QUOTED, texts.size()))) {
      boolean cut = text.codePointCount(0, text.length()) > QUOTE;
      String shown = cut ? text.substring(0, text.offsetByCodePoints(0, QUOTE)) + "…" : text;
      quoted.append('「').append(shown.replace('\n', ' ')).append('」');
    }
    return texts.size() > QUOTED ? quoted + "など" : quoted.toString();
  }
}
