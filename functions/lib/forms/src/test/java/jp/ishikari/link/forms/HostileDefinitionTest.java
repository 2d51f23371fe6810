package jp.ishikari.link.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What no shared vector can hold, because it is too large or no JSON at all. */
class HostileDefinitionTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Nested
  @DisplayName("A definition is refused with the place named")
  class Refused {

    @Test
    @DisplayName("when a condition is nested ten thousand times")
    void deep() {
      Object condition = true;
      for (int i = 0; i < 10_000; i++) {
        condition = Map.of("!", List.of(condition));
      }
      Map<String, Object> field = text("a");
      field.put("visibleIf", condition);
      assertEquals(
          List.of(FindingCode.NESTING), findings(form(field)).stream().map(Finding::code).toList());
    }

    @Test
    @DisplayName("when a condition is wide at every level, before it is read to the end")
    void wide() {
      Object condition = true;
      for (int i = 0; i < 7; i++) {
        condition = Map.of("and", Collections.nCopies(50, condition));
      }
      Map<String, Object> field = text("a");
      field.put("visibleIf", condition);
      assertEquals(
          List.of(FindingCode.LIMIT), findings(form(field)).stream().map(Finding::code).toList());
    }

    @Test
    @DisplayName("when fields of pages and groups together are more than 500")
    void manyFields() {
      List<Object> members = new ArrayList<>();
      for (int i = 0; i < 250; i++) {
        members.add(text("m" + i));
      }
      Map<String, Object> one = FuzzForms.object("id", "g", "type", "group", "label", "g");
      one.put("fields", members);
      Map<String, Object> two = new HashMap<>(one);
      two.put("id", "h");
      assertEquals(
          List.of("/pages/0/fields/1/fields"),
          findings(form(one, two)).stream().map(Finding::pointer).toList());
    }

    @Test
    @DisplayName("when texts are huge, without repeating them")
    void hugeText() {
      String huge = "あ".repeat(5_000_000);
      Map<String, Object> field = text("a");
      field.put("label", huge);
      field.put("messages", Map.of("required", huge));
      field.put(huge, huge);
      List<Finding> findings = findings(form(field));
      assertEquals(3, findings.size());
      assertTrue(findings.toString().length() < 1_000);
    }

    @Test
    @DisplayName("when nearly everything is wrong, with no more than a hundred findings")
    void manyFindings() {
      List<Object> options = new ArrayList<>(Collections.nCopies(1_000, "x"));
      Map<String, Object> field = text("a");
      field.put("type", "radio");
      field.put("options", options);
      assertEquals(100, findings(form(field)).size());
    }

    @Test
    @DisplayName("when ten thousand options are offered")
    void manyOptions() {
      Map<String, Object> field = text("a");
      field.put("type", "select");
      field.put("options", Collections.nCopies(10_000, Map.of("value", "x", "label", "x")));
      assertFound("/pages/0/fields/0/options:LIMIT", form(field));
    }

    @Test
    @DisplayName("when a pattern is written that could hang the check")
    void patternBomb() {
      Map<String, Object> field = text("a");
      field.put("pattern", "(a+)+$");
      assertFound("/pages/0/fields/0/pattern:TYPE", form(field));
    }

    @Test
    @DisplayName(
        "when rules, languages, translations or examples are too many, before they are read")
    void manyParts() {
      Map<String, Object> languages = new HashMap<>();
      Map<String, Object> translations = new HashMap<>();
      for (int i = 0; i < 5_001; i++) {
        languages.put("l" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26), Map.of());
        translations.put("k" + i, Map.of("text", "x", "of", "x"));
      }
      Map<String, Object> form = form(text("a"));
      form.put("rules", Collections.nCopies(101, Map.of()));
      form.put("texts", languages);
      form.put("examples", Collections.nCopies(101, Map.of()));
      assertFound("/rules:LIMIT /texts:LIMIT /examples:LIMIT", form);
      form = form(text("a"));
      form.put("texts", Map.of("en", translations));
      assertFound("/texts/en:LIMIT", form);
    }

    @Test
    @DisplayName("when an example is nested a hundred thousand times, or wide at every level")
    void hugeExamples() {
      Object deep = "x";
      for (int i = 0; i < 100_000; i++) {
        deep = Collections.singletonList(deep);
      }
      Object wide = 1;
      for (int i = 0; i < 6; i++) {
        wide = Collections.nCopies(1_000, wide);
      }
      for (Object value : List.of(deep, wide)) {
        Map<String, Object> example =
            FuzzForms.object("id", "e", "title", "例", "today", "2026-11-23");
        example.put("answers", Map.of("a", value));
        example.put("expect", Map.of("accepted", true));
        Map<String, Object> form = form(text("a"));
        form.put("examples", List.of(example));
        assertFound("/examples/0/answers:LIMIT", form);
      }
    }

    @Test
    @DisplayName("when a picture is too large, or all of them together")
    void largeImages() {
      String data = "iVBORw0KGgoA".repeat(5_000);
      Map<String, Object> image = Map.of("type", "image/png", "data", data, "alt", "絵");
      List<Object> notes = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Map<String, Object> note = FuzzForms.object("id", "n" + i, "type", "note", "text", "絵");
        note.put("image", image);
        notes.add(note);
      }
      assertFound("/pages/0/fields/2/image:LIMIT", form(notes.toArray()));
      Map<String, Object> larger = FuzzForms.object("id", "n", "type", "note", "text", "絵");
      larger.put("image", Map.of("type", "image/png", "data", data + data, "alt", "絵"));
      assertFound("/pages/0/fields/0/image/data:LIMIT", form(larger));
    }

    private static void assertFound(String findings, Map<String, Object> form) {
      assertEquals(
          List.of(findings.split(" ")),
          findings(form).stream().map(f -> f.pointer() + ":" + f.code()).toList());
    }

    @Test
    @DisplayName("when values are of types that no JSON has")
    void foreignTypes() {
      Map<String, Object> field = text("a");
      field.put("required", new Object());
      field.put("maxLength", new BigDecimal("1e999999"));
      field.put("visibleIf", TODAY);
      assertEquals(
          List.of(FindingCode.TYPE, FindingCode.TYPE, FindingCode.TYPE),
          findings(form(field)).stream().map(Finding::code).toList());
    }
  }

  @Nested
  @DisplayName("A definition that asks for much work is looked at in bounded steps")
  class Bounded {

    @Test
    @DisplayName("the gate ends on a form whose conditions have more cases than anyone can try")
    void manyCases() {
      List<Object> fields = new ArrayList<>();
      List<Object> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Map<String, Object> field = text("f" + i);
        field.put("type", "yesno");
        fields.add(field);
        all.add(Map.of("var", "f" + i));
      }
      for (int i = 0; i < 100; i++) {
        Map<String, Object> field = text("q" + i);
        field.put(
            "visibleIf", Map.of("and", List.of(Map.of("or", all), Map.of("!", Map.of("or", all)))));
        fields.add(field);
      }
      // Never true, but too many cases to know it: taken for possible, in a moment.
      assertTrue(
          PublishGate.check(valid(form(fields.toArray())), List.of()).stream()
              .noneMatch(finding -> finding.code() == GateCode.NEVER_TRUE));
    }
  }

  @Nested
  @DisplayName("Hostile answers are answered")
  class Answers {

    @Test
    @DisplayName("when a hundred thousand keys are unknown, with their names or one question mark")
    void manyKeys() {
      Map<String, Object> answers = new HashMap<>();
      for (int i = 0; i < 100_000; i++) {
        answers.put("キー" + i, i);
      }
      List<FormError> errors = FormCheck.of(valid(form(text("a"))), answers, TODAY, null).errors();
      assertEquals(List.of("?"), errors.stream().map(FormError::path).toList());
    }

    @Test
    @DisplayName("when a value is nested a hundred thousand times")
    void deepValue() {
      Object value = "x";
      for (int i = 0; i < 100_000; i++) {
        value = Collections.singletonList(value);
      }
      FormCheck check = FormCheck.of(valid(form(text("a"))), Map.of("a", value), TODAY, null);
      assertEquals(ErrorCode.TYPE, check.errors().getFirst().code());
    }

    @Test
    @DisplayName("when a number has a million digits")
    void hugeNumber() {
      Map<String, Object> field = text("a");
      field.put("type", "number");
      BigDecimal huge = new BigDecimal("1e999999");
      FormCheck check = FormCheck.of(valid(form(field)), Map.of("a", huge), TODAY, null);
      assertEquals(ErrorCode.INTEGER, check.errors().getFirst().code());
    }

    @Test
    @DisplayName("when there are none at all")
    void none() {
      assertTrue(FormCheck.of(valid(form(text("a"))), null, TODAY, null).accepted());
    }
  }

  private static Map<String, Object> text(String id) {
    return FuzzForms.object("id", id, "type", "text", "label", id);
  }

  private static Map<String, Object> form(Object... fields) {
    Object page = FuzzForms.object("id", "p", "title", "頁", "fields", List.of(fields));
    return FuzzForms.object("id", "f", "version", 1, "title", "様式", "pages", List.of(page));
  }

  private static List<Finding> findings(Map<String, Object> form) {
    return assertInstanceOf(FormReading.Refused.class, FormDefinition.read(form)).findings();
  }

  private static FormDefinition valid(Map<String, Object> form) {
    return assertInstanceOf(FormReading.Valid.class, FormDefinition.read(form)).form();
  }
}
