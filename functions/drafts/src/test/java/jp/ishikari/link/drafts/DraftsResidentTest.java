package jp.ishikari.link.drafts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Draft;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.Release;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a resident who saves an application half filled in is promised. */
@ExtendWith(Engines.class)
class DraftsResidentTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Caller GUEST = new Caller.Guest();

  private static TestCloud cloud;

  /** One function per test: it remembers procedures for a while. */
  private EntryFunction entry = new DraftsWiring().wire(Entry.DRAFTS_RESIDENT, cloud);

  private final SampleProcedure sample = SampleProcedure.guest();
  private final String code = code();
  private final Caller.Resident hanako = resident();

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
  }

  DraftsResidentTest() {
    assertTrue(new DynamoProcedureStore(cloud).publish(sample.procedure()));
  }

  private static Caller.Resident resident() {
    return new Caller.Resident("account-" + UUID.randomUUID(), "session", true);
  }

  private static String code() {
    StringBuilder code = new StringBuilder();
    UUID random = UUID.randomUUID();
    for (int i = 0; i < 12; i++) {
      code.append(ALPHABET.charAt((int) (random.getLeastSignificantBits() >>> (5 * i)) & 31));
    }
    return code.toString();
  }

  private GatewayCall saving(Caller caller, int revision) {
    return GatewayCall.of(Route.SAVE_DRAFT)
        .as(caller)
        .change(
            body ->
                body.put("code", code).put("procedureId", sample.id()).put("revision", revision));
  }

  private GatewayAnswer saved(Caller caller, int revision) {
    return ok(201, saving(caller, revision).sentTo(entry));
  }

  private GatewayAnswer open(Caller caller, String code) {
    return GatewayCall.of(Route.OPEN_DRAFT)
        .as(caller)
        .change(body -> body.put("code", code))
        .sentTo(entry);
  }

  private GatewayAnswer byId(Route route, Caller caller, String draftId) {
    return GatewayCall.of(route)
        .as(caller)
        .change(body -> body.removeAll().put("draftId", draftId))
        .sentTo(entry);
  }

  private static GatewayAnswer ok(int status, GatewayAnswer answer) {
    assertEquals(status, answer.status(), answer.body());
    return answer;
  }

  /** A next version that asks for the copies in other words. */
  private void published(Release.Change change) {
    Release release =
        new Release(
            change,
            change == Release.Change.MINOR ? 1 : 2,
            "様式を直しました。",
            Instant.now(),
            "staff",
            "小林　由紀",
            null,
            null,
            null,
            false,
            null,
            null);
    String json = Json.MAPPER.writeValueAsString(sample.next().released(release).procedure());
    assertTrue(
        new DynamoProcedureStore(cloud)
            .publish(Json.MAPPER.readValue(json.replace("通数", "必要な通数"), Procedure.class)));
    entry = new DraftsWiring().wire(Entry.DRAFTS_RESIDENT, cloud);
  }

  @Nested
  class GoneOnWith {
    @Test
    void aGuestGoesOnWithTheCodeHoweverItIsTyped() {
      saved(GUEST, 0);
      String spoken =
          code.toLowerCase(Locale.ROOT).substring(0, 4)
              + " "
              + code.substring(4, 8)
              + "－"
              + code.substring(8).replace('0', 'o').replace('1', 'l');
      for (String typed : List.of(code, spoken)) {
        GatewayAnswer opened = ok(200, open(GUEST, typed));
        assertEquals(2, opened.json().at("/answers/copies").intValue());
        assertEquals("request", opened.text("step"));
        assertFalse(opened.json().get("changed").booleanValue());
      }
    }

    @Test
    void theAccountsDraftOpensOnAnyOfItsDevicesAndIsListed() {
      String id = saved(hanako, 0).text("draftId");
      GatewayAnswer list = GatewayCall.of(Route.LIST_DRAFTS).as(hanako).sentTo(entry);
      assertEquals(id, list.json().at("/drafts/0/draftId").stringValue());
      assertEquals(1, list.json().get("drafts").size());
      assertEquals(
          2, ok(200, byId(Route.OPEN_DRAFT, hanako, id)).json().at("/answers/copies").intValue());
    }

    @Test
    void returns403WhenWhatACardFilledInIsOpenedByASignInWithoutProof() {
      SampleProcedure verified = SampleProcedure.signedIn();
      assertTrue(new DynamoProcedureStore(cloud).publish(verified.procedure()));
      String draftId =
          ok(
                  201,
                  saving(hanako, 0)
                      .change(body -> body.put("procedureId", verified.id()))
                      .sentTo(entry))
              .text("draftId");
      Caller mailbox = new Caller.Resident(hanako.accountId(), "session", false);
      GatewayAnswer answer = byId(Route.OPEN_DRAFT, mailbox, draftId);
      assertEquals(403, answer.status(), answer.body());
      assertEquals("proof-required", answer.text("code"));
      assertEquals(200, byId(Route.OPEN_DRAFT, hanako, draftId).status());
    }

    @Test
    void returns403WhenWhatWasSavedWithTheCardIsOpenedWithoutItEvenWhereNoProofIsAsked() {
      String draftId = saved(hanako, 0).text("draftId");
      Caller mailbox = new Caller.Resident(hanako.accountId(), "session", false);
      GatewayAnswer answer = byId(Route.OPEN_DRAFT, mailbox, draftId);
      assertEquals(403, answer.status(), answer.body());
      assertEquals("proof-required", answer.text("code"));
    }

    @Test
    void returns403WhenWhatWasSavedWithTheCardIsOverwrittenOrThrownAwayWithoutIt() {
      String draftId = saved(hanako, 0).text("draftId");
      Caller mailbox = new Caller.Resident(hanako.accountId(), "session", false);
      for (GatewayAnswer answer :
          List.of(saving(mailbox, 1).sentTo(entry), byId(Route.DELETE_DRAFT, mailbox, draftId))) {
        assertEquals(403, answer.status(), answer.body());
        assertEquals("proof-required", answer.text("code"));
      }
      assertEquals(
          1, ok(200, byId(Route.OPEN_DRAFT, hanako, draftId)).json().get("revision").intValue());
    }

    @Test
    void theListSaysWhichDraftsOpenOnlyToASignInWithProof() {
      saved(hanako, 0);
      Caller mailbox = new Caller.Resident(hanako.accountId(), "session", false);
      assertTrue(proofNeeded(mailbox));
      assertFalse(proofNeeded(hanako));
    }

    @Test
    void theListSaysSoTooOfWhatWasBegunForAProcedureThatAsksForProof() {
      SampleProcedure verified = SampleProcedure.signedIn();
      assertTrue(new DynamoProcedureStore(cloud).publish(verified.procedure()));
      Caller mailbox = new Caller.Resident(hanako.accountId(), "session", false);
      ok(
          201,
          saving(mailbox, 0).change(body -> body.put("procedureId", verified.id())).sentTo(entry));
      assertTrue(proofNeeded(mailbox));
      assertFalse(proofNeeded(hanako));
    }

    private boolean proofNeeded(Caller caller) {
      return ok(200, GatewayCall.of(Route.LIST_DRAFTS).as(caller).sentTo(entry))
          .json()
          .at("/drafts/0/proofNeeded")
          .booleanValue();
    }

    @Test
    void whatWasSavedWithoutTheCardIsOpenedWithoutIt() {
      Caller mailbox = new Caller.Resident(hanako.accountId(), "session", false);
      String draftId = saved(mailbox, 0).text("draftId");
      assertEquals(200, byId(Route.OPEN_DRAFT, mailbox, draftId).status());
    }

    @Test
    void aGuestsDraftBecomesTheAccountsOnceSavedSignedInAndItsCodeOpensItNoMore() {
      saved(GUEST, 0);
      saved(hanako, 1);
      assertEquals(404, open(GUEST, code).status());
      assertEquals(404, open(resident(), code).status());
      assertEquals(200, open(hanako, code).status());
    }

    @Test
    void theSameSaveTwiceIsOneSave() {
      GatewayCall call = saving(GUEST, 0);
      assertEquals(ok(201, call.sentTo(entry)).body(), ok(201, call.sentTo(entry)).body());
    }
  }

  @Nested
  class UnderANewVersion {
    @Test
    void aMinorOneCarriesTheAnswersAndAsksNothingAgain() {
      saved(GUEST, 0);
      published(Release.Change.MINOR);
      GatewayAnswer opened = ok(200, open(GUEST, code));
      assertTrue(opened.json().get("changed").booleanValue());
      assertEquals(2, opened.json().get("formVersion").intValue());
      assertEquals(2, opened.json().at("/answers/copies").intValue());
      assertEquals(0, opened.json().get("reconfirm").size());
    }

    @Test
    void aMajorOneNamesTheQuestionsThatBecameOthers() {
      saved(GUEST, 0);
      published(Release.Change.MAJOR);
      GatewayAnswer opened = ok(200, open(GUEST, code));
      assertEquals("[\"copies\"]", opened.json().get("reconfirm").toString());
      assertEquals(2, opened.json().at("/answers/copies").intValue());
    }

    @Test
    void oneThatIsNoLongerOnlineIsToldWithHowLongTheDraftStays() {
      saved(GUEST, 0);
      assertTrue(new DynamoProcedureStore(cloud).publish(sample.next().atTheCounter().procedure()));
      entry = new DraftsWiring().wire(Entry.DRAFTS_RESIDENT, cloud);
      for (GatewayAnswer told : List.of(open(GUEST, code), saving(GUEST, 1).sentTo(entry))) {
        assertEquals(422, told.status(), told.body());
        assertTrue(told.text("detail").contains("まで残り"), told.body());
      }
    }

    @Test
    void whatIsHalfTypedOrWrongIsStillThereAsItWasTypedAndNothingIsToldOfANewerForm() {
      String half =
          "{\"name\":{\"family\":\"渡辺\",\"familyKana\":\"わた鍋\"},\"birth\":\"昭和|60||\",\"phone\":\"0133-7\"}";
      ok(
          201,
          saving(GUEST, 0)
              .change(body -> body.set("answers", Json.MAPPER.readTree(half)))
              .sentTo(entry));
      GatewayAnswer opened = ok(200, open(GUEST, code));
      assertEquals(Json.MAPPER.readTree(half), opened.json().get("answers"));
      assertEquals("[]", opened.json().get("lost").toString());
      assertFalse(opened.json().get("changed").booleanValue());
    }

    @Test
    void answersThatNoQuestionTakesAreToldAndHarmNobody() {
      ok(
          201,
          saving(GUEST, 0)
              .change(
                  body ->
                      body.putObject("answers")
                          .put("copies", "<script>alert(1)</script>")
                          .put("nobody", 1))
              .sentTo(entry));
      GatewayAnswer opened = ok(200, open(GUEST, code));
      assertEquals(
          "{\"copies\":\"<script>alert(1)</script>\"}", opened.json().get("answers").toString());
      assertEquals("nobody", opened.json().at("/lost/0/path").stringValue());
      assertEquals(1, opened.json().get("lost").size());
    }
  }

  @Nested
  class Refused {
    @Test
    void whatAnotherScreenSavedFirstIsNotOverwritten() {
      saved(GUEST, 0);
      saved(GUEST, 1);
      GatewayAnswer late = ok(409, saving(GUEST, 1).sentTo(entry));
      assertTrue(late.text("detail").contains("ほかの画面か端末"), late.body());
      assertEquals(409, saving(GUEST, 0).sentTo(entry).status());
    }

    @Test
    void somebodyElsesDraftIsAnsweredAsIfItDidNotExist() {
      String id = saved(hanako, 0).text("draftId");
      for (Route route : List.of(Route.OPEN_DRAFT, Route.DELETE_DRAFT)) {
        assertEquals(404, byId(route, resident(), id).status());
        assertEquals(404, byId(route, GUEST, id).status());
      }
      assertEquals(404, saving(resident(), 1).sentTo(entry).status());
      assertEquals(200, byId(Route.OPEN_DRAFT, hanako, id).status());
    }

    @Test
    void anIdOfSomebodyElsesIsAnsweredToWhoeverSavesLikeOneThatNamesNothing() {
      String id = saved(hanako, 0).text("draftId");
      for (String named : List.of(id, UUID.randomUUID().toString())) {
        for (Caller caller : List.of(GUEST, resident())) {
          for (int revision : List.of(0, 1)) {
            GatewayCall call =
                saving(caller, revision)
                    .change(
                        body -> {
                          body.remove("code");
                          body.put("draftId", named);
                        });
            assertEquals(404, call.sentTo(entry).status());
          }
        }
      }
    }

    @Test
    void aCodeOfSomebodyElsesIsAnsweredToAnybodyLikeOneThatNobodyHas() {
      saved(hanako, 0);
      for (Caller caller : List.of(GUEST, resident())) {
        GatewayAnswer others = open(caller, code);
        GatewayAnswer nobodys = open(caller, code());
        assertEquals(nobodys.status(), others.status());
        assertEquals(nobodys.text("code"), others.text("code"));
        assertEquals(nobodys.text("detail"), others.text("detail"));
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC", "7K3M-9QXT-2HBU", "7K3M9QXT2HBC0", "番号", "'; drop"})
    void aCodeThatIsNoneIsAnsweredLikeOneThatNobodyHas(String typed) {
      GatewayAnswer answer = ok(404, open(GUEST, typed));
      assertEquals(ok(404, open(GUEST, code())).text("detail"), answer.text("detail"));
    }

    @Test
    void halfCharactersUnknownFieldsAndAnUnknownProcedureAreRefused() {
      assertEquals(
          400,
          saving(GUEST, 0)
              .body(
                  "{\"code\":\""
                      + code
                      + "\",\"revision\":0,\"formVersion\":1,\"procedureId\":\""
                      + sample.id()
                      + "\",\"answers\":{\"a\":\"\\ud800\"}}")
              .sentTo(entry)
              .status());
      assertEquals(
          400, saving(GUEST, 0).change(body -> body.put("more", 1)).sentTo(entry).status());
      assertEquals(
          404,
          saving(GUEST, 0).change(body -> body.put("procedureId", "none")).sentTo(entry).status());
    }

    @Test
    void aDraftNeverTurnsIntoAnotherProcedures() {
      saved(GUEST, 0);
      SampleProcedure other = SampleProcedure.guest();
      assertTrue(new DynamoProcedureStore(cloud).publish(other.procedure()));
      assertEquals(
          404,
          saving(GUEST, 1)
              .change(body -> body.put("procedureId", other.id()))
              .sentTo(entry)
              .status());
    }
  }

  @Nested
  class ThrownAway {
    @Test
    void isGoneAndGoneAgainIsNoMistake() {
      saved(GUEST, 0);
      GatewayCall call =
          GatewayCall.of(Route.DELETE_DRAFT).as(GUEST).change(body -> body.put("code", code));
      assertEquals(204, call.sentTo(entry).status());
      assertEquals(204, call.sentTo(entry).status());
      assertEquals(404, open(GUEST, code).status());
      assertEquals(404, saving(GUEST, 1).sentTo(entry).status());
    }
  }

  @Test
  void theCodeIsNowhereAtRest() {
    String id = saved(GUEST, 0).text("draftId");
    assertEquals(Draft.idOf(code).orElseThrow(), id);
    assertFalse(id.contains(code));
  }
}
