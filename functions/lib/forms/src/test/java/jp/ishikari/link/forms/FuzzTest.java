package jp.ishikari.link.forms;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Half of the differential fuzz: makes up forms, answers and damaged definitions, and writes down
 * what this twin decides. The web build reads the same lines and compares its own decisions ({@code
 * web-static/test/forms-twin.test.mjs}). Another run: {@code -Dforms.fuzz.seed=…}.
 */
@DisplayName("The differential fuzz")
class FuzzTest {
  private static final int PAYLOADS = 20_000;
  private static final int MOST = 3 * PAYLOADS;

  /** So often each error and each operator is to be reached. */
  private static final int OFTEN = 20;

  private static final int DEFINITIONS = 5_000;
  private static final List<String> OPERATORS =
      List.of(
          "var",
          "item",
          "==",
          "!=",
          ">",
          ">=",
          "<",
          "<=",
          "and",
          "or",
          "!",
          "in",
          "+",
          "-",
          "*",
          "if",
          "sum",
          "count",
          "answered");

  /** Mostly Japanese; French has no sentences of its own, so its errors are told in Japanese. */
  private static final List<String> LANGUAGES =
      List.of("ja", "ja", "ja", "ja", "ja", "en", "easy", "fr");

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final Path TARGET = Path.of("target/fuzz");

  private final long seed = Long.getLong("forms.fuzz.seed", System.nanoTime());
  private final SplittableRandom random = new SplittableRandom(seed);

  @Test
  @DisplayName("reaches every error, every operator and thousands of different results")
  void answers() throws IOException {
    System.out.println("forms.fuzz.seed=" + seed);
    List<Map<String, Object>> forms = forms();
    List<FormDefinition> read = forms.stream().map(FuzzTest::read).toList();
    Files.createDirectories(TARGET);
    Files.writeString(TARGET.resolve("forms.json"), JSON.writeValueAsString(forms));
    FuzzAnswers answers = new FuzzAnswers(random);
    Set<String> distinct = new HashSet<>();
    Map<ErrorCode, Integer> codes = new EnumMap<>(ErrorCode.class);
    Map<String, Integer> operators = new TreeMap<>();
    int valid = 0;
    try (BufferedWriter lines = Files.newBufferedWriter(TARGET.resolve("answers.jsonl"))) {
      // What is rare comes by chance: it goes on until that was there too, or hardly ever comes.
      for (int i = 0; i < PAYLOADS || i < MOST && rare(codes, operators); i++) {
        int index = random.nextInt(forms.size());
        LocalDate today = LocalDate.of(2026, 11, 23).plusDays(random.nextInt(800) - 400);
        Map<String, Object> given = answers.sound(read.get(index), today);
        if (random.nextInt(100) < 70) {
          answers.damage(given);
        }
        Integer claimed = random.nextInt(100) < 5 ? random.nextInt(3) * 300 : null;
        String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        FormDefinition asked = read.get(index).in(language);
        FormCheck check = FormCheck.of(asked, given, today, claimed);
        Map<String, Object> result = result(check);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("form", index);
        line.put("answers", given);
        line.put("today", today.toString());
        line.put("claimedFee", claimed);
        line.put("language", language);
        line.put("result", result);
        lines.write(JSON.writeValueAsString(line));
        lines.newLine();
        result.remove("canonical");
        distinct.add(index + result.toString());
        valid += check.accepted() ? 1 : 0;
        check.errors().forEach(error -> codes.merge(error.code(), 1, Integer::sum));
        evaluated(forms.get(index), check).forEach(name -> operators.merge(name, 1, Integer::sum));
      }
    }
    System.out.println(
        "valid " + valid + ", distinct " + distinct.size() + ", " + codes + operators);
    int accepted = valid;
    assertAll(
        () -> assertTrue(accepted >= PAYLOADS / 10, "too few valid: " + accepted),
        () -> assertTrue(distinct.size() >= 5_000, "too few different: " + distinct.size()),
        () -> {
          for (ErrorCode code : ErrorCode.values()) {
            assertTrue(codes.getOrDefault(code, 0) >= OFTEN, code + " too rarely: " + codes);
          }
        },
        () -> {
          for (String name : OPERATORS) {
            assertTrue(
                operators.getOrDefault(name, 0) >= OFTEN, name + " too rarely: " + operators);
          }
        });
  }

  private static boolean rare(Map<ErrorCode, Integer> codes, Map<String, Integer> operators) {
    return Arrays.stream(ErrorCode.values()).anyMatch(one -> codes.getOrDefault(one, 0) < OFTEN)
        || OPERATORS.stream().anyMatch(one -> operators.getOrDefault(one, 0) < OFTEN);
  }

  @Test
  @DisplayName("writes down what becomes of thousands of pasted texts in every folding")
  void foldings() throws IOException {
    Files.createDirectories(TARGET);
    Set<String> distinct = new HashSet<>();
    try (BufferedWriter lines = Files.newBufferedWriter(TARGET.resolve("foldings.jsonl"))) {
      for (int i = 0; i < PAYLOADS; i++) {
        String text = FuzzAnswers.pasted(random);
        for (String kind : Foldings.KINDS) {
          Map<String, Object> line = new LinkedHashMap<>();
          line.put("kind", kind);
          line.put("text", text);
          line.put("folded", Foldings.of(kind, text));
          lines.write(JSON.writeValueAsString(line));
          lines.newLine();
          distinct.add(kind + line.get("folded"));
        }
      }
    }
    assertTrue(distinct.size() >= 20_000, "too few different: " + distinct.size());
  }

  @Test
  @DisplayName("never makes the reader of definitions throw, and finds every reason to refuse")
  void definitions() throws IOException {
    System.out.println("forms.fuzz.seed=" + seed);
    FuzzForms forms = new FuzzForms(random);
    FuzzAnswers answers = new FuzzAnswers(random);
    Map<FindingCode, Integer> codes = new EnumMap<>(FindingCode.class);
    Files.createDirectories(TARGET);
    try (BufferedWriter lines = Files.newBufferedWriter(TARGET.resolve("definitions.jsonl"))) {
      for (int i = 0; i < DEFINITIONS; i++) {
        Map<String, Object> form = forms.form("form" + i);
        FuzzDamage.to(form, random, answers);
        List<List<String>> found = new ArrayList<>();
        if (FormDefinition.read(form) instanceof FormReading.Refused(List<Finding> findings)) {
          findings.forEach(f -> found.add(List.of(f.pointer(), f.code().code(), f.detail())));
          findings.forEach(f -> codes.merge(f.code(), 1, Integer::sum));
        }
        lines.write(JSON.writeValueAsString(Map.of("definition", form, "findings", found)));
        lines.newLine();
      }
    }
    System.out.println("findings " + codes);
    for (FindingCode code : FindingCode.values()) {
      assertTrue(codes.getOrDefault(code, 0) >= 20, code + " too rarely: " + codes);
    }
  }

  private static FormDefinition read(Map<String, Object> json) {
    return switch (FormDefinition.read(json)) {
      case FormReading.Valid(FormDefinition form) -> form;
      case FormReading.Refused(List<Finding> findings) -> throw new AssertionError(findings);
    };
  }

  /** The samples of the vectors and as many made-up forms as fit a run. */
  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> forms() throws IOException {
    List<Map<String, Object>> forms = new ArrayList<>();
    for (String sample :
        List.of(
            "kinds", "household", "household", "operators", "more", "more", "more", "numbers")) {
      Path file = Path.of("src/test/resources/vectors", sample + ".json");
      Map<String, Object> vectors =
          JSON.readValue(Files.readString(file, StandardCharsets.UTF_8), Map.class);
      forms.add((Map<String, Object>) vectors.get("form"));
    }
    FuzzForms made = new FuzzForms(random);
    for (int i = 0; i < 60; i++) {
      forms.add(made.form("made" + i));
    }
    forms.forEach(this::translate);
    return forms;
  }

  /** Translates most texts, some of them from a Japanese that has changed since. */
  private void translate(Map<String, Object> form) {
    Map<String, Object> texts = new LinkedHashMap<>();
    for (String language : List.of("en", "fr")) {
      Map<String, Object> translations = new LinkedHashMap<>();
      FormTexts.of(read(form))
          .forEach(
              (key, japanese) -> {
                if (random.nextInt(100) < 70) {
                  String of = random.nextInt(100) < 80 ? japanese : japanese + "旧";
                  translations.put(key, Map.of("text", language + " {label} " + key, "of", of));
                }
              });
      texts.put(language, translations);
    }
    form.put("texts", texts);
  }

  private static Map<String, Object> result(FormCheck check) {
    Map<String, Object> result = new LinkedHashMap<>();
    List<Object> errors = new ArrayList<>();
    for (FormError error : check.errors()) {
      Map<String, Object> written = new LinkedHashMap<>();
      written.put("path", error.path());
      written.put("page", error.page());
      written.put("code", error.code().code());
      written.put("params", error.params());
      written.put("message", error.message());
      errors.add(written);
    }
    result.put("errors", errors);
    result.put("fee", check.fee());
    result.put("visiblePages", check.visiblePages());
    result.put("visibleFields", check.visibleFields());
    result.put("canonical", check.canonical());
    return result;
  }

  /**
   * The operators that this check evaluated: those of the fee, of the conditions of pages, and of
   * the fields that came out visible.
   */
  private static Set<String> evaluated(Map<String, Object> form, FormCheck check) {
    Set<String> names = new HashSet<>();
    collect(form.get("fee"), names);
    Set<String> visible = new HashSet<>();
    check.visibleFields().forEach(path -> visible.add(path.replaceAll("\\[\\d+]", "")));
    for (Object page : (List<?>) form.get("pages")) {
      collect(((Map<?, ?>) page).get("visibleIf"), names);
      conditions("", ((Map<?, ?>) page).get("fields"), visible, names);
    }
    return names;
  }

  private static void conditions(
      String prefix, Object fields, Set<String> visible, Set<String> names) {
    for (Object each : fields instanceof List<?> list ? list : List.of()) {
      Map<?, ?> field = (Map<?, ?>) each;
      if (visible.contains(prefix + field.get("id"))) {
        collect(field.get("visibleIf"), names);
        conditions(prefix + field.get("id") + ".", field.get("fields"), visible, names);
      }
    }
  }

  private static void collect(Object expression, Set<String> names) {
    if (expression instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            names.add((String) key);
            collect(value, names);
          });
    } else if (expression instanceof List<?> list) {
      list.forEach(element -> collect(element, names));
    }
  }
}
