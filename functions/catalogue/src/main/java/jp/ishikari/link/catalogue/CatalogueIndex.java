package jp.ishikari.link.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.forms.SearchKey;
import tools.jackson.databind.JsonNode;

/**
 * The catalogue that a browser searches: every listed procedure with folded keys for name and
 * reading (k1), other words for it (k2) and its text (k3). The same procedures give the same bytes.
 */
final class CatalogueIndex {
  /** Where the portal loads it from, under the catalogue's path. */
  static final String KEY = "catalogue.json";

  private final JsonNode taxonomy = resource("taxonomy.json");
  private final JsonNode synonyms = resource("synonyms.json");

  /** One procedure in the index. */
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
      String k1,
      String k2,
      String k3) {}

  private record DivisionName(String divisionId, String name) {}

  private record Catalogue(
      JsonNode categories,
      JsonNode events,
      List<DivisionName> divisions,
      List<Entry> procedures,
      JsonNode synonyms) {}

  byte[] build(List<Procedure> procedures, List<Division> divisions) {
    return Json.MAPPER.writeValueAsBytes(
        new Catalogue(
            taxonomy.get("categories"),
            taxonomy.get("events"),
            divisions.stream()
                .sorted(Comparator.comparing(Division::divisionId))
                .map(d -> new DivisionName(d.divisionId(), d.name()))
                .toList(),
            procedures.stream()
                .sorted(
                    Comparator.comparing(Procedure::online)
                        .reversed()
                        .thenComparing(Procedure::kana))
                .map(this::entry)
                .toList(),
            synonyms));
  }

  private Entry entry(Procedure p) {
    Set<String> name = new LinkedHashSet<>(Readings.of(p.name()));
    name.add(SearchKey.fold(p.kana()));
    Set<String> text = new LinkedHashSet<>(Readings.of(p.summary()));
    text.removeAll(name);
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
        String.join(" ", name),
        String.join(" ", otherWords(p)),
        String.join(" ", text));
  }

  /** Its own, and those of every group of synonyms that has one in its text. */
  private Set<String> otherWords(Procedure p) {
    String text = SearchKey.fold(p.name() + " " + p.summary());
    Set<String> words = new LinkedHashSet<>();
    for (String word : p.words()) {
      words.add(SearchKey.fold(word));
      words.addAll(Readings.of(word));
    }
    for (JsonNode group : synonyms) {
      List<String> folded = new ArrayList<>();
      group.forEach(word -> folded.add(SearchKey.fold(word.stringValue())));
      if (folded.stream().anyMatch(text::contains)) {
        words.addAll(folded);
      }
    }
    return words;
  }

  private static JsonNode resource(String name) {
    try (InputStream in = CatalogueIndex.class.getResourceAsStream("/catalogue/" + name)) {
      return Json.MAPPER.readTree(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
