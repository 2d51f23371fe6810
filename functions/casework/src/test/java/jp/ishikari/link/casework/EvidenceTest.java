package jp.ishikari.link.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoEvidenceStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoSigningStore;
import jp.ishikari.link.aws.KmsEvidenceSeal;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.SubmissionStore.NotSubmitted;
import jp.ishikari.link.domain.signing.Evidence;
import jp.ishikari.link.domain.signing.EvidenceFile;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.domain.signing.Signature.Revocation;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 署名の証拠: all that is known of each signature on a case, for those who may take it out. */
@ExtendWith(Engines.class)
class EvidenceTest {
  private static TestCloud cloud;
  private static EntryFunction entry;
  private static DynamoApplicationStore store;

  private final String division = "d-" + UUID.randomUUID();

  @BeforeAll
  static void publish(TestCloud engines) {
    cloud = engines;
    store = new DynamoApplicationStore(cloud);
    entry = new CaseworkWiring().wire(Entry.CASEWORK_STAFF, cloud);
    new DynamoProcedureStore(cloud)
        .publish(SampleProcedure.signedIn().named("sample-certificate").procedure());
  }

  private static Caller.Staff staff(Role role, String division) {
    return new Caller.Staff(
        "staff-" + UUID.randomUUID(), "山田　次郎", Set.of(role), Set.of(division), true, "session");
  }

  private static SigningRequest request(
      Application of, SigningRequest.Correction correction, Revocation revocation, byte[] sealed) {
    Signature signature = SampleSignature.of(revocation);
    return new SigningRequest(
            UUID.randomUUID().toString(),
            "account",
            of.procedureId(),
            of.procedureName(),
            1,
            of.answers(),
            600,
            List.of(),
            null,
            correction,
            null,
            signature.verifiedAt(),
            signature.verifiedAt().plusSeconds(600),
            null,
            null)
        .with(
            signature,
            new Evidence(
                new byte[] {1},
                new byte[] {2},
                null,
                "DIGEST_INFO",
                "card",
                "2.999",
                "keyed-hash",
                sealed));
  }

  /** Signed at version 1, returned, and signed again at version 3 with what identifies the card. */
  private Application signedTwice() {
    Application plain = SampleApplications.submitted("account", division);
    SigningRequest first = request(plain, null, Revocation.NOT_CHECKED, null);
    new DynamoSigningStore(cloud).freeze(first);
    Application one = plain.signed(first.signed().signature().sentIn(1, null));
    store.submit(
        Submission.of(
                one,
                SampleApplications.event(one, Step.SUBMIT),
                SampleApplications.token(),
                Set.of())
            .with(
                new DynamoEvidenceStore(cloud)
                    .keeping(one.applicationId(), 1, first.signed())
                    .as(NotSubmitted.Unsaved::new)));
    Application returned =
        one.advanced(ApplicationState.RETURNED, new Application.Returned("確認", List.of()));
    store.advance(
        Advance.of(
            returned, SampleApplications.event(returned, Step.RETURN), SampleApplications.token()));
    String digest = SampleSignature.of(Revocation.GOOD).digest();
    SigningRequest second =
        request(
            plain,
            new SigningRequest.Correction(
                plain.applicationId(), plain.receiptNumber(), 2, List.of("remarks")),
            Revocation.GOOD,
            new KmsEvidenceSeal(cloud)
                .seal(digest, new Evidence.Identified("c=JP", "4711", new byte[] {3})));
    new DynamoSigningStore(cloud).freeze(second);
    Application three = returned.advanced(ApplicationState.SUBMITTED, null);
    three = three.signed(second.signed().signature().sentIn(3, one.signature()));
    assertEquals(
        Outcome.success(three),
        store.advance(
            Advance.of(
                    three,
                    SampleApplications.event(three, Step.CORRECT),
                    SampleApplications.token())
                .with(
                    new DynamoEvidenceStore(cloud)
                        .keeping(three.applicationId(), 3, second.signed()))));
    return three;
  }

  private GatewayAnswer export(Application of, Caller.Staff by) {
    return GatewayCall.of(Route.EXPORT_EVIDENCE).as(by).on(of.applicationId()).sentTo(entry);
  }

  @Nested
  class Given {
    @ParameterizedTest
    @EnumSource(names = {"AUDITOR", "DIVISION_ADMINISTRATOR"})
    void withEverythingOfEachVersionInOneFile(Role role) {
      Application application = signedTwice();
      Caller.Staff by = staff(role, division);
      GatewayAnswer answer = export(application, by);
      assertEquals(200, answer.status(), answer.body());
      EvidenceFile file = Json.MAPPER.readValue(answer.body(), EvidenceFile.class);
      assertEquals(application.receiptNumber(), file.receiptNumber());
      assertEquals(by.staffId(), file.exportedBy());
      assertEquals(List.of(1, 3), file.versions().stream().map(v -> v.version()).toList());
      EvidenceFile.Version first = file.versions().getFirst();
      assertEquals("SUBMITTED", first.step());
      assertEquals("UNCONFIRMED NOT_CHECKED", first.verdict());
      assertEquals("card", first.provider());
      assertEquals("2.999", first.policy());
      assertEquals("［吉］田　花子", first.card().name(), "substitutes are marked");
      assertEquals(Signature.Match.SUBSTITUTED, first.matches().get(Signature.Item.NAME));
      EvidenceFile.Version second = file.versions().getLast();
      assertEquals("CORRECTED", second.step());
      assertEquals("VALID", second.verdict());
    }

    @Test
    void withWhatIdentifiesTheCertificateOnlyWhereItWasKept() {
      Application application = signedTwice();
      EvidenceFile file =
          Json.MAPPER.readValue(
              export(application, staff(Role.AUDITOR, division)).body(), EvidenceFile.class);
      assertEquals(null, file.versions().getFirst().identified());
      assertEquals("keyed-hash", file.versions().getFirst().certificate());
      assertEquals("4711", file.versions().getLast().identified().serial());
    }

    @Test
    void asAFileToSaveNamedByTheReceiptNumber() {
      Application application = signedTwice();
      assertTrue(
          export(application, staff(Role.AUDITOR, division))
              .headers()
              .toString()
              .contains("evidence-" + application.receiptNumber() + ".json"));
    }

    @Test
    void andOfferedOnTheCaseToThoseWhoMay() {
      Application application = signedTwice();
      assertTrue(offered(application, Role.AUDITOR));
      assertFalse(offered(application, Role.REVIEWER));
    }

    private boolean offered(Application application, Role role) {
      return GatewayCall.of(Route.READ_CASE)
          .as(staff(role, division))
          .on(application.applicationId())
          .sentTo(entry)
          .json()
          .get("evidence")
          .booleanValue();
    }
  }

  @Nested
  class Refused {
    @ParameterizedTest
    @EnumSource(
        names = {"AUDITOR", "DIVISION_ADMINISTRATOR"},
        mode = EnumSource.Mode.EXCLUDE)
    void toEveryOtherRole(Role role) {
      assertEquals(403, export(signedTwice(), staff(role, division)).status());
    }

    @Test
    void ofAnotherDivisionOrWithoutSignatureLikeWhatDoesNotExist() {
      Application application = signedTwice();
      GatewayAnswer foreign = export(application, staff(Role.AUDITOR, "another-division"));
      assertEquals(404, foreign.status());
      Application unsigned = SampleApplications.submitted("account", division);
      store.submit(
          Submission.of(
              unsigned,
              SampleApplications.event(unsigned, Step.SUBMIT),
              SampleApplications.token(),
              Set.of()));
      assertEquals(404, export(unsigned, staff(Role.AUDITOR, division)).status());
    }
  }
}
