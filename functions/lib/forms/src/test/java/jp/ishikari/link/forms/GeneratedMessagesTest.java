package jp.ishikari.link.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The page of every sentence that a resident may read about an answer, as the shared vectors make
 * it come out, in each language: read it aloud.
 */
class GeneratedMessagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path VECTORS = Path.of("src/test/resources/vectors");
  private static final Path PAGE = Path.of("../../../docs/generated/messages.md");
  private static final List<String> LANGUAGES = List.of("ja", "easy", "en");

  /**
   * Words of screens and of staff, what the sentences are made of, and what stands behind sentences
   * that every case has: a rule brings its own, each pattern has one.
   */
  private static final Pattern NO_SENTENCE =
      Pattern.compile("(label|part|screen|finding)\\..*|day|confirm|rule|pattern");

  @Test
  @DisplayName("docs/generated/messages.md has every sentence with an example")
  void everySentenceIsShown() throws IOException {
    Map<String, String> rules = new TreeMap<>(FlatJson.read("messages.json"));
    rules.keySet().removeIf(key -> NO_SENTENCE.matcher(key).matches());
    Map<String, List<String>> shown = new TreeMap<>();
    try (Stream<Path> files = Files.list(VECTORS)) {
      for (Path file : files.sorted().toList()) {
        JsonNode vectors = JSON.readTree(file);
        if (vectors.has("form") && vectors.has("cases")) {
          FormDefinition form = Definitions.form(map(vectors.get("form")));
          vectors.get("cases").forEach(test -> show(rules, form, test, shown));
        }
      }
    }
    Set<String> without = new TreeSet<>(rules.keySet());
    without.removeAll(shown.keySet());
    assertEquals(Set.of(), without, "sentences that no vector makes come out");
    String page = page(shown);
    if (Boolean.getBoolean("generate")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(page, Files.readString(PAGE), "run with -Dgenerate=true");
  }

  private static void show(
      Map<String, String> rules,
      FormDefinition form,
      JsonNode test,
      Map<String, List<String>> shown) {
    LocalDate today =
        LocalDate.parse(test.has("today") ? test.get("today").asString() : "2026-11-23");
    Integer claimed = test.has("claimedFee") ? test.get("claimedFee").asInt() : null;
    List<List<FormError>> told = new ArrayList<>();
    for (String language : LANGUAGES) {
      told.add(FormCheck.of(form.in(language), map(test.get("answers")), today, claimed).errors());
    }
    for (int i = 0; i < told.getFirst().size(); i++) {
      int at = i;
      // Several kinds may say the same.
      for (String key : rulesOf(rules, told.getFirst().get(at).message())) {
        shown.computeIfAbsent(
            key, k -> told.stream().map(errors -> errors.get(at).message()).toList());
      }
    }
  }

  /** The rules with the words that a sentence came from; none for a form's own. */
  private static List<String> rulesOf(Map<String, String> rules, String sentence) {
    return rules.values().stream()
        .filter(words -> pattern(words).matcher(sentence).matches())
        .max(Comparator.comparingInt(words -> words.replaceAll("\\{[a-z]+}", "").length()))
        .map(
            words ->
                rules.entrySet().stream()
                    .filter(rule -> rule.getValue().equals(words))
                    .map(Map.Entry::getKey)
                    .toList())
        .orElse(List.of());
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(
        Stream.of(template.split("\\{[a-z]+}", -1))
            .map(Pattern::quote)
            .reduce((a, b) -> a + ".+" + b)
            .orElseThrow());
  }

  private static String page(Map<String, List<String>> shown) {
    StringBuilder page =
        new StringBuilder(
            """
            # What residents read about an answer

            Generated from the sentences of `functions/lib/forms` and the shared vectors; `GeneratedMessagesTest` renders it anew. Read it aloud after a change. A form may say it in its own words.

            | sentence | 日本語 | やさしい日本語 | English |
            |---|---|---|---|
            """);
    shown.forEach(
        (key, sentences) ->
            page.append("| `")
                .append(key)
                .append("` | ")
                .append(String.join(" | ", sentences))
                .append(" |\n"));
    return page.toString();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(JsonNode json) {
    return JSON.convertValue(json, Map.class);
  }
}
