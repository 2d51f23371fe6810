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
