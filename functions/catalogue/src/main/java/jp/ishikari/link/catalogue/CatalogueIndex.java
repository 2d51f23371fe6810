package jp.ishikari.link.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.PageTexts;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.forms.SearchKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The catalogue that a browser searches: every listed procedure, which words stand where, and which
 * words mean the same. The same procedures give the same bytes.
 */
final class CatalogueIndex {
  /** Where the portal loads it from, under the catalogue's path. */
  static final String KEY = "catalogue.json";

  /** Where a word stands, best first; web-static/src/app/finding.ts knows what each is worth. */
  private enum Place {
    NAME,
    OTHER_WORDS,
    TEXT,
    TAXONOMY
  }

  private final JsonNode taxonomy = resource("taxonomy.json");
  private final Synonyms synonyms = new Synonyms();
  private final ForeignWords foreign = new ForeignWords(Set.copyOf(synonyms.asking()));

  /** Words of the names of tiles, which thousands of procedures share. */
  private final Map<String, Set<String>> tiles = new ConcurrentHashMap<>();

  /** What of a page a result shows. */
  private static final Set<String> RESULT = Set.of("name", "summary");

  /**
   * One procedure in the index.
   *
   * @param texts name and summary by language; null where there is none but Japanese
   */
  record Entry(
      String id,
      String name,
      String kana,
      String summary,
      String category,
      List<String> events,
      String divisionId,
      String level,
      boolean fee,
      boolean online,
      String audience,
      @Nullable Map<String, Map<String, String>> texts) {}

  private record DivisionName(String divisionId, String name) {}

  private record Catalogue(
      JsonNode categories,
      JsonNode events,
      List<DivisionName> divisions,
      List<Entry> procedures,
      List<List<Object>> words,
      List<Synonyms.Group> synonyms,
      List<String> asking) {}

  byte[] build(List<Procedure> procedures, List<Division> divisions) {
    List<Procedure> sorted =
        procedures.stream()
            .sorted(
                Comparator.comparing(Procedure::online).reversed().thenComparing(Procedure::kana))
            .toList();
    Set<String> texts = new LinkedHashSet<>();
    sorted.forEach(p -> texts.addAll(texts(p)));
    Set<String> written = new HashSet<>();
    StringBuilder text = new StringBuilder();
    for (String part : texts) {
      text.append(SearchKey.fold(part)).append(' ');
      written.addAll(Words.written(part));
    }
    return Json.MAPPER.writeValueAsBytes(
        new Catalogue(
            taxonomy.get("categories"),
            taxonomy.get("events"),
            divisions.stream()
                .sorted(Comparator.comparing(Division::divisionId))
                .map(d -> new DivisionName(d.divisionId(), d.name()))
                .toList(),
            sorted.stream().map(CatalogueIndex::entry).toList(),
            words(sorted),
            synonyms.of(text.toString(), written),
            synonyms.asking()));
  }

  private static Entry entry(Procedure p) {
    return new Entry(
        p.procedureId(),
        p.name(),
        p.kana(),
        p.summary(),
        p.category(),
        p.events(),
        p.divisionId(),
        ProcedurePage.level(p),
        !"無料".equals(p.feeText()),
        p.online(),
        p.audience(),
        shown(p));
  }

  private static Map<String, Map<String, String>> shown(Procedure p) {
    Map<String, Map<String, String>> shown = PageTexts.shown(p);
    shown.values().forEach(texts -> texts.keySet().retainAll(RESULT));
    shown.values().removeIf(Map::isEmpty);
    return shown.isEmpty() ? null : shown;
  }

  /** Every word with where it stands, as 4 × place of the procedure in the list + {@link Place}. */
  private List<List<Object>> words(List<Procedure> procedures) {
    Map<String, List<Integer>> words = new TreeMap<>();
    for (int i = 0; i < procedures.size(); i++) {
      for (Map.Entry<String, Place> word : words(procedures.get(i)).entrySet()) {
        words
            .computeIfAbsent(word.getKey(), w -> new ArrayList<>())
            .add(i * Place.values().length + word.getValue().ordinal());
      }
    }
    List<List<Object>> found = new ArrayList<>();
    words.forEach((word, places) -> found.add(List.of(word, places)));
    return found;
  }

  /** Each word where it tells most. */
  private Map<String, Place> words(Procedure p) {
    Map<String, Place> words = new LinkedHashMap<>();
    Words.withReading(p.name()).forEach(word -> words.putIfAbsent(word, Place.NAME));
    words.putIfAbsent(SearchKey.fold(p.kana()), Place.NAME);
    for (String word : p.words()) {
      words.putIfAbsent(SearchKey.fold(word), Place.OTHER_WORDS);
      Words.withReading(word).forEach(each -> words.putIfAbsent(each, Place.OTHER_WORDS));
    }
    Words.of(p.summary()).forEach(word -> words.putIfAbsent(word, Place.TEXT));
    for (String place : places(p)) {
      tiles
          .computeIfAbsent(place, Words::of)
          .forEach(word -> words.putIfAbsent(word, Place.TAXONOMY));
    }
    PageTexts.shown(p)
        .forEach(
            (language, texts) -> {
              String name = texts.getOrDefault("name", "");
              String summary = texts.getOrDefault("summary", "");
              foreign.of(name, language).forEach(w -> words.putIfAbsent(w, Place.OTHER_WORDS));
              foreign.of(summary, language).forEach(w -> words.putIfAbsent(w, Place.TEXT));
            });
    words.remove("");
    return words;
  }

  private List<String> texts(Procedure p) {
    List<String> texts = new ArrayList<>(List.of(p.name(), p.summary()));
    texts.addAll(p.words());
    texts.addAll(places(p));
    return texts;
  }

  /**
   * Names of its category and its life events: whoever types the name of a tile finds what is
   * behind.
   */
  private List<String> places(Procedure p) {
    List<String> names = new ArrayList<>();
    for (JsonNode category : taxonomy.get("categories")) {
      if (category.get("id").stringValue().equals(p.category())) {
        names.add(category.get("name").stringValue());
      }
    }
    for (JsonNode event : taxonomy.get("events")) {
      if (p.events().contains(event.get("id").stringValue())) {
        names.add(event.get("name").stringValue());
      }
    }
    return names;
  }

  private static JsonNode resource(String name) {
    try (InputStream in = CatalogueIndex.class.getResourceAsStream("/catalogue/" + name)) {
      return Json.MAPPER.readTree(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
