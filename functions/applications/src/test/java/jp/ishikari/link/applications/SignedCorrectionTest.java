package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoSigningStore;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.Procedure.Level;
import jp.ishikari.link.domain.ProvenPerson;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.domain.signing.Signature.Revocation;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.CanonicalJson;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.SampleSignature;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 補正 of a signed application: it is signed again, and what was signed before is kept. */
@ExtendWith(Engines.class)
class SignedCorrectionTest {
  private static final Map<String, Object> CORRECTED =
      SampleProcedure.answersBut("remarks", "通数を確かめました。");

  private static TestCloud cloud;
  private static EntryFunction entry;
  private static DynamoApplicationStore store;

  private final Caller.Resident resident =
      new Caller.Resident("account-" + UUID.randomUUID(), "session", true);

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, cloud);
    store = new DynamoApplicationStore(cloud);
  }

  /** Signed, sent in by its applicant, and returned by staff: at version 2. */
  private Application returned(Level level) {
    SampleProcedure sample = SampleProcedure.signed(level);
    assertTrue(new DynamoProcedureStore(cloud).publish(sample.procedure()));
    GatewayAnswer frozen =
        GatewayCall.of(Route.FREEZE_APPLICATION)
            .as(resident)
            .change(body -> body.put("procedureId", sample.id()))
            .answers(SampleProcedure.answers())
            .sentTo(entry);
    sign(sample.id(), Revocation.GOOD);
    GatewayAnswer sent =
        GatewayCall.of(Route.SUBMIT_APPLICATION)
            .as(resident)
            .change(
                body -> {
                  body.put("procedureId", sample.id());
                  body.put("signingRequestId", frozen.text("signingRequestId"));
                })
            .answers(SampleProcedure.answers())
            .sentTo(entry);
    assertEquals(201, sent.status(), sent.body());
    return sendBack(store.find(sent.text("applicationId")).orElseThrow());
  }

  private static Application sendBack(Application before) {
    Application back =
        before.advanced(
            ApplicationState.RETURNED, new Application.Returned("備考をご記入ください。", List.of("remarks")));
    return store
        .advance(
            Advance.of(
                back, SampleApplications.event(back, Step.RETURN), SampleApplications.token()))
        .fold(
            refused -> {
              throw new AssertionError(refused);
            },
            done -> done);
  }

  private SigningRequest standing(String matter) {
    return new DynamoSigningStore(cloud)
        .find(resident.accountId(), matter, Instant.now())
        .orElseThrow();
  }

  private void sign(String matter, Revocation revocation) {
    assertTrue(
        new DynamoSigningStore(cloud).note(SampleSignature.on(standing(matter), revocation)));
  }

  private GatewayCall call(Route route, Application of, Map<String, Object> answers) {
    return GatewayCall.of(route)
        .as(resident)
        .on(of.applicationId())
        .change(body -> body.put("version", of.version()).put("fee", 600))
        .answers(answers);
  }

  private GatewayAnswer freeze(Application of) {
    return call(Route.FREEZE_CORRECTION, of, CORRECTED).sentTo(entry);
  }

  /** Puts the correction down and signs it; gives the request's id. */
  private String signed(Application of, Revocation revocation) {
    GatewayAnswer frozen = freeze(of);
    assertEquals(201, frozen.status(), frozen.body());
    sign(of.applicationId(), revocation);
    return frozen.text("signingRequestId");
  }

  private GatewayCall correction(Application of, String signingRequestId) {
    return call(Route.CORRECT_APPLICATION, of, CORRECTED)
        .change(
            body -> {
              if (signingRequestId != null) {
                body.put("signingRequestId", signingRequestId);
              }
            });
  }

  private GatewayAnswer shown(Application of) {
    return GatewayCall.of(Route.READ_SIGNING_REQUEST)
        .as(resident)
        .path("matter", of.applicationId())
        .sentTo(entry);
  }

  @Nested
  class PutDown {
    @Test
    void namesTheApplicationItsVersionAndTheAnswersThatAreOthersNow() {
      Application application = returned(Level.SIGNATURE);
      assertEquals(201, freeze(application).status());
      String signed = new String(CanonicalJson.of(standing(application.applicationId()).content()));
      assertTrue(
          signed.contains(
              "\"corrects\":{\"applicationId\":\""
                  + application.applicationId()
                  + "\",\"changed\":[\"remarks\"],\"receiptNumber\":\""
                  + application.receiptNumber()
                  + "\",\"version\":2}"),
          signed);
      GatewayAnswer shown = shown(application);
      assertEquals("OPEN", shown.text("state"));
      assertEquals(2, shown.json().at("/correction/version").intValue());
    }

    @Test
    void stepsOnNothingThatIsToBeSignedForTheProcedureItself() {
      Application application = returned(Level.SIGNATURE);
      GatewayAnswer next =
          GatewayCall.of(Route.FREEZE_APPLICATION)
              .as(resident)
              .change(body -> body.put("procedureId", application.procedureId()))
              .answers(SampleProcedure.answers())
              .sentTo(entry);
      assertEquals(201, freeze(application).status());
      assertEquals(
          next.text("signingRequestId"), standing(application.procedureId()).signingRequestId());
    }

    @Test
    void tellsAllMistakesBeforeAnybodyFetchesTheCard() {
      Application application = returned(Level.SIGNATURE);
      GatewayAnswer refused =
          call(Route.FREEZE_CORRECTION, application, SampleProcedure.answersBut("birth", null))
              .sentTo(entry);
      assertEquals("answers-invalid", refused.code());
      assertEquals(404, shown(application).status());
    }

    @Test
    void isOnlyForWhatIsReturnedAtTheVersionThatWasSeenAndForItsOwner() {
      Application application = returned(Level.SIGNATURE);
      assertEquals(
          404,
          call(Route.FREEZE_CORRECTION, application, CORRECTED)
              .as(new Caller.Resident("somebody-else", "session", true))
              .sentTo(entry)
              .status());
      assertEquals(
          401,
          call(Route.FREEZE_CORRECTION, application, CORRECTED)
              .as(new Caller.Guest())
              .sentTo(entry)
              .status());
      GatewayAnswer late =
          call(Route.FREEZE_CORRECTION, application, CORRECTED)
              .change(body -> body.put("version", 1))
              .sentTo(entry);
      assertEquals("conflict", late.code());
      String id = signed(application, Revocation.GOOD);
      assertEquals(200, correction(application, id).sentTo(entry).status());
      assertEquals("rule-violated", freeze(application).code());
    }

    @Test
    void isNothingForAProcedureThatAsksForNoSignature() {
      SampleProcedure plain = SampleProcedure.signedIn();
      assertTrue(new DynamoProcedureStore(cloud).publish(plain.procedure()));
      GatewayAnswer sent =
          GatewayCall.of(Route.SUBMIT_APPLICATION)
              .as(resident)
              .change(body -> body.put("procedureId", plain.id()))
              .answers(SampleProcedure.answers())
              .sentTo(entry);
      Application application = sendBack(store.find(sent.text("applicationId")).orElseThrow());
      assertEquals(404, freeze(application).status());
      assertEquals(200, correction(application, null).sentTo(entry).status());
    }
  }

  @Nested
  class Accepted {
    @Test
    void standsOnItsOwnSignatureAndKeepsTheEarlierOneWithItsVersion() {
      Application application = returned(Level.SIGNATURE);
      String id = signed(application, Revocation.UNKNOWN);
      GatewayAnswer done = correction(application, id).sentTo(entry);
      assertEquals(200, done.status(), done.body());
      Application corrected = store.find(application.applicationId()).orElseThrow();
      Signature now = corrected.signature();
      assertEquals(3, now.version());
      assertEquals(Revocation.UNKNOWN, now.revocation());
      assertFalse(now.stale());
      assertTrue(now.open(), "署名未確認");
      assertEquals(1, now.earlier().version());
      assertEquals(Revocation.GOOD, now.earlier().revocation());
      assertNull(now.earlier().earlier());
    }

    @Test
    void keepsTheEvidenceOfEachVersionBesideTheOthers() {
      Application application = returned(Level.SIGNATURE);
      correction(application, signed(application, Revocation.GOOD)).sentTo(entry);
      for (int version : List.of(1, 3)) {
        assertTrue(
            Rows.of(cloud, Table.SIGNATURES)
                .getItem(Rows.key(application.applicationId(), version))
                .getString("evidence")
                .contains("keyed-hash"),
            "version " + version);
      }
      assertEquals(404, shown(application).status(), "nothing is left to be signed");
    }

    @Test
    void takesItOnceHoweverOftenItIsPressed() throws Exception {
      Application application = returned(Level.SIGNATURE);
      GatewayCall click = correction(application, signed(application, Revocation.GOOD));
      try (var fingers = Executors.newFixedThreadPool(4)) {
        Callable<GatewayAnswer> press = () -> click.sentTo(entry);
        var answers = fingers.invokeAll(IntStream.range(0, 4).mapToObj(i -> press).toList());
        for (var answer : answers) {
          assertEquals(200, answer.get().status(), answer.get().body());
          assertEquals(answers.getFirst().get().body(), answer.get().body());
        }
      }
      assertEquals(3, store.history(application.applicationId()).size());
    }
  }

  @Nested
  class Refused {
    @Test
    void whatNobodySigned() {
      Application application = returned(Level.SIGNATURE);
      assertEquals("signature-required", correction(application, null).sentTo(entry).code());
      String id = freeze(application).text("signingRequestId");
      assertEquals("signature-required", correction(application, id).sentTo(entry).code());
    }

    @Test
    void otherAnswersThanThoseThatWereSigned() {
      Application application = returned(Level.SIGNATURE);
      String id = signed(application, Revocation.GOOD);
      GatewayAnswer refused =
          correction(application, id)
              .answers(SampleProcedure.answersBut("remarks", "あとから書き足した"))
              .sentTo(entry);
      assertEquals(409, refused.status());
      assertEquals("signature-outdated", refused.code());
      assertEquals(
          ApplicationState.RETURNED, store.find(application.applicationId()).orElseThrow().state());
      assertEquals(200, correction(application, id).sentTo(entry).status(), "nothing was lost");
    }

    @Test
    void aSignatureThatWasVoidedByWritingAnew() {
      Application application = returned(Level.SIGNATURE);
      String id = signed(application, Revocation.GOOD);
      freeze(application);
      assertEquals("signature-outdated", correction(application, id).sentTo(entry).code());
    }

    @Test
    void aSignatureOnAnotherApplicationOfTheSamePerson() {
      Application one = returned(Level.SIGNATURE);
      Application other = returned(Level.SIGNATURE);
      String ofOther = signed(other, Revocation.GOOD);
      assertEquals("signature-outdated", correction(one, ofOther).sentTo(entry).code());
    }

    @Test
    void aSignatureOnAnEarlierReturnOfTheSameApplication() {
      Application first = returned(Level.SIGNATURE);
      String old = signed(first, Revocation.GOOD);
      // Corrected from elsewhere meanwhile, as the counter does, and returned once more.
      Application counter =
          first
              .corrected(
                  1,
                  first.answers(),
                  600,
                  first.applicantName(),
                  null,
                  new ProvenPerson(null, null))
              .advanced(ApplicationState.SUBMITTED, null);
      store.advance(
          Advance.of(
              counter,
              SampleApplications.event(counter, Step.CORRECT),
              SampleApplications.token()));
      assertTrue(counter.signature().open(), "it vouches for the answers before only");
      assertTrue(counter.signature().stale());
      Application again = sendBack(counter);
      assertEquals("signature-outdated", correction(again, old).sentTo(entry).code());
    }

    @Test
    void whatCouldNotBeLookedUpWhereTheProcedureSaysSo() {
      Application application = returned(Level.CONFIRMED_SIGNATURE);
      String unknown = signed(application, Revocation.NOT_CHECKED);
      assertEquals("UNCONFIRMED", shown(application).text("state"));
      assertEquals("signature-unconfirmed", correction(application, unknown).sentTo(entry).code());
      String good = signed(application, Revocation.GOOD);
      assertEquals(200, correction(application, good).sentTo(entry).status());
    }
  }
}
