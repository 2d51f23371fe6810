package jp.ishikari.link.formdesign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.Release;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.formdesign.store.DynamoDesignStore;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What staff who build forms are promised, asked through the entry itself. */
@ExtendWith(Engines.class)
class FormDesignStaffTest {
  private static TestCloud cloud;
  private static EntryFunction entry;

  private final String division = "d-" + UUID.randomUUID();
  private final String id = "p-" + UUID.randomUUID().toString().substring(0, 20);
  private final Caller.Staff kobayashi = staff("小林　由紀", Role.DIVISION_ADMINISTRATOR, division);

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new FormDesignWiring().wire(Entry.FORM_DESIGN_STAFF, cloud);
    Holidays.announced(cloud);
  }

  private static Caller.Staff staff(String name, Role role, String... divisions) {
    return new Caller.Staff(
        "staff-" + UUID.randomUUID(), name, Set.of(role), Set.of(divisions), true, "session");
  }

  private GatewayCall on(Route route) {
    return GatewayCall.of(route).as(kobayashi).path("procedureId", id);
  }

  private GatewayCall creation() {
    return GatewayCall.of(Route.CREATE_DESIGN)
        .as(kobayashi)
        .change(body -> body.put("procedureId", id).put("divisionId", division));
  }

  @Test
  void aNameIsKeptWithoutSpacesAtItsEndsAndRefusedWithWhatNobodySees() {
    GatewayAnswer unseen =
        creation().change(body -> body.put("name", "住民票\u2060の写し")).sentTo(entry);
    assertEquals("characters", unseen.json().at("/errors/0/code").stringValue(), unseen.body());
    ok(201, creation().change(body -> body.put("name", "　住民票の写し　")).sentTo(entry));
    assertEquals("住民票の写し", on(Route.READ_DESIGN).sentTo(entry).text("name"));
    unseen = saving(1).change(body -> body.put("name", "住民票\u00ADの写し")).sentTo(entry);
    assertEquals("characters", unseen.json().at("/errors/0/code").stringValue(), unseen.body());
  }

  private GatewayAnswer create() {
    return ok(201, creation().sentTo(entry));
  }

  private GatewayAnswer save(int revision) {
    return ok(200, saving(revision).sentTo(entry));
  }

  private GatewayCall saving(int revision) {
    return on(Route.SAVE_DESIGN).change(body -> body.put("revision", revision));
  }

  /** With a question for a mail address, which the example answers. */
  private void askForMail(int revision, Consumer<ObjectNode> question) {
    ok(
        200,
        saving(revision)
            .change(
                body -> {
                  ObjectNode field = body.withArray("/form/pages/0/fields").addObject();
                  field
                      .put("id", "email")
                      .put("type", "email")
                      .put("label", "メールアドレス")
                      .put("help", "お知らせを送ります。")
                      .put("required", true)
                      .put("gif", "email");
                  question.accept(field);
                  ((ObjectNode) body.at("/form/examples/0/answers"))
                      .put("born", "2026-04-01")
                      .put("email", "hanako@example.jp");
                })
            .sentTo(entry));
  }

  private GatewayAnswer publish(int revision, Consumer<ObjectNode> more) {
    return on(Route.PUBLISH_DESIGN)
        .change(body -> body.put("revision", revision))
        .change(more)
        .sentTo(entry);
  }

  /** Created, saved and published: revision 3, version 1. */
  private void published() {
    create();
    save(1);
    ok(201, publish(2, body -> {}));
  }

  private Procedure current() {
    return new DynamoProcedureStore(cloud).current(id).orElseThrow();
  }

  private static GatewayAnswer ok(int status, GatewayAnswer answer) {
    assertEquals(status, answer.status(), answer.body());
    return answer;
  }

  private static List<String> errors(GatewayAnswer answer) {
    List<String> errors = new ArrayList<>();
    answer
        .json()
        .path("errors")
        .forEach(e -> errors.add(e.get("path").stringValue() + " " + e.get("code").stringValue()));
    return errors;
  }

  @Nested
  class Kept {
    @Test
    void beginsEmptySaysWhatIsMissingAndKeepsHalfAWork() {
      create();
      GatewayAnswer empty = on(Route.READ_DESIGN).sentTo(entry);
      assertEquals("犬の登録", empty.text("name"));
      assertTrue(empty.json().get("findings").size() >= 5, empty.body());
      GatewayAnswer half =
          saving(1)
              .change(body -> ((ObjectNode) body.get("form").get("pages").get(0)).remove("title"))
              .sentTo(entry);
      assertEquals(2, ok(200, half).json().get("revision").intValue());
      JsonNode finding = half.json().get("findings").get(0);
      assertEquals("error", finding.get("severity").stringValue());
      assertTrue(finding.get("pointer").stringValue().startsWith("/form/pages/0"), half.body());
    }

    @Test
    void answersTheSameSaveWithTheSameWordsAndWritesItOnce() {
      create();
      GatewayCall autosave = saving(1);
      GatewayAnswer first = ok(200, autosave.sentTo(entry));
      assertEquals(first.body(), ok(200, autosave.sentTo(entry)).body());
      assertEquals(2, on(Route.READ_DESIGN).sentTo(entry).json().get("revision").intValue());
    }

    @Test
    void keepsTheFormToTheLastCodePoint() {
      create();
      GatewayCall odd =
          saving(1)
              .change(
                  body ->
                      ((ObjectNode) body.get("form")).put("title", "\uFA19\uFA10\uD842\uDFB7の登録"));
      JsonNode sent = Json.MAPPER.readTree(odd.body()).get("form");
      ok(200, odd.sentTo(entry));
      assertEquals(
          sent.toString(), on(Route.READ_DESIGN).sentTo(entry).json().get("form").toString());
    }

    @Test
    void triesTheDraftAndLeavesNoTrace() {
      create();
      save(1);
      int before = rows();
      GatewayAnswer good = ok(200, on(Route.TRY_DESIGN).sentTo(entry));
      assertTrue(good.json().get("accepted").booleanValue());
      GatewayAnswer bad =
          ok(200, on(Route.TRY_DESIGN).answers(Map.of("born", "2027-01-01")).sentTo(entry));
      assertEquals(
          List.of(
              "name.family required",
              "name.given required",
              "name.familyKana required",
              "name.givenKana required",
              "born range"),
          errors(bad));
      assertEquals(before, rows());
    }

    private int rows() {
      return java.util.Arrays.stream(Table.values())
          .mapToInt(t -> cloud.dynamoDb().scan(r -> r.tableName(Names.physical(t))).count())
          .sum();
    }

    @Test
    void listsTheDraftBesideWhatIsPublishedInOwnDivisionsOnly() {
      published();
      save(3);
      JsonNode line =
          GatewayCall.of(Route.LIST_DESIGNS)
              .as(kobayashi)
              .sentTo(entry)
              .json()
              .get("designs")
              .get(0);
      assertEquals(id, line.get("procedureId").stringValue());
      assertEquals(4, line.get("draft").get("revision").intValue());
      assertEquals(1, line.get("published").get("version").intValue());
      Caller.Staff elsewhere = staff("佐藤", Role.DIVISION_ADMINISTRATOR, "d-elsewhere");
      assertEquals(
          0,
          GatewayCall.of(Route.LIST_DESIGNS)
              .as(elsewhere)
              .sentTo(entry)
              .json()
              .get("designs")
              .size());
    }
  }

  @Nested
  class Removed {
    private JsonNode lists() {
      return GatewayCall.of(Route.LIST_DESIGNS).as(kobayashi).sentTo(entry).json();
    }

    @Test
    void goesForGoodWithWhatWasWrittenAndLeavesWhoAndWhen() {
      create();
      save(1);
      GatewayCall removal = on(Route.REMOVE_DESIGN).change(body -> body.put("revision", 2));
      ok(200, removal.sentTo(entry));
      ok(200, removal.sentTo(entry));
      assertEquals(404, on(Route.READ_DESIGN).sentTo(entry).status());
      GatewayAnswer late = saving(3).sentTo(entry);
      assertEquals(404, late.status());
      assertTrue(late.text("detail").contains("小林　由紀さんがこの手続を削除しました。"), late.body());
      GatewayAnswer elsewhere =
          saving(3).as(staff("佐藤", Role.DIVISION_ADMINISTRATOR, "d-elsewhere")).sentTo(entry);
      assertFalse(elsewhere.body().contains("小林"), elsewhere.body());
      assertEquals(0, lists().get("designs").size());
      JsonNode gone = lists().get("removed").get(0);
      assertEquals(id, gone.get("procedureId").stringValue());
      assertEquals("小林　由紀", gone.get("by").stringValue());
      assertEquals(null, new DynamoDesignStore(cloud).find(id).orElseThrow().draft().form());
    }

    @Test
    void doesNotGiveItsIdAgain() {
      create();
      ok(200, on(Route.REMOVE_DESIGN).sentTo(entry));
      GatewayAnswer again = creation().sentTo(entry);
      assertEquals(400, again.status());
      assertEquals("procedureId", again.json().get("errors").get(0).get("path").stringValue());
    }

    @Test
    void returns409ForAnotherRevisionThanTheOneThatWasSeen() {
      create();
      save(1);
      assertEquals(409, on(Route.REMOVE_DESIGN).sentTo(entry).status());
      ok(200, on(Route.READ_DESIGN).sentTo(entry));
    }

    @Test
    void returns422OnceItWasPublished() {
      published();
      assertEquals(
          422,
          on(Route.REMOVE_DESIGN).change(body -> body.put("revision", 3)).sentTo(entry).status());
      ok(200, on(Route.READ_DESIGN).sentTo(entry));
    }
  }

  @Nested
  class Published {
    @Test
    void saysWhereResidentsReadOfIt() {
      create();
      assertTrue(
          on(Route.READ_DESIGN)
              .sentTo(entry)
              .json()
              .get("publishing")
              .get("page")
              .stringValue()
              .endsWith("/procedures/" + id));
    }

    @Test
    void makesAVersionThatResidentsGetAndThatSaysWhoAndWhy() {
      published();
      Procedure now = current();
      assertEquals(1, now.version());
      assertEquals(id, now.form().get("id"));
      assertEquals(1, now.form().get("version"));
      assertEquals("小林　由紀", now.release().byName());
      JsonNode line = on(Route.LIST_VERSIONS).sentTo(entry).json().get("versions").get(0);
      assertEquals("はじめての公開です。", line.get("note").stringValue());
      assertEquals("MAJOR", line.get("change").stringValue());
    }

    @Test
    void letsAnswersCarryOverAMinorVersionAndNotAMajorOne() {
      published();
      save(3);
      ok(201, publish(4, body -> body.put("change", "MINOR")));
      assertTrue(current().carriesOver(1));
      save(5);
      ok(201, publish(6, body -> body.put("change", "MAJOR")));
      assertEquals(3, current().version());
      assertEquals(false, current().carriesOver(1));
      assertEquals(false, current().carriesOver(2));
    }

    @Test
    void comparesVersionsAndRestoresOneToTheLastByte() {
      published();
      String first = form(ok(200, on(Route.READ_VERSION).sentTo(entry)));
      ok(
          200,
          saving(3)
              .change(body -> body.put("feeText", "1頭3,000円"))
              .change(body -> ((ObjectNode) body.get("form")).put("title", "犬の登録（新）"))
              .sentTo(entry));
      JsonNode difference = ok(200, on(Route.COMPARE_VERSIONS).sentTo(entry)).json();
      assertEquals("title", difference.get("changes").get(0).get("property").stringValue());
      assertEquals("feeText", difference.get("page").get(0).get("property").stringValue());
      ok(201, publish(4, body -> {}));
      ok(
          200,
          on(Route.RESTORE_VERSION)
              .change(body -> body.put("version", 1).put("revision", 5))
              .sentTo(entry));
      assertEquals(first, form(on(Route.READ_DESIGN).sentTo(entry)));
    }

    private String form(GatewayAnswer answer) {
      return answer.json().get("form").toString();
    }

    @Test
    void pausesAndResumesWithoutTouchingTheDraft() {
      published();
      ok(200, saving(3).change(body -> body.put("feeText", "未定")).sentTo(entry));
      ok(201, on(Route.PAUSE_PROCEDURE).sentTo(entry));
      assertEquals(
          Release.Opening.PAUSED, current().openingOn(java.time.LocalDate.parse("2026-11-24")));
      assertEquals("無料", current().feeText());
      assertEquals("未定", on(Route.READ_DESIGN).sentTo(entry).text("feeText"));
      ok(
          201,
          on(Route.PAUSE_PROCEDURE)
              .change(body -> body.put("version", 2).put("paused", false))
              .sentTo(entry));
      assertEquals(
          Release.Opening.OPEN, current().openingOn(java.time.LocalDate.parse("2026-11-24")));
      assertTrue(current().carriesOver(1));
    }

    @Test
    void goesOutAsAPackageAndComesBackByteForByte() {
      create();
      save(1);
      String packed = ok(200, on(Route.EXPORT_DESIGN).sentTo(entry)).body();
      String copy = "c-" + UUID.randomUUID().toString().substring(0, 20);
      ok(
          201,
          creation()
              .change(body -> body.put("procedureId", copy))
              .change(body -> body.set("package", Json.MAPPER.readTree(packed)))
              .sentTo(entry));
      assertEquals(packed, on(Route.EXPORT_DESIGN).path("procedureId", copy).sentTo(entry).body());
    }
  }

  @Nested
  class Refused {
    @Test
    void returns409AndWhoAndWhenWhenAColleagueSavedFirst() {
      create();
      save(1);
      GatewayAnswer late = saving(1).sentTo(entry);
      assertEquals(409, late.status(), late.body());
      assertTrue(late.text("detail").contains("小林　由紀さんが保存しました"), late.body());
      assertEquals(2, on(Route.READ_DESIGN).sentTo(entry).json().get("revision").intValue());
    }

    @Test
    void letsOneOfTenEditorsAtOnceWin() {
      create();
      List<Integer> statuses =
          IntStream.range(0, 10)
              .parallel()
              .mapToObj(i -> saving(1).sentTo(entry).status())
              .sorted()
              .toList();
      assertEquals(200, statuses.getFirst());
      assertEquals(9, statuses.stream().filter(s -> s == 409).count(), statuses.toString());
    }

    @Test
    void returns422WithEveryFindingThatBlocks() {
      create();
      GatewayAnswer early = publish(1, body -> {});
      assertEquals(422, early.status(), early.body());
      assertTrue(
          errors(early).containsAll(List.of("/kana missing", "/summary missing", "/form missing")),
          early.body());
      assertTrue(new DynamoProcedureStore(cloud).current(id).isEmpty());
    }

    @Test
    void returns422WhenAnExampleComesOutOtherwise() {
      create();
      ok(
          200,
          saving(1)
              .change(
                  body -> ((ObjectNode) body.at("/form/examples/0/expect")).put("accepted", false))
              .sentTo(entry));
      GatewayAnswer failing = publish(2, body -> {});
      assertEquals(422, failing.status(), failing.body());
      assertEquals(List.of("/form/examples/0 example-fails"), errors(failing));
    }

    @Test
    void returns422ForAReadingThatHasToBeReadAndForChoicesThatAreTheSame() {
      create();
      ok(
          200,
          saving(1)
              .change(
                  body -> {
                    body.put("kana", "ボウサイラジオの貸出し");
                    ArrayNode fields = (ArrayNode) body.at("/form/pages/0/fields");
                    ObjectNode radio = fields.addObject();
                    radio.put("id", "where").put("type", "radio").put("label", "受け取り方");
                    ArrayNode options = radio.putArray("options");
                    options.addObject().put("value", "o1").put("label", "窓口");
                    options.addObject().put("value", "o2").put("label", "窓口");
                  })
              .sentTo(entry));
      GatewayAnswer refused = publish(2, body -> {});
      assertEquals(422, refused.status(), refused.body());
      assertTrue(errors(refused).contains("/kana not-a-reading"), refused.body());
      assertTrue(refused.body().contains("漢字（貸出）"), refused.body());
      assertTrue(
          errors(refused).stream().anyMatch(one -> one.endsWith("/options/1/label same-choices")),
          refused.body());
    }

    @Test
    void showsWhatIsSetSoThatTheNextVersionCanKeepIt() {
      create();
      ok(200, saving(1).change(body -> body.put("level", "ACCOUNT")).sentTo(entry));
      ok(
          201,
          publish(
              2,
              body ->
                  body.put("opensOn", "2026-12-01")
                      .put("closesOn", "2026-12-10")
                      .put("capacity", 5)));
      JsonNode publishing = on(Route.READ_DESIGN).sentTo(entry).json().get("publishing");
      assertEquals("2026-12-01", publishing.path("opensOn").asString());
      assertEquals("2026-12-10", publishing.path("closesOn").asString());
      assertEquals(5, publishing.path("capacity").asInt());
      assertFalse(publishing.path("paused").asBoolean(true));
    }

    @Test
    void returns422ForAPeriodWhoseDaysWouldBeCountedWrongAndTellsOfItBefore() {
      create();
      save(1);
      int year = Holidays.thisYear();
      Holidays.forgotten(cloud, year);
      try {
        GatewayAnswer refused = publish(2, body -> {});
        assertEquals(422, refused.status(), refused.body());
        assertEquals(List.of("/standardDays holidays-missing"), errors(refused));
        assertTrue(refused.body().contains(year + "年の祝日が登録されていないため"), refused.body());
        JsonNode list = GatewayCall.of(Route.LIST_DESIGNS).as(kobayashi).sentTo(entry).json();
        assertEquals(year, list.get("withoutHolidays").get(0).asInt());
        // What has no period counts no days.
        ok(200, saving(2).change(body -> body.put("standardDays", 0)).sentTo(entry));
        ok(201, publish(3, body -> {}));
      } finally {
        Holidays.announced(cloud);
      }
    }

    @Test
    void returns422ForPlacesThatAnybodyCouldTakeOneAfterTheOther() {
      create();
      save(1);
      GatewayAnswer refused = publish(2, body -> body.put("capacity", 5));
      assertEquals(422, refused.status(), refused.body());
      assertEquals(List.of("/level nobody-holds-places"), errors(refused));
      askForMail(2, field -> field.put("required", false));
      assertEquals(422, publish(3, body -> body.put("capacity", 5)).status());
      askForMail(3, field -> field.putObject("visibleIf").putObject("answered").put("var", "born"));
      assertEquals(422, publish(4, body -> body.put("capacity", 5)).status());
      askForMail(4, field -> {});
      ok(201, publish(5, body -> body.put("capacity", 5)));
    }

    @Test
    void takesPlacesWhereEverybodySignsIn() {
      create();
      ok(200, saving(1).change(body -> body.put("level", "ACCOUNT")).sentTo(entry));
      ok(201, publish(2, body -> body.put("capacity", 5)));
    }

    @Test
    void leavesAStoppedProcedureStoppedWhenAChangeIsPublished() {
      published();
      ok(201, on(Route.PAUSE_PROCEDURE).sentTo(entry));
      GatewayAnswer design = on(Route.READ_DESIGN).sentTo(entry);
      assertTrue(design.json().at("/publishing/paused").asBoolean(false), design.body());
      ok(
          201,
          publish(design.json().get("revision").intValue(), body -> body.put("change", "MINOR")));
      assertEquals(
          Release.Opening.PAUSED, current().openingOn(java.time.LocalDate.parse("2026-11-24")));
    }

    @Test
    void returns400ForDaysTheWrongWayRound() {
      create();
      save(1);
      GatewayAnswer back =
          publish(2, body -> body.put("opensOn", "2026-12-02").put("closesOn", "2026-12-01"));
      assertEquals(400, back.status(), back.body());
      assertEquals(List.of("closesOn range"), errors(back));
    }

    @Test
    void returns400ForHalfACharacterAnywhereInTheForm() {
      create();
      for (String half : List.of("\\ud83d", "\\udc00x")) {
        GatewayCall call = saving(1);
        call.body(call.body().replace("犬について", half));
        GatewayAnswer answer = call.sentTo(entry);
        assertEquals(400, answer.status(), answer.body());
        assertEquals(List.of("form characters"), errors(answer));
      }
    }

    @Test
    void returns400ForADamagedPackageAsAWhole() {
      for (String damaged :
          List.of(
              "{}",
              "{\"format\":\"ishikari-link-form-package\",\"formatVersion\":99}",
              "{\"format\":\"ishikari-link-form-package\",\"formatVersion\":2,\"content\":{\"name\":[]}}",
              "{\"format\":\"ishikari-link-form-package\",\"formatVersion\":2,\"content\":{\"name\":\"x\",\"strange\":1}}",
              "{\"format\":\"ishikari-link-form-package\",\"formatVersion\":2,\"content\":{\"name\":\"x\",\"form\":{\"pages\":7}}}")) {
        GatewayAnswer answer =
            creation()
                .change(body -> body.set("package", Json.MAPPER.readTree(damaged)))
                .sentTo(entry);
        assertEquals(400, answer.status(), damaged + answer.body());
        assertTrue(errors(answer).stream().allMatch(e -> e.startsWith("package.")), answer.body());
      }
      assertEquals(404, on(Route.READ_DESIGN).sentTo(entry).status());
    }

    @Test
    void returns400ForAnIdThatIsTakenStrangeOrOfAnotherDivision() {
      published();
      assertEquals(List.of("procedureId taken"), errors(creation().sentTo(entry)));
      assertEquals(
          List.of("procedureId characters"),
          errors(creation().change(b -> b.put("procedureId", "犬")).sentTo(entry)));
      assertEquals(
          List.of("divisionId option"),
          errors(
              creation()
                  .change(
                      b ->
                          b.put("procedureId", "x-" + UUID.randomUUID().toString().substring(0, 8)))
                  .change(b -> b.put("divisionId", "elsewhere"))
                  .sentTo(entry)));
    }

    @Test
    void returns400WithoutAnybodysNameForAnIdOfAnotherDivisionsDraft() {
      String other = "d-other-" + UUID.randomUUID();
      Caller.Staff elsewhere = staff("佐藤", Role.DIVISION_ADMINISTRATOR, other);
      GatewayCall first = creation().as(elsewhere).change(body -> body.put("divisionId", other));
      assertEquals(201, first.sentTo(entry).status());
      assertEquals(201, first.sentTo(entry).status(), "the same request again");
      GatewayAnswer answer =
          creation().header("Idempotency-Key", UUID.randomUUID().toString()).sentTo(entry);
      assertEquals(400, answer.status(), answer.body());
      assertEquals(List.of("procedureId taken"), errors(answer));
      assertTrue(answer.body().contains("この記号は、ほかの手続で使われています。"), answer.body());
      assertFalse(answer.body().contains("佐藤"), answer.body());
    }

    @Test
    void returns404WithTheSameBodyForAnotherDivisionsProcedureAndForNone() {
      published();
      Caller.Staff elsewhere = staff("佐藤", Role.DIVISION_ADMINISTRATOR, "d-elsewhere");
      for (Route route : Route.values()) {
        if (route.entry() != Entry.FORM_DESIGN_STAFF || !route.path().contains("{procedureId}")) {
          continue;
        }
        GatewayAnswer others = on(route).as(elsewhere).sentTo(entry);
        GatewayAnswer none = on(route).as(elsewhere).path("procedureId", "none").sentTo(entry);
        assertEquals(404, others.status(), route + others.body());
        assertEquals(none.code(), others.code());
      }
    }

    @Test
    void returns403ForThoseWhoOnlyDecideOrLook() {
      for (Role role : List.of(Role.REVIEWER, Role.VIEWER)) {
        for (Route route : Route.values()) {
          if (route.entry() == Entry.FORM_DESIGN_STAFF) {
            assertEquals(
                403,
                GatewayCall.of(route).as(staff("鈴木", role, division)).sentTo(entry).status(),
                route.name());
          }
        }
      }
    }

    @Test
    void returns409WhenTwoPublishAtOnceAndOneVersionIsMade() {
      create();
      save(1);
      List<Integer> statuses =
          IntStream.range(0, 4)
              .parallel()
              .mapToObj(i -> publish(2, body -> {}).status())
              .sorted()
              .toList();
      assertEquals(201, statuses.getFirst());
      assertNotEquals(201, statuses.get(1));
      assertEquals(1, new DynamoProcedureStore(cloud).versions(id).size());
    }
  }
}
