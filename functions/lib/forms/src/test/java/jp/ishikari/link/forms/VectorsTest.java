package jp.ishikari.link.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The vectors that the TypeScript twin runs as well. */
@DisplayName("Every shared vector gives what it states")
class VectorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final Path VECTORS = Path.of("src/test/resources/vectors");

  @TestFactory
  Stream<DynamicTest> everyVector() throws IOException {
    try (Stream<Path> files = Files.list(VECTORS)) {
      return files.sorted().toList().stream().map(JSON::readTree).flatMap(VectorsTest::tests);
    }
  }

  private static Stream<DynamicTest> tests(JsonNode vectors) {
    Stream<DynamicTest> all = Stream.empty();
    if (vectors.has("form")) {
      FormDefinition form = form(vectors.get("form"));
      all = Stream.concat(all, each(vectors, "cases", "name", test -> checkCase(form, test)));
      all = Stream.concat(all, each(vectors, "prefill", "name", test -> checkPrefill(form, test)));
    }
    if (vectors.has("form")) {
      FormDefinition form = form(vectors.get("form"));
      all = Stream.concat(all, each(vectors, "entered", "name", test -> checkEntered(form, test)));
      all =
          Stream.concat(
              all, each(vectors, "coverage", "language", test -> checkCoverage(form, test)));
    }
    Stream<DynamicTest> zengin =
        each(
            vectors,
            "zengin",
            "text",
            test -> folds(test, Zengin.fold(test.get("text").asString())));
    all = Stream.concat(all, zengin);
    all = Stream.concat(all, each(vectors, "definitions", "name", VectorsTest::checkDefinition));
    all = Stream.concat(all, each(vectors, "wareki", "era", VectorsTest::checkWareki));
    Stream<DynamicTest> kana =
        each(vectors, "kana", "text", test -> folds(test, Kana.fold(test.get("text").asString())));
    Stream<DynamicTest> search =
        each(
            vectors,
            "search",
            "text",
            test -> folds(test, SearchKey.fold(test.get("text").asString())));
    Stream<DynamicTest> foldings =
        each(
            vectors,
            "foldings",
            "text",
            test ->
                assertSame(
                    test.get("folded"),
                    Foldings.of(test.get("kind").asString(), test.get("text").asString())));
    return Stream.concat(all, Stream.concat(foldings, Stream.concat(kana, search)));
  }

  private static Stream<DynamicTest> each(
      JsonNode vectors, String list, String name, java.util.function.Consumer<JsonNode> check) {
    Stream<JsonNode> tests = vectors.has(list) ? vectors.get(list).valueStream() : Stream.empty();
    String file = vectors.get("name").asString();
    return tests.map(
        test -> dynamicTest(file + ": " + test.get(name).asString(), () -> check.accept(test)));
  }

  private static FormDefinition form(JsonNode json) {
    return switch (FormDefinition.read(map(json))) {
      case FormReading.Valid(FormDefinition form) -> form;
      case FormReading.Refused(List<Finding> findings) -> throw new AssertionError(findings);
    };
  }

  private static void checkCase(FormDefinition form, JsonNode test) {
    LocalDate today =
        LocalDate.parse(test.has("today") ? test.get("today").asString() : "2026-11-23");
    Integer claimed = test.has("claimedFee") ? test.get("claimedFee").asInt() : null;
    FormDefinition asked = test.has("language") ? form.in(test.get("language").asString()) : form;
    FormCheck check = FormCheck.of(asked, map(test.get("answers")), today, claimed);
    Map<String, Object> actual = new TreeMap<>();
    Map<String, Object> expected = new TreeMap<>();
    actual.put(
        "errors", check.errors().stream().map(e -> e.path() + ":" + e.code().code()).toList());
    expected.put("errors", test.has("errors") ? test.get("errors") : List.of());
    state(
        test,
        "messages",
        check.errors().stream().map(FormError::message).toList(),
        actual,
        expected);
    state(test, "fee", check.fee(), actual, expected);
    state(test, "visiblePages", check.visiblePages(), actual, expected);
    state(test, "visibleFields", check.visibleFields(), actual, expected);
    state(test, "canonical", check.canonical(), actual, expected);
    if (!test.has("canonical") && check.accepted()) {
      actual.put("canonical", check.canonical());
      expected.put("canonical", test.get("answers"));
    }
    assertSame(expected, actual);
  }

  private static void state(
      JsonNode test,
      String name,
      Object value,
      Map<String, Object> actual,
      Map<String, Object> expected) {
    if (test.has(name)) {
      actual.put(name, value);
      expected.put(name, test.get(name));
    }
  }

  private static void checkPrefill(FormDefinition form, JsonNode test) {
    LocalDate today = LocalDate.parse(test.get("today").asString());
    assertSame(test.get("answers"), Prefill.answers(form, map(test.get("known")), today));
  }

  private static void checkEntered(FormDefinition form, JsonNode test) {
    assertSame(test.get("answers"), FormCheck.entered(form, map(test.get("stored"))));
  }

  private static void checkCoverage(FormDefinition form, JsonNode test) {
    Translations.Coverage coverage = FormTexts.coverage(form, test.get("language").asString());
    Map<String, Object> actual = new TreeMap<>(map(test));
    actual.put("translated", coverage.translated());
    actual.put("stale", coverage.stale());
    actual.put("orphans", coverage.orphans());
    assertSame(test, actual);
    int told = coverage.translated() + coverage.missing().size() + coverage.stale().size();
    assertEquals(coverage.total(), told);
  }

  @SuppressWarnings("unchecked")
  private static void checkDefinition(JsonNode test) {
    // What is no object at all cannot reach the Java reader; its callers hold a JSON object.
    Object json = JSON.convertValue(test.get("json"), Object.class);
    FormReading reading =
        FormDefinition.read(json instanceof Map ? (Map<String, Object>) json : null);
    List<String> found =
        switch (reading) {
          case FormReading.Valid valid -> List.of();
          case FormReading.Refused(List<Finding> findings) ->
              findings.stream().map(f -> f.pointer() + ":" + f.code().code()).toList();
        };
    assertSame(test.get("findings"), found);
  }

  private static void checkWareki(JsonNode test) {
    String era = test.get("era").asString();
    int year = test.get("year").asInt();
    int month = test.get("month").asInt();
    int dayOfMonth = test.get("dayOfMonth").asInt();
    String day = test.get("day").isNull() ? null : test.get("day").asString();
    assertEquals(
        day, Era.ofWareki(era, year, month, dayOfMonth).map(LocalDate::toString).orElse(null));
    if (day != null) {
      Era.Wareki back = new Era.Wareki(era, year, month, dayOfMonth);
      assertEquals(back, Era.toWareki(LocalDate.parse(day)).orElseThrow());
    }
  }

  private static void folds(JsonNode test, String folded) {
    assertEquals(test.get("folded").asString(), folded);
  }

  private static void assertSame(Object expected, Object actual) {
    assertEquals(sorted(expected), sorted(actual));
  }

  private static String sorted(Object value) {
    return SORTED.writeValueAsString(JSON.convertValue(value, Object.class));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(JsonNode json) {
    return JSON.convertValue(json, Map.class);
  }
}
