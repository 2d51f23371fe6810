package jp.ishikari.link.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
    JsonNode index = Json.MAPPER.readTree(new CatalogueIndex().build(procedures, divisions));
    for (int i = 0; i < procedures.size(); i++) {
      String kana = index.at("/procedures/" + i + "/kana").stringValue();
      assertTrue(placesOf(index, SearchKey.fold(kana)).contains(4 * i), kana);
    }
  }

  @Test
  void aProcedureIsFoundByWhatResidentsCallItAndByTheNamesOfTheTilesThatItIsBehind() {
    JsonNode index =
        Json.MAPPER.readTree(
            new CatalogueIndex().build(List.of(SampleProcedure.guest().procedure()), divisions));
    assertEquals(List.of(1), placesOf(index, "おためしの紙"));
    assertEquals(List.of(1), placesOf(index, "おためしのかみ"));
    JsonNode city = Json.MAPPER.readTree(new CatalogueIndex().build(procedures, divisions));
    for (int i = 0; i < procedures.size(); i++) {
      JsonNode procedure = city.at("/procedures/" + i);
      boolean childCare =
          strings(procedure.get("events")).contains("childcare")
              || procedure.get("category").stringValue().equals("childcare");
      int at = 4 * i;
      assertEquals(
          childCare,
          placesOf(city, "子育て").stream().anyMatch(place -> place == at + 3),
          procedure.toString());
    }
  }

  @Test
  void aProcedureIsFoundByItsNameAndTextInOtherLanguagesAndShownInThem() {
    JsonNode index = Json.MAPPER.readTree(new CatalogueIndex().build(procedures, divisions));
    int at = 0;
    while (!index.at("/procedures/" + at + "/id").stringValue().equals("iken")) {
      at++;
    }
    JsonNode entry = index.at("/procedures/" + at);
    assertEquals("Opinions and requests to the city", entry.at("/texts/en/name").stringValue());
    assertEquals(Set.of("name", "summary"), Set.copyOf(entry.at("/texts/easy").propertyNames()));
    assertTrue(placesOf(index, "opinions").contains(4 * at + 1));
    assertTrue(placesOf(index, "work").contains(4 * at + 2));
    assertTrue(placesOf(index, "お願い").contains(4 * at + 1), "without how it is read");
    assertEquals(List.of(), placesOf(index, "and"), "a word that any sentence has");
    assertTrue(index.at("/procedures/0/texts").isMissingNode(), "nothing where there is nothing");
  }

  private static List<Integer> placesOf(JsonNode index, String word) {
    for (JsonNode each : index.get("words")) {
      if (each.get(0).stringValue().equals(word)) {
        return StreamSupport.stream(each.get(1).spliterator(), false)
            .map(JsonNode::intValue)
            .toList();
      }
    }
    return List.of();
  }

  @Test
  void aWordIsCalledByWhatTheDictionaryKnowsOfItAndByNothingThatOnlySoundsTheSame() {
    JsonNode index = Json.MAPPER.readTree(new CatalogueIndex().build(procedures, divisions));
    Set<String> childCare = new HashSet<>();
    Set<String> breakdown = new HashSet<>();
    for (JsonNode group : index.get("synonyms")) {
      List<String> here = strings(group.get("here"));
      if (here.contains("子育て")) {
        childCare.addAll(strings(group.get("says")));
      }
      if (here.contains("故障")) {
        breakdown.addAll(strings(group.get("says")));
      }
    }
    assertTrue(childCare.containsAll(Set.of("育児", "いくじ")), childCare.toString());
    assertFalse(breakdown.contains("呼称"), breakdown.toString());
  }

  @Test
  void aWordOfOurOwnListIsCalledByItsReadingAndAVerbByWhatHappened() {
    assertEquals(Set.of("しんだ"), Words.spoken("死ん"));
    assertEquals(Set.of("うまれ"), Words.spoken("生まれ"));
    assertEquals(Set.of("すてる", "すてた"), Words.spoken("捨て"));
    assertEquals(Set.of("かいしゃをやめる", "かいしゃをやめた"), Words.spoken("会社を辞め"));
    assertEquals(Set.of("いんかん"), Words.spoken("印鑑"));
    assertEquals(Set.of(), Words.spoken("子"), "a short reading stands in too many words");
    assertEquals(Set.of(), Words.spoken("ひっこし"), "it is read as it is written");
  }

  @Test
  void particlesAndTheEndingsOfVerbsAreNoWords() {
    Set<String> words = Words.of("飼い犬が亡くなったときの届出です");
    assertTrue(words.containsAll(Set.of("飼い犬", "亡くな", "届出")), words.toString());
    for (String empty : List.of("が", "た", "とき", "の", "です", "亡くなった")) {
      assertFalse(words.contains(empty), empty);
    }
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::stringValue).toList();
  }

  @Test
  void everySampleProcedureIsMarkedAndEveryFormIsSound() {
    assertTrue(procedures.size() >= 40);
    assertEquals(6, procedures.stream().filter(Procedure::online).count());
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
