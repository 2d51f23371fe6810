package jp.ishikari.link.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@DisplayName("The JSON Schema of a form")
class FormSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Test
  @DisplayName("is itself a schema by the meta-schema of 2020-12")
  void isASchema() throws IOException {
    Schema meta =
        REGISTRY.getSchema(
            com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    for (String file : List.of("kinds", "household", "operators", "more", "typing", "numbers")) {
      FormDefinition form = Definitions.form(form(vectors(file)));
      assertEquals(List.of(), meta.validate(JSON.valueToTree(FormSchema.of(form))), file);
    }
  }

  @Test
  @DisplayName("accepts every answer of the shared vectors that the form accepts")
  void acceptsTheVectors() throws IOException {
    int accepted = 0;
    for (String file : List.of("kinds", "household", "operators", "more", "typing", "numbers")) {
      JsonNode vectors = vectors(file);
      FormDefinition form = Definitions.form(form(vectors));
      Schema schema = schema(form);
      for (JsonNode test : vectors.get("cases")) {
        if (!test.has("errors")) {
          assertEquals(
              List.of(), schema.validate(test.get("answers")), test.get("name").asString());
          accepted++;
        }
      }
    }
    assertTrue(accepted > 100, "only " + accepted);
  }

  @Test
  @DisplayName(
      "accepts thousands of made-up answers that the form accepts, and refuses many others")
  void acceptsTheFuzz() {
    long seed = Long.getLong("forms.fuzz.seed", System.nanoTime());
    System.out.println("forms.fuzz.seed=" + seed);
    SplittableRandom random = new SplittableRandom(seed);
    FuzzForms forms = new FuzzForms(random);
    FuzzAnswers answers = new FuzzAnswers(random);
    int accepted = 0;
    int refusedByBoth = 0;
    for (int i = 0; i < 30; i++) {
      FormDefinition form = Definitions.form(forms.form("made" + i));
      Schema schema = schema(form);
      for (int n = 0; n < 300; n++) {
        Map<String, Object> given = answers.sound(form, TODAY);
        if (n % 3 == 0) {
          answers.damage(given);
        }
        // The validator itself fails on numbers beyond a long (networknt 3.0.9).
        if (given.toString().contains("E300")) {
          continue;
        }
        boolean sound = FormCheck.of(form, given, TODAY, null).accepted();
        List<?> errors = schema.validate(JSON.valueToTree(given));
        assertTrue(!sound || errors.isEmpty(), () -> given + " " + errors);
        accepted += sound ? 1 : 0;
        refusedByBoth += !sound && !errors.isEmpty() ? 1 : 0;
      }
    }
    assertTrue(accepted > 500, "only " + accepted + " accepted");
    assertTrue(refusedByBoth > 500, "only " + refusedByBoth + " refused by both");
  }

  @Test
  @DisplayName(
      "refuses what no answer can be: unknown fields, wrong types, options that are not offered")
  void refuses() throws IOException {
    Schema schema = schema(Definitions.form(form(vectors("kinds"))));
    for (String wrong :
        List.of(
            "{zz:1}",
            "{copies:true}",
            "{copies:1.5}",
            "{copies:11}",
            "{memo:'あいうえおか'}",
            "{sex:'x'}",
            "{use:['a']}",
            "{use:['a','a']}",
            "{birth:'2020/01/01'}",
            "{proof:['short']}",
            "{name:{nick:'x'}}",
            "{tel:1}")) {
      assertFalse(schema.validate(JSON.valueToTree(Definitions.json(wrong))).isEmpty(), wrong);
    }
  }

  @Test
  @DisplayName("names the unit of a number and holds numbers of programs to limits with decimals")
  void numbers() throws IOException {
    FormDefinition form = Definitions.form(form(vectors("numbers")));
    String written = JSON.writeValueAsString(FormSchema.of(form));
    assertTrue(written.contains("床面積（㎡）"), written);
    assertTrue(written.contains("通数（通）"), written);
    Schema schema = schema(form);
    for (String wrong :
        List.of("{area:0.4}", "{area:1000.1}", "{heat:42.6}", "{copies:0}", "{area:true}")) {
      assertFalse(schema.validate(JSON.valueToTree(Definitions.json(wrong))).isEmpty(), wrong);
    }
  }

  private static Schema schema(FormDefinition form) {
    return REGISTRY.getSchema(JSON.writeValueAsString(FormSchema.of(form)));
  }

  private static JsonNode vectors(String name) throws IOException {
    return JSON.readTree(Files.readString(Path.of("src/test/resources/vectors", name + ".json")));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> form(JsonNode vectors) {
    return JSON.convertValue(vectors.get("form"), Map.class);
  }
}
