package jp.ishikari.link.formdesign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.PageTexts;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What residents read of a procedure has texts in other languages as its form has. */
@ExtendWith(Engines.class)
class PageInOtherLanguagesTest {
  private static TestCloud cloud;
  private static EntryFunction entry;

  private final String division = "d-" + UUID.randomUUID();
  private final String id = "p-" + UUID.randomUUID().toString().substring(0, 20);
  private final Caller.Staff kobayashi =
      new Caller.Staff(
          "staff-kobayashi",
          "小林　由紀",
          Set.of(Role.DIVISION_ADMINISTRATOR),
          Set.of(division),
          true,
          "session");

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new FormDesignWiring().wire(Entry.FORM_DESIGN_STAFF, cloud);
    Holidays.announced(cloud);
  }

  private GatewayCall on(Route route) {
    return GatewayCall.of(route).as(kobayashi).path("procedureId", id);
  }

  private GatewayCall creation() {
    return GatewayCall.of(Route.CREATE_DESIGN)
        .as(kobayashi)
        .change(body -> body.put("procedureId", id).put("divisionId", division));
  }

  private static GatewayAnswer ok(int status, GatewayAnswer answer) {
    assertEquals(status, answer.status(), answer.body());
    return answer;
  }

  /** Saves with the name in English, and what the summary was in English before it changed. */
  private JsonNode saved() {
    ok(201, creation().sentTo(entry));
    return ok(
            200,
            on(Route.SAVE_DESIGN)
                .change(
                    body -> {
                      body.put("revision", 1);
                      ObjectNode english = body.putObject("texts").putObject("en");
                      translated(english, "name", "Dog registration", body.get("name"));
                      english.putObject("summary").put("text", "For dogs").put("of", "前の説明");
                      english.putObject("needs.29").put("text", "A fee").put("of", "手数料");
                    })
                .sentTo(entry))
        .json();
  }

  private static void translated(ObjectNode texts, String key, String text, JsonNode japanese) {
    texts.putObject(key).put("text", text).set("of", japanese);
  }

  @Test
  void staySavedWithTheDraftAndBecomeWhatResidentsReadWhenItIsPublished() {
    saved();
    JsonNode kept = on(Route.READ_DESIGN).sentTo(entry).json();
    assertEquals("Dog registration", kept.at("/texts/en/name/text").stringValue());
    ok(201, on(Route.PUBLISH_DESIGN).change(body -> body.put("revision", 2)).sentTo(entry));
    Procedure published = new DynamoProcedureStore(cloud).current(id).orElseThrow();
    assertEquals(
        "{en={name=Dog registration}}",
        PageTexts.shown(published).toString(),
        "what was made of other words is not shown");
  }

  @Test
  void areNamedWithTheirLanguageBeforePublishingWhereTheyAreMissingStaleOrLeftOver() {
    List<String> told =
        saved()
            .get("findings")
            .valueStream()
            .filter(f -> f.get("pointer").stringValue().equals("/texts/en"))
            .map(f -> f.get("severity").stringValue() + " " + f.get("message").stringValue())
            .toList();
    assertEquals(3, told.size(), told.toString());
    assertEquals(true, told.get(0).startsWith("warning 手続の案内：「英語」の訳がない文が"), told.get(0));
    assertEquals(
        true, told.get(1).startsWith("warning 手続の案内：日本語を変えた後に訳し直していない文（英語）が1件あります："), told.get(1));
    assertEquals("warning 手続の案内：使われていない訳（英語）が1件あります：「手数料」", told.get(2));
  }

  @Test
  void showInTheDifferenceOfTwoVersions() {
    saved();
    ok(201, on(Route.PUBLISH_DESIGN).change(body -> body.put("revision", 2)).sentTo(entry));
    ok(
        200,
        on(Route.SAVE_DESIGN)
            .change(
                body -> {
                  body.put("revision", 3);
                  translated(
                      body.putObject("texts").putObject("en"), "name", "Dogs", body.get("name"));
                })
            .sentTo(entry));
    JsonNode changes = on(Route.COMPARE_VERSIONS).sentTo(entry).json().get("translations");
    JsonNode name =
        changes
            .valueStream()
            .filter(c -> c.path("property").asString().equals("name"))
            .findFirst()
            .orElseThrow();
    assertEquals("en", name.get("id").stringValue());
    assertEquals("Dog registration", name.at("/before/text").stringValue());
    assertEquals("Dogs", name.at("/after/text").stringValue());
  }

  @Test
  void goAlongInAPackage() {
    saved();
    String packed = ok(200, on(Route.EXPORT_DESIGN).sentTo(entry)).body();
    String copy = "c-" + UUID.randomUUID().toString().substring(0, 20);
    ok(
        201,
        creation()
            .change(body -> body.put("procedureId", copy))
            .change(body -> body.set("package", Json.MAPPER.readTree(packed)))
            .sentTo(entry));
    assertEquals(packed, on(Route.EXPORT_DESIGN).path("procedureId", copy).sentTo(entry).body());
    assertEquals(
        "Dog registration",
        Json.MAPPER.readTree(packed).at("/content/texts/en/name/text").stringValue());
  }
}
