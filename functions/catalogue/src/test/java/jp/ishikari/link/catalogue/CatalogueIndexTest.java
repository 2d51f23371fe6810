package jp.ishikari.link.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormReading;
import jp.ishikari.link.forms.SearchKey;
import jp.ishikari.link.testkit.Checkout;
import jp.ishikari.link.testkit.SampleProcedure;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The index over the sample city; it is also left in target/ for the recall test of the browser's
 * search.
 */
class CatalogueIndexTest {
  private final List<Procedure> procedures = procedures();
  private final List<Division> divisions = List.of(new Division("shimin", "市民課", "", "", false));

  @Test
  void theSameProceduresInAnyOrderGiveTheSameBytes() throws IOException {
    byte[] once = new CatalogueIndex().build(procedures, divisions);
    List<Procedure> shuffled = new ArrayList<>(procedures);
    Collections.shuffle(shuffled, new Random(1));
    assertArrayEquals(once, new CatalogueIndex().build(shuffled, divisions));
    Files.write(Checkout.path("functions/catalogue/target/catalogue.json"), once);
  }

  @Test
  void everyProcedureIsFoundByTheReadingOfItsName() {
    for (JsonNode entry :
        Json.MAPPER.readTree(new CatalogueIndex().build(procedures, divisions)).get("procedures")) {
      assertTrue(
          entry.get("k1").stringValue().contains(SearchKey.fold(entry.get("kana").stringValue())),
          entry.get("id").stringValue());
    }
  }

  @Test
  void aProcedureIsFoundByWhatResidentsCallIt() {
    JsonNode entry =
        Json.MAPPER
            .readTree(
                new CatalogueIndex().build(List.of(SampleProcedure.guest().procedure()), divisions))
            .at("/procedures/0");
    assertTrue(entry.get("k2").stringValue().contains("おためしの紙"), entry.toString());
    assertTrue(entry.get("k2").stringValue().contains("おためしのかみ"), entry.toString());
  }

  @Test
  void noGroupOfSynonymsBelongsToOneProcedureAlone() throws IOException {
    JsonNode groups =
        Json.MAPPER.readTree(CatalogueIndex.class.getResourceAsStream("/catalogue/synonyms.json"));
    for (JsonNode group : groups) {
      List<String> words =
          StreamSupport.stream(group.spliterator(), false)
              .map(word -> SearchKey.fold(word.stringValue()))
              .toList();
      long met =
          procedures.stream()
              .map(p -> SearchKey.fold(p.name() + " " + p.summary()))
              .filter(text -> words.stream().anyMatch(text::contains))
              .count();
      assertTrue(met >= 2, group.toString());
    }
  }

  @Test
  void everySampleProcedureIsMarkedAndEveryFormIsSound() {
    assertTrue(procedures.size() >= 40);
    assertEquals(5, procedures.stream().filter(Procedure::online).count());
    for (Procedure procedure : procedures) {
      assertTrue(procedure.sample(), procedure.procedureId());
      assertEquals(procedure.online(), procedure.form() != null, procedure.procedureId());
      if (procedure.online()) {
        FormReading reading = FormDefinition.read(procedure.form());
        assertTrue(reading instanceof FormReading.Valid, procedure.procedureId() + " " + reading);
      }
    }
  }

  private static List<Procedure> procedures() {
    Path folder = Checkout.path("functions/local/src/main/resources/sample-city/procedures");
    try (Stream<Path> files = Files.list(folder)) {
      List<Procedure> procedures = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        procedures.add(Json.MAPPER.readValue(Files.readAllBytes(file), Procedure.class));
      }
      return procedures;
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
