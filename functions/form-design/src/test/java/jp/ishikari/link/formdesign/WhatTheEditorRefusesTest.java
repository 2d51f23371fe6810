package jp.ishikari.link.formdesign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Whatever way a draft or a version comes, what the editor refuses is refused. */
@ExtendWith(Engines.class)
class WhatTheEditorRefusesTest {
  private static final String NUL = "\u0000";

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

  private void published() {
    assertEquals(201, creation().sentTo(entry).status());
    assertEquals(
        200, on(Route.SAVE_DESIGN).change(body -> body.put("revision", 1)).sentTo(entry).status());
    GatewayAnswer answer =
        on(Route.PUBLISH_DESIGN).change(body -> body.put("revision", 2)).sentTo(entry);
    assertEquals(201, answer.status(), answer.body());
  }

  private GatewayAnswer pause(int version) {
    return on(Route.PAUSE_PROCEDURE).change(body -> body.put("version", version)).sentTo(entry);
  }

  private Procedure current() {
    return new DynamoProcedureStore(cloud).current(id).orElseThrow();
  }

  private static List<String> errors(GatewayAnswer answer) {
    return answer
        .json()
        .path("errors")
        .valueStream()
        .map(e -> e.get("path").stringValue() + " " + e.get("code").stringValue())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 2_147_483_646})
  void aPauseThatNamesAnotherVersionThanThePublishedOneChangesNothing(int version) {
    published();
    assertEquals(409, pause(version).status());
    assertEquals(1, current().version());
    assertEquals(201, pause(1).status());
    assertEquals(2, current().version());
    assertEquals(409, pause(1).status());
    assertEquals(2, current().version());
  }

  @Test
  void theSamePauseAgainIsAnsweredAlikeAndPublishesOneVersion() {
    published();
    GatewayCall pause = on(Route.PAUSE_PROCEDURE);
    GatewayAnswer first = pause.sentTo(entry);
    assertEquals(201, first.status(), first.body());
    assertEquals(first.body(), pause.sentTo(entry).body());
    assertEquals(2, current().version());
  }

  @ParameterizedTest
  @CsvSource({
    "standardDays, 2000000000, standardDays range",
    "standardDays, -5, standardDays range",
    "standardDays, 1e30, standardDays type",
    "words, [null], words type",
    "needs, '[\"\\u0000\"]', needs characters",
    "events, [7], events type",
    "summary, '\"a\\u0000b\"', summary characters",
    "kana, 7, kana type",
    "level, '\"KING\"', level option",
    "texts, 7, texts type",
    "texts, '{\"EN!\":{}}', texts id",
    "texts, '{\"en\":{\"name\":7}}', texts type",
    "texts, '{\"en\":{\"name\":{\"text\":\"a\\u0000\",\"of\":\"b\"}}}', texts text",
    "strange, 1, strange unknown"
  })
  void oneMemberThatTheEditorRefusesIsRefusedInAPackageByTheSameCode(
      String member, String json, String error) {
    assertEquals(201, creation().sentTo(entry).status());
    GatewayAnswer editor =
        on(Route.SAVE_DESIGN)
            .change(body -> body.put("revision", 1).set(member, Json.MAPPER.readTree(json)))
            .sentTo(entry);
    assertEquals(List.of(error), errors(editor), editor.body());
    GatewayAnswer packed = brought(member, json);
    assertEquals(400, packed.status(), packed.body());
    assertEquals(List.of("package.content." + error), errors(packed));
  }

  @Test
  void aFormWithACharacterNoScreenShowsIsRefusedByEitherWay() {
    String form =
        "{\"title\":\"様式\",\"pages\":[{\"id\":\"p\",\"title\":\"a\\u0000\",\"fields\":[]}]}";
    assertEquals(201, creation().sentTo(entry).status());
    GatewayAnswer editor =
        on(Route.SAVE_DESIGN)
            .change(body -> body.put("revision", 1).set("form", Json.MAPPER.readTree(form)))
            .sentTo(entry);
    assertEquals(List.of("form characters"), errors(editor), editor.body());
    assertEquals(List.of("package.content.form characters"), errors(brought("form", form)));
  }

  /** A package of what is on record, with one member changed. */
  private GatewayAnswer brought(String member, String json) {
    ObjectNode packed = (ObjectNode) on(Route.EXPORT_DESIGN).sentTo(entry).json();
    ((ObjectNode) packed.get("content")).set(member, Json.MAPPER.readTree(json));
    return creation()
        .change(body -> body.put("procedureId", "c-" + id).set("package", packed))
        .sentTo(entry);
  }

  @Test
  void aVersionThatTheEditorWouldRefuseIsNotRestored() {
    published();
    DynamoProcedureStore procedures = new DynamoProcedureStore(cloud);
    Procedure odd = odd(current());
    assertTrue(procedures.publish(odd));
    GatewayAnswer answer =
        on(Route.RESTORE_VERSION)
            .change(body -> body.put("version", odd.version()).put("revision", 3))
            .sentTo(entry);
    assertEquals(422, answer.status(), answer.body());
    assertEquals(List.of("summary characters"), errors(answer));
  }

  private static Procedure odd(Procedure p) {
    DraftRequest fine = DraftRequest.of(p);
    return new DraftRequest(
            fine.name(),
            fine.kana(),
            fine.words(),
            "a" + NUL,
            fine.category(),
            fine.events(),
            fine.audience(),
            fine.needs(),
            fine.feeText(),
            fine.standardDays(),
            fine.level(),
            fine.online(),
            fine.how(),
            fine.law(),
            fine.texts(),
            fine.form(),
            fine.letters(),
            fine.issuer(),
            null,
            null,
            null,
            List.of(),
            false)
        .over(Versioned.of(p, 2, p.release()));
  }

  @Test
  void everyProcedureOfTheSampleCityIsOneTheEditorWouldTake() throws IOException {
    Path sample = Path.of("../local/src/main/resources/sample-city/procedures");
    try (Stream<Path> files = Files.list(sample)) {
      for (Path file : files.toList()) {
        Procedure procedure = Json.MAPPER.readValue(Files.readAllBytes(file), Procedure.class);
        assertEquals(List.of(), DraftRequest.mistakes(procedure), file.toString());
      }
    }
  }
}
