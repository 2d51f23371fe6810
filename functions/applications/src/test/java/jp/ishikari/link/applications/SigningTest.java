package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoSigningStore;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Procedure.Level;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.SampleSignature;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A procedure that is to be signed: what is signed is what is sent in, once. */
@ExtendWith(Engines.class)
class SigningTest {
  private static TestCloud cloud;
  private static EntryFunction entry;

  private final Caller.Resident resident =
      new Caller.Resident("account-" + UUID.randomUUID(), "session", true);
  private final SampleProcedure procedure = published(Level.SIGNATURE);

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, cloud);
  }

  private static SampleProcedure published(Level level) {
    SampleProcedure sample = SampleProcedure.signed(level);
    assertTrue(new DynamoProcedureStore(cloud).publish(sample.procedure()));
    return sample;
  }

  private GatewayAnswer freeze(SampleProcedure of, Map<String, Object> answers) {
    return GatewayCall.of(Route.FREEZE_APPLICATION)
        .as(resident)
        .change(body -> body.put("procedureId", of.id()))
        .answers(answers)
        .sentTo(entry);
  }

  private GatewayAnswer shown() {
    return GatewayCall.of(Route.READ_SIGNING_REQUEST)
        .as(resident)
        .path("matter", procedure.id())
        .sentTo(entry);
  }

  private GatewayCall submission(SampleProcedure of, String signingRequestId) {
    return GatewayCall.of(Route.SUBMIT_APPLICATION)
        .as(resident)
        .change(
            body -> {
              body.put("procedureId", of.id());
              if (signingRequestId != null) {
                body.put("signingRequestId", signingRequestId);
              }
            })
        .answers(SampleProcedure.answers());
  }

  /** Puts the sample's answers down and signs them; gives the request's id. */
  private String signed(SampleProcedure of, Signature.Revocation revocation) {
    GatewayAnswer frozen = freeze(of, SampleProcedure.answers());
    assertEquals(201, frozen.status(), frozen.body());
    SigningRequest standing = standing(of);
    assertTrue(new DynamoSigningStore(cloud).note(SampleSignature.on(standing, revocation)));
    return frozen.text("signingRequestId");
  }

  private SigningRequest standing(SampleProcedure of) {
    return new DynamoSigningStore(cloud)
        .find(resident.accountId(), of.id(), Instant.now())
        .orElseThrow();
  }

  @Nested
  class PutDown {
    @Test
    void showsExactlyWhatIsToBeSignedAndItsDigest() {
      assertEquals(201, freeze(procedure, SampleProcedure.answers()).status());
      GatewayAnswer shown = shown();
      assertEquals(200, shown.status(), shown.body());
      assertEquals("OPEN", shown.text("state"));
      assertEquals(64, shown.text("digest").length());
      assertEquals(600, shown.json().get("fee").intValue());
      assertEquals(SampleProcedure.FAMILY, shown.json().at("/answers/name/family").stringValue());
      assertEquals("1989-01-07", standing(procedure).claimed().birthDate().toString());
    }

    @Test
    void writingItAnewReplacesItAndVoidsTheSignature() {
      signed(procedure, Signature.Revocation.GOOD);
      String before = shown().text("digest");
      assertEquals("SIGNED", shown().text("state"));
      freeze(procedure, SampleProcedure.answersBut("copies", 2));
      assertEquals("OPEN", shown().text("state"));
      assertNotEquals(before, shown().text("digest"));
    }

    @Test
    void tellsAllMistakesBeforeAnybodyFetchesTheCard() {
      GatewayAnswer refused = freeze(procedure, SampleProcedure.answersBut("birth", null));
      assertEquals("answers-invalid", refused.code());
      assertEquals(404, shown().status());
    }

    @Test
    void isNothingForAProcedureThatAsksForNoSignature() {
      assertEquals(404, freeze(published(Level.VERIFIED), SampleProcedure.answers()).status());
    }

    @Test
    void isForTheSignedInAndNobodyElse() {
      freeze(procedure, SampleProcedure.answers());
      GatewayCall read = GatewayCall.of(Route.READ_SIGNING_REQUEST).path("matter", procedure.id());
      assertEquals(401, read.as(new Caller.Guest()).sentTo(entry).status());
      assertEquals(
          404,
          read.as(new Caller.Resident("somebody-else", "session", true)).sentTo(entry).status());
    }
  }

  @Nested
  class Accepted {
    @Test
    void takesWhatWasSignedOnceHoweverOftenItIsPressed() throws Exception {
      String id = signed(procedure, Signature.Revocation.GOOD);
      GatewayCall click = submission(procedure, id);
      try (var fingers = Executors.newFixedThreadPool(5)) {
        var answers =
            fingers.invokeAll(
                IntStream.range(0, 5)
                    .mapToObj(
                        i ->
                            (java.util.concurrent.Callable<GatewayAnswer>)
                                () -> click.sentTo(entry))
                    .toList());
        String first = answers.getFirst().get().body();
        for (var answer : answers) {
          assertEquals(201, answer.get().status(), answer.get().body());
          assertEquals(first, answer.get().body());
        }
      }
      assertEquals("signature-outdated", submission(procedure, id).sentTo(entry).code());
      assertEquals(404, shown().status(), "nothing is left to be signed");
    }

    @Test
    void keepsResultAndEvidenceWithTheApplication() {
      String id = signed(procedure, Signature.Revocation.NOT_CHECKED);
      GatewayAnswer done = submission(procedure, id).sentTo(entry);
      assertEquals(201, done.status(), done.body());
      Application application =
          new DynamoApplicationStore(cloud).find(done.text("applicationId")).orElseThrow();
      assertTrue(application.signature().open(), "署名未確認");
      assertEquals("［吉］田　花子", application.signature().card().name());
      var evidence =
          Rows.of(cloud, Table.SIGNATURES).getItem(Rows.key(application.applicationId(), 1));
      assertTrue(evidence.getString("evidence").contains("keyed-hash"));
    }
  }

  @Nested
  class Refused {
    @Test
    void whatNobodySigned() {
      assertEquals("signature-required", submission(procedure, null).sentTo(entry).code());
      String id = freeze(procedure, SampleProcedure.answers()).text("signingRequestId");
      assertEquals("signature-required", submission(procedure, id).sentTo(entry).code());
    }

    @Test
    void otherAnswersThanThoseThatWereSigned() {
      String id = signed(procedure, Signature.Revocation.GOOD);
      GatewayAnswer refused =
          submission(procedure, id)
              .answers(SampleProcedure.answersBut("remarks", "あとから書き足した"))
              .sentTo(entry);
      assertEquals(409, refused.status());
      assertEquals("signature-outdated", refused.code());
      assertEquals(201, submission(procedure, id).sentTo(entry).status(), "nothing was lost");
    }

    @Test
    void aRequestOfSomebodyElseOrOfAnotherProcedure() {
      String other = signed(published(Level.SIGNATURE), Signature.Revocation.GOOD);
      assertEquals("signature-outdated", submission(procedure, other).sentTo(entry).code());
      String mine = signed(procedure, Signature.Revocation.GOOD);
      assertEquals(
          "signature-outdated",
          submission(procedure, mine)
              .as(new Caller.Resident("somebody-else", "session", true))
              .sentTo(entry)
              .code());
    }

    @Test
    void aSignatureThatCameAfterTheAnswersWereWrittenAnew() {
      freeze(procedure, SampleProcedure.answers());
      SigningRequest before = standing(procedure);
      freeze(procedure, SampleProcedure.answers());
      assertFalse(
          new DynamoSigningStore(cloud)
              .note(SampleSignature.on(before, Signature.Revocation.GOOD)));
    }

    @Test
    void whatCouldNotBeLookedUpWhereTheProcedureSaysSo() {
      SampleProcedure strict = published(Level.CONFIRMED_SIGNATURE);
      String unknown = signed(strict, Signature.Revocation.UNKNOWN);
      assertEquals("signature-unconfirmed", submission(strict, unknown).sentTo(entry).code());
      String good = signed(strict, Signature.Revocation.GOOD);
      assertEquals(201, submission(strict, good).sentTo(entry).status());
    }
  }
}
