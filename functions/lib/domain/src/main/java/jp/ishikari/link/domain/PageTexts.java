package jp.ishikari.link.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.ishikari.link.forms.Translations;

/**
 * The texts of a procedure's page that residents read, each under its key: {@code name}, {@code
 * summary}, {@code audience}, {@code needs.<number from 0>}, {@code feeText}, {@code how}, {@code
 * law}. The builder's twin is {@code guideTexts}.
 */
public final class PageTexts {
  private static final String NEEDS = "needs";

  private PageTexts() {}

  /** Every text of the page in Japanese by its key, in the order of the page. */
  public static Map<String, String> of(Procedure p) {
    Map<String, String> texts = new LinkedHashMap<>();
    put(texts, "name", p.name());
    put(texts, "summary", p.summary());
    put(texts, "audience", p.audience());
    List<String> needs = p.needs() == null ? List.of() : p.needs();
    for (int i = 0; i < needs.size(); i++) {
      put(texts, NEEDS + "." + i, needs.get(i));
    }
    put(texts, "feeText", p.feeText());
    put(texts, "how", p.how());
    put(texts, "law", p.law());
    return texts;
  }

  /** What can be read in other languages, by language; one in which nothing can is not there. */
  public static Map<String, Map<String, String>> shown(Procedure p) {
    Map<String, String> texts = of(p);
    Map<String, Map<String, String>> shown = new TreeMap<>();
    p.texts()
        .forEach(
            (language, translations) -> {
              Map<String, String> readable = Translations.shown(texts, translations);
              if (!readable.isEmpty()) {
                shown.put(language, readable);
              }
            });
    return shown;
  }

  private static void put(Map<String, String> texts, String key, String text) {
    if (text != null && !text.isBlank()) {
      texts.put(key, text);
    }
  }
}
