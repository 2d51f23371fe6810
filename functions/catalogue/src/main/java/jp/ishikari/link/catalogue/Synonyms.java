package jp.ishikari.link.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.forms.SearchKey;
import tools.jackson.databind.JsonNode;

/**
 * What residents call the things of the catalogue: our own list of words of a city hall, and the
 * Sudachi synonym dictionary (Apache-2.0), of which {@code web-static/scripts/synonyms.mjs} has
 * kept what a city may need.
 */
final class Synonyms {
  /**
   * Words of one meaning.
   *
   * @param says what residents say
   * @param here which of it stands in the catalogue
   */
  record Group(List<String> says, List<String> here) {}

  private final List<List<String>> own = new ArrayList<>();
  private final List<String> asking = new ArrayList<>();
  private final List<List<String>> sudachi;

  Synonyms() {
    JsonNode file = Json.MAPPER.readTree(resource("synonyms.json"));
    for (JsonNode group : file.get("groups")) {
      List<String> words = new ArrayList<>();
      group.forEach(word -> words.add(SearchKey.fold(word.stringValue())));
      own.add(words);
    }
    file.get("asking").forEach(word -> asking.add(SearchKey.fold(word.stringValue())));
    sudachi =
        new String(resource("sudachi-synonyms.txt"), StandardCharsets.UTF_8)
            .lines()
            .map(line -> List.of(line.split(" ")))
            .toList();
  }

  /** Words that only ask (手続, 必要, ほしい) and tell no procedure from another. */
  List<String> asking() {
    return asking;
  }

  /**
   * Every group with something to say about a catalogue.
   *
   * @param text its whole text, folded
   * @param words its words as they are written: by its reading alone, 故障 would call 呼称
   */
  List<Group> of(String text, Set<String> words) {
    List<Group> groups = new ArrayList<>();
    for (List<String> group : own) {
      Set<String> says = new LinkedHashSet<>(group);
      group.forEach(word -> says.addAll(Words.spoken(word)));
      add(groups, says, new LinkedHashSet<>(group), text::contains);
    }
    for (List<String> line : sudachi) {
      if (line.stream().noneMatch(word -> mayStandIn(text, word))) {
        continue;
      }
      Set<String> says = new LinkedHashSet<>();
      Set<String> called = new LinkedHashSet<>();
      boolean calls = true;
      for (String word : line) {
        if (word.equals("|")) {
          calls = false;
          continue;
        }
        Words.Typed typed = Words.typed(word);
        called.addAll(typed.written());
        if (calls) {
          says.addAll(typed.written());
          says.addAll(typed.read());
        }
      }
      add(groups, says, called, word -> word.length() > 1 && words.contains(word));
    }
    return groups;
  }

  /** Cheaper than asking the dictionary for the part of every verb that stays. */
  private static boolean mayStandIn(String text, String word) {
    String folded = SearchKey.fold(word);
    return text.contains(folded.length() > 1 ? folded.substring(0, folded.length() - 1) : folded);
  }

  private static void add(
      List<Group> groups, Set<String> says, Set<String> called, Predicate<String> stands) {
    List<String> here = called.stream().filter(stands).toList();
    // Alone it would only call itself.
    if (!here.isEmpty() && !(says.size() == 1 && here.containsAll(says))) {
      groups.add(new Group(List.copyOf(says), here));
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = Synonyms.class.getResourceAsStream("/catalogue/" + name)) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
