package jp.ishikari.link.formdesign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoDivisionRegister;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.DynamoOversightStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionChange;
import jp.ishikari.link.domain.Noted;
import jp.ishikari.link.domain.Release;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Where the division says so, a publication waits for a second person. */
@ExtendWith(Engines.class)
class SecondPersonTest {
  private static TestCloud cloud;
  private static EntryFunction entry;

  private final String division = "d-" + UUID.randomUUID();
  private final String id = "p-" + UUID.randomUUID().toString().substring(0, 20);
  private final Caller.Staff kobayashi = administrator("小林　由紀");
  private final Caller.Staff sato = administrator("佐藤　健");

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new FormDesignWiring().wire(Entry.FORM_DESIGN_STAFF, cloud);
    Holidays.announced(cloud);
  }

  SecondPersonTest() {
    new DynamoDivisionStore(cloud).save(new Division(division, "環境課", "0133", "1階", false));
    ok(200, step(kobayashi, "REQUIRE"));
    ok(
        201,
        GatewayCall.of(Route.CREATE_DESIGN)
            .as(kobayashi)
            .change(body -> body.put("procedureId", id).put("divisionId", division))
            .sentTo(entry));
    ok(200, save(kobayashi, 1));
  }

  private Caller.Staff administrator(String name) {
    return new Caller.Staff(
        "staff-" + UUID.randomUUID(),
        name,
        Set.of(Role.DIVISION_ADMINISTRATOR),
        Set.of(division),
        true,
        "session");
  }

  private GatewayCall ruling(Caller.Staff staff) {
    return GatewayCall.of(Route.RULE_PUBLICATIONS).as(staff).path("divisionId", division);
  }

  private GatewayAnswer step(Caller.Staff staff, String step) {
    return ruling(staff).change(body -> body.put("step", step)).sentTo(entry);
  }

  private JsonNode rule(Caller.Staff staff) {
    return GatewayCall.of(Route.LIST_DESIGNS)
        .as(staff)
        .sentTo(entry)
        .json()
        .at("/divisions/0/rule");
  }

  private List<DivisionChange> history() {
    return new DynamoDivisionRegister(cloud)
        .history(50).stream().filter(one -> one.divisionId().equals(division)).toList();
  }

  private GatewayCall on(Route route, Caller.Staff staff, int revision) {
    return GatewayCall.of(route)
        .as(staff)
        .path("procedureId", id)
        .change(body -> body.put("revision", revision));
  }

  private GatewayAnswer save(Caller.Staff staff, int revision) {
    return on(Route.SAVE_DESIGN, staff, revision).sentTo(entry);
  }

  private GatewayAnswer asked(int revision) {
    return ok(201, on(Route.PUBLISH_DESIGN, kobayashi, revision).sentTo(entry));
  }

  private GatewayCall approval(Caller.Staff staff, int revision) {
    return on(Route.DECIDE_PUBLICATION, staff, revision);
  }

  private GatewayAnswer read(Caller.Staff staff) {
    return GatewayCall.of(Route.READ_DESIGN).as(staff).path("procedureId", id).sentTo(entry);
  }

  private boolean published() {
    return new DynamoProcedureStore(cloud).current(id).isPresent();
  }

  private static GatewayAnswer ok(int status, GatewayAnswer answer) {
    assertEquals(status, answer.status(), answer.body());
    return answer;
  }

  @Test
  void nothingIsPublishedBeforeSomebodyElseApproves() {
    GatewayAnswer waits = asked(2);
    assertTrue(waits.json().path("version").isMissingNode(), waits.body());
    assertTrue(!published());
    assertTrue(read(kobayashi).json().at("/publishing/mine").booleanValue());
    assertEquals("小林　由紀", read(sato).json().at("/publishing/awaiting/byName").stringValue());
    assertEquals(422, approval(kobayashi, 3).sentTo(entry).status());
    assertTrue(!published());
    GatewayCall yes = approval(sato, 3);
    assertEquals(1, ok(201, yes.sentTo(entry)).json().get("version").intValue());
    assertEquals(1, ok(201, yes.sentTo(entry)).json().get("version").intValue());
    Release release = new DynamoProcedureStore(cloud).current(id).orElseThrow().release();
    assertEquals("小林　由紀", release.byName());
    assertEquals("佐藤　健", release.approvedByName());
  }

  @Test
  void whatWasEditedMeanwhileWaitsNoMore() {
    asked(2);
    ok(200, save(sato, 3));
    assertTrue(read(sato).json().at("/publishing/awaiting").isMissingNode());
    assertEquals(422, approval(sato, 4).sentTo(entry).status());
    assertTrue(!published());
  }

  @Test
  void whatIsSentBackSaysWhyAndByWhom() {
    asked(2);
    assertEquals(
        400,
        approval(sato, 3).change(body -> body.put("approved", false)).sentTo(entry).status(),
        "a reason is needed");
    ok(
        201,
        approval(sato, 3)
            .change(body -> body.put("approved", false).put("note", "手数料を確かめてください。"))
            .sentTo(entry));
    String declined = read(kobayashi).json().at("/publishing/declined").stringValue();
    assertTrue(declined.endsWith("佐藤　健さん：手数料を確かめてください。"), declined);
    assertTrue(read(kobayashi).json().at("/publishing/awaiting").isMissingNode());
  }

  @Test
  void anApprovalOfWhatSomebodyChangedSinceIsTold() {
    asked(2);
    assertEquals(409, approval(sato, 2).sentTo(entry).status());
  }

  @Test
  void theRuleIsLiftedOnlyWhenAnotherConfirmsWhatOneAskedFor() {
    GatewayAnswer asking = ok(200, step(kobayashi, "ASK_TO_LIFT"));
    assertTrue(asking.json().get("secondPerson").booleanValue(), "still in force");
    assertTrue(rule(kobayashi).at("/lifting/mine").booleanValue());
    assertEquals("小林　由紀", rule(sato).at("/lifting/byName").stringValue());
    assertTrue(asked(2).json().path("version").isMissingNode());
    assertEquals(422, step(kobayashi, "LIFT").status(), "not one's own");
    assertEquals(422, step(sato, "ASK_TO_LIFT").status(), "asked for already");
    ok(200, step(sato, "LIFT"));
    assertTrue(!rule(sato).get("secondPerson").booleanValue());
    assertEquals(1, asked(3).json().get("version").intValue());
    assertEquals(
        List.of("佐藤　健 secondPerson", "小林　由紀 secondPersonLifting", "小林　由紀 secondPerson"),
        history().stream().map(one -> one.byName() + " " + one.what().getFirst().field()).toList());
  }

  @Test
  void whoStandsInForThePersonWhoAskedIsNoSecondPerson() {
    Caller.Staff deputy =
        new Caller.Staff(
            sato.staffId(),
            sato.name(),
            sato.roles(),
            sato.divisions(),
            true,
            "session",
            Optional.of(kobayashi.staffId()));
    asked(2);
    GatewayAnswer approved = approval(deputy, 3).sentTo(entry);
    assertEquals(422, approved.status(), approved.body());
    assertTrue(!published());
    ok(200, step(kobayashi, "ASK_TO_LIFT"));
    assertEquals(422, step(deputy, "LIFT").status());
    assertTrue(rule(kobayashi).get("secondPerson").booleanValue());
    ok(200, step(sato, "LIFT"));
  }

  @Test
  void whatWasAskedForCanBeTakenBackAndThenNobodyConfirmsIt() {
    ok(200, step(kobayashi, "ASK_TO_LIFT"));
    ok(200, step(kobayashi, "KEEP"));
    assertEquals(422, step(sato, "LIFT").status());
    ok(200, step(sato, "ASK_TO_LIFT"));
    ok(200, step(kobayashi, "KEEP"));
    assertEquals(422, step(sato, "KEEP").status());
    assertTrue(rule(sato).get("secondPerson").booleanValue());
    assertTrue(rule(sato).path("lifting").isMissingNode());
    assertEquals(5, history().size());
  }

  @Test
  void anEmptyBodyAndTheFormerOneSwitchNothing() {
    assertEquals(400, ruling(kobayashi).body("{}").sentTo(entry).status());
    assertEquals(400, ruling(kobayashi).body("{\"secondPerson\":false}").sentTo(entry).status());
    assertTrue(rule(kobayashi).get("secondPerson").booleanValue());
    assertTrue(rule(kobayashi).path("lifting").isMissingNode());
    assertEquals(1, history().size());
  }

  @Test
  void theSameRequestAgainGetsTheSameAnswerAndIsOneStep() {
    GatewayCall call = ruling(kobayashi).change(body -> body.put("step", "ASK_TO_LIFT"));
    GatewayAnswer first = ok(200, call.sentTo(entry));
    assertEquals(first.body(), ok(200, call.sentTo(entry)).body());
    assertEquals(2, history().size());
  }

  @Test
  void theRuleIsTheDivisionsOwn() {
    assertEquals(
        404,
        GatewayCall.of(Route.RULE_PUBLICATIONS)
            .as(kobayashi)
            .path("divisionId", "d-of-others")
            .sentTo(entry)
            .status());
  }

  @Test
  void thatLessIsAskedOfApplicantsIsToldToOtherAdministrators() {
    asked(2);
    ok(201, approval(sato, 3).sentTo(entry));
    String first = new DynamoProcedureStore(cloud).current(id).orElseThrow().level().name();
    assertEquals(List.of(), noted());
    ok(200, level("SIGNATURE", 4));
    publishAgain(5);
    assertEquals(List.of(), noted(), "more is asked than " + first);
    ok(200, level("GUEST", 7));
    publishAgain(8);
    Noted told = noted().getFirst();
    assertEquals(Noted.Kind.LEVEL_LOWERED, told.kind());
    assertEquals("SIGNATURE GUEST", told.before() + " " + told.after());
    assertEquals("小林　由紀", told.byName());
    assertEquals(1, noted().size());
  }

  private GatewayAnswer level(String level, int revision) {
    return on(Route.SAVE_DESIGN, kobayashi, revision)
        .change(body -> body.put("level", level))
        .sentTo(entry);
  }

  private void publishAgain(int revision) {
    asked(revision);
    ok(201, approval(sato, revision + 1).sentTo(entry));
  }

  private List<Noted> noted() {
    return new DynamoOversightStore(cloud)
        .newest(500).stream().filter(one -> one.aboutId().equals(id)).toList();
  }
}
