package jp.ishikari.link.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoSigningStore;
import jp.ishikari.link.aws.KmsEvidenceSeal;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.signing.Claimed;
import jp.ishikari.link.domain.signing.Evidence;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.domain.signing.Signature.Item;
import jp.ishikari.link.domain.signing.Signature.Match;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.edge.CanonicalJson;
import jp.ishikari.link.identity.door.SignInFailure;
import jp.ishikari.link.identity.signing.AnswerShape;
import jp.ishikari.link.identity.signing.EvidenceKeeping;
import jp.ishikari.link.identity.signing.SigningParty.Result;
import jp.ishikari.link.identity.signing.SigningTrust;
import jp.ishikari.link.identity.store.DynamoAccountStore;
import jp.ishikari.link.identity.store.DynamoCertificateStore;
import jp.ishikari.link.identity.store.KmsResidentKeys;
import jp.ishikari.link.identity.store.KnownCertificate;
import jp.ishikari.link.identity.store.S3TrustFiles;
import jp.ishikari.link.identity.store.SignIn;
import jp.ishikari.link.signature.HashForm;
import jp.ishikari.link.signature.SignatureShape;
import jp.ishikari.link.signature.SignedParts;
import jp.ishikari.link.testauthority.CmsFlaw;
import jp.ishikari.link.testauthority.Flaw;
import jp.ishikari.link.testauthority.Person;
import jp.ishikari.link.testauthority.TestAuthority;
import jp.ishikari.link.testauthority.TestCard;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a signature that came back: verified against what was put down, and noted. */
@ExtendWith(Engines.class)
class FinishSigningTest {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private static final TestAuthority AUTHORITY =
      TestAuthority.forSignature(NOW.minus(Duration.ofDays(400)));
  private static final KeyPair KEYS = TestAuthority.keys(2048);
  private static final long REVOKED = 9001;

  private static TestCloud cloud;

  private final String subject = "subject-" + UUID.randomUUID();
  private final String account = account(subject);
  private final SigningRequest asked = frozen(account);

  @BeforeAll
  static void layDown(TestCloud engines) throws Exception {
    byte[] root = AUTHORITY.root().getEncoded();
    cloud =
        engines
            .with(Setting.SIGNATURE_ROOTS, sha256(root))
            .with(Setting.SIGNATURE_POLICIES, TestAuthority.SIGNATURE_POLICY)
            .with(Setting.SIGNATURE_REVOCATION, "LISTS");
    cloud.make(Bucket.TRUST);
    new S3TrustFiles(cloud)
        .lay(
            sha256(root),
            root,
            SigningTrust.nameOf(TestAuthority.DISTRIBUTION_POINT),
            AUTHORITY.crl(NOW.minusSeconds(3600), NOW.plusSeconds(3600), REVOKED));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static String account(String subject) {
    return new DynamoAccountStore(cloud)
        .signIn(new KmsResidentKeys(cloud).identityOf("card", subject), Map.of(), "card", NOW)
        .accountId();
  }

  private static SigningRequest frozen(String account) {
    SigningRequest request =
        new SigningRequest(
            UUID.randomUUID().toString(),
            account,
            "tenshutsu",
            "転出届",
            1,
            Map.of("name", "石狩 花子", "copies", 2),
            600,
            List.of(),
            null,
            null,
            new Claimed("石狩 花代", null, LocalDate.of(1990, 4, 1), null),
            NOW,
            NOW.plusSeconds(600),
            null,
            null);
    new DynamoSigningStore(cloud).freeze(request);
    return request;
  }

  private static TestCard card(Flaw flaw, long serial) {
    return AUTHORITY.issue(Person.sample(), flaw, KEYS, serial);
  }

  private Outcome<SignInFailure, SigningRequest> back(
      TestCloud environment, String whose, TestCard card, SigningRequest of) {
    return finish(environment)
        .note(
            signing(),
            new Result(
                whose,
                new SignatureShape.Pkcs1(
                    card.signDigestInfo(CanonicalJson.of(of.content())),
                    card.der(),
                    HashForm.DIGEST_INFO)));
  }

  private static FinishSigning finish(TestCloud environment) {
    return new FinishSigning(
        null,
        null,
        "card",
        new KmsResidentKeys(environment),
        new DynamoAccountStore(environment),
        new DynamoSigningStore(environment),
        new DynamoCertificateStore(environment),
        new SigningTrust(environment.environment(), new S3TrustFiles(environment)),
        EvidenceKeeping.of(
            environment.environment().get(Setting.SIGNATURE_EVIDENCE),
            new KmsResidentKeys(environment),
            new KmsEvidenceSeal(environment)),
        InstantSource.fixed(NOW));
  }

  private SignIn.Signing signing() {
    return new SignIn.Signing(account, asked.matter(), asked.signingRequestId(), "transaction");
  }

  private SigningRequest standing() {
    return new DynamoSigningStore(cloud).find(account, asked.procedureId(), NOW).orElseThrow();
  }

  @Nested
  class Taken {
    @Test
    void notesWhatTheCardSaysAndWhereItDiffersAndKeepsTheProof() {
      back(cloud, subject, card(Flaw.NONE, 1001), asked);
      Signature signature = standing().signed().signature();
      assertEquals(Signature.Revocation.GOOD, signature.revocation());
      assertEquals(
          Map.of(Item.NAME, Match.DIFFERENT, Item.BIRTH_DATE, Match.SAME), signature.matches());
      assertEquals(CanonicalJson.digest(asked.content()), signature.digest());
      assertEquals(
          new String(CanonicalJson.of(asked.content())),
          new String(standing().signed().evidence().content()));
    }

    @Test
    void keepsNoSerialNumberAndNoCertificateOnlyAKeyedHash() {
      back(cloud, subject, card(Flaw.NONE, 8_765_432_101L), asked);
      var evidence = standing().signed().evidence();
      assertEquals(
          new KmsResidentKeys(cloud)
              .markOf(
                  org.bouncycastle.asn1.x500.style.RFC4519Style.INSTANCE.toString(
                      AUTHORITY.root().getSubject()),
                  "8765432101"),
          evidence.certificate());
      assertEquals("card", evidence.provider());
      assertNull(evidence.sealed());
    }

    @Test
    void keepsTheCertificateSealedWhereTheCityMay() {
      TestCard card = card(Flaw.NONE, 1001);
      back(cloud.with(Setting.SIGNATURE_EVIDENCE, "CERTIFICATE"), subject, card, asked);
      var signed = standing().signed();
      Evidence.Identified opened =
          new KmsEvidenceSeal(cloud).open(signed.signature().digest(), signed.evidence().sealed());
      assertEquals(
          HexFormat.of().formatHex(card.der()), HexFormat.of().formatHex(opened.original()));
      assertEquals("1001", opened.serial());
    }

    @Test
    void isUnconfirmedWhereNoListAnswersAndWhereTheCityMayNotAsk() {
      back(cloud, subject, card(Flaw.NO_POINTERS, 1002), asked);
      assertEquals(Signature.Revocation.UNKNOWN, standing().signed().signature().revocation());
      back(
          cloud.with(Setting.SIGNATURE_REVOCATION, "NOT_ASKED"),
          subject,
          card(Flaw.NONE, 1001),
          asked);
      assertEquals(Signature.Revocation.NOT_CHECKED, standing().signed().signature().revocation());
    }
  }

  @Nested
  class Refused {
    @ParameterizedTest
    @CsvSource({"EXPIRED, EXPIRED", "OTHER_POLICY, POLICY_NOT_ALLOWED"})
    void withTheReasonWhenTheCertificateDoesNotFit(Flaw flaw, String reason) {
      back(cloud, subject, card(flaw, 1003), asked);
      assertEquals(reason, standing().refusal());
      assertNull(standing().signed());
    }

    @Test
    void whenRevokedAndAnEarlierGoodSignatureIsGoneToo() {
      back(cloud, subject, card(Flaw.NONE, 1001), asked);
      assertNotNull(standing().signed());
      back(cloud, subject, card(Flaw.NONE, REVOKED), asked);
      assertEquals("REVOKED", standing().refusal());
      assertNull(standing().signed());
    }

    @Test
    void whenSomethingElseWasSigned() {
      SigningRequest other = frozen("somebody-else");
      back(
          cloud,
          subject,
          card(Flaw.NONE, 1001),
          new SigningRequest(
              other.signingRequestId(),
              account,
              "tenshutsu",
              "転出届",
              1,
              Map.of("name", "石狩 花子", "copies", 20),
              6000,
              List.of(),
              null,
              null,
              other.claimed(),
              NOW,
              other.expiresAt(),
              null,
              null));
      assertEquals("SIGNATURE_WRONG", standing().refusal());
    }

    @Test
    void whenAnotherPersonSigned() {
      String stranger = "subject-" + UUID.randomUUID();
      account(stranger);
      assertEquals(
          Outcome.failure(SignInFailure.OTHER_PERSON),
          back(cloud, stranger, card(Flaw.NONE, 1001), asked));
      assertNull(standing().signed());
    }

    @Test
    void whenTheAnswersWereWrittenAnewMeanwhile() {
      frozen(account);
      assertEquals(
          Outcome.failure(SignInFailure.WRITTEN_ANEW),
          back(cloud, subject, card(Flaw.NONE, 1001), asked));
      assertNull(standing().signed());
    }
  }

  @Nested
  class Cms {
    private Outcome<SignInFailure, SigningRequest> back(TestCloud environment, CmsFlaw flaw) {
      byte[] cms = card(Flaw.NONE, 1001).signCms(CanonicalJson.of(asked.content()), NOW, flaw);
      return finish(environment).note(signing(), new Result(subject, new SignatureShape.Cms(cms)));
    }

    @Test
    void isTakenLikeTheOtherShapeAndItsProofSaysNothingOfWhoSigned() {
      back(cloud, CmsFlaw.NONE);
      assertEquals(Signature.Revocation.GOOD, standing().signed().signature().revocation());
      Evidence kept = standing().signed().evidence();
      assertNull(kept.sealed());
      assertNull(kept.hashForm());
      assertEquals(256, kept.signature().length, "the bare signature");
      assertTrue(kept.signedAttributes().length > 0);
    }

    @Test
    void isKeptWholeWhereTheCityMayButSealed() {
      back(cloud.with(Setting.SIGNATURE_EVIDENCE, "CERTIFICATE"), CmsFlaw.NONE);
      Evidence kept = standing().signed().evidence();
      String digest = standing().signed().signature().digest();
      Evidence.Identified opened = new KmsEvidenceSeal(cloud).open(digest, kept.sealed());
      assertEquals("1001", opened.serial());
      assertEquals(
          HexFormat.of().formatHex(kept.signature()),
          HexFormat.of()
              .formatHex(SignedParts.of(new SignatureShape.Cms(opened.original())).signature()));
      assertThrows(
          RuntimeException.class,
          () -> new KmsEvidenceSeal(cloud).open("another-digest", kept.sealed()));
    }

    @ParameterizedTest
    @EnumSource(
        value = CmsFlaw.class,
        names = {"NONE", "NAMED_SHA256_WITH_RSA", "NO_SIGNING_TIME"},
        mode = EnumSource.Mode.EXCLUDE)
    void isRefusedWithEveryFlaw(CmsFlaw flaw) {
      back(cloud, flaw);
      assertNull(standing().signed());
      assertNotNull(standing().refusal());
    }

    @Test
    void isRefusedWhereTheOtherShapeIsExpected() {
      byte[] cms =
          card(Flaw.NONE, 1001).signCms(CanonicalJson.of(asked.content()), NOW, CmsFlaw.NONE);
      finish(cloud)
          .note(
              signing(),
              new Result(subject, AnswerShape.PKCS1.read(cms, new byte[0], HashForm.DIGEST_INFO)));
      assertNull(standing().signed());
      assertNotNull(standing().refusal());
    }
  }

  @Nested
  class Remembered {
    private KnownCertificate.Trial last() {
      return new DynamoCertificateStore(cloud).find(account).last();
    }

    @Test
    void howLongTheCertificateIsGoodAndNothingThatIdentifiesIt() {
      assertNull(last());
      TestCard card = card(Flaw.NONE, 1001);
      back(cloud, subject, card, asked);
      assertEquals(KnownCertificate.Finding.USABLE, last().finding());
      assertTrue(last().validUntil().isAfter(Reception.today(NOW)));
    }

    @Test
    void whyItCouldNotSignUntilOneCan() {
      back(cloud, subject, card(Flaw.NONE, REVOKED), asked);
      assertEquals(
          new KnownCertificate.Trial(
              KnownCertificate.Finding.REVOKED, null, NOW.truncatedTo(ChronoUnit.MILLIS)),
          last());
      back(cloud, subject, card(Flaw.EXPIRED, 1003), asked);
      assertEquals(KnownCertificate.Finding.EXPIRED, last().finding());
      back(cloud, subject, card(Flaw.NONE, 1001), asked);
      assertEquals(KnownCertificate.Finding.USABLE, last().finding());
    }

    @Test
    void nothingOfSomebodyElsesCard() {
      String stranger = "subject-" + UUID.randomUUID();
      account(stranger);
      back(cloud, stranger, card(Flaw.NONE, REVOKED), asked);
      assertNull(last());
    }
  }

  @Nested
  class Roots {
    @Test
    void anotherFileUnderThePinnedNameStopsEverything() throws Exception {
      byte[] theirs = TestAuthority.forSignature(NOW.minus(Duration.ofDays(9))).root().getEncoded();
      String pinned = "00".repeat(32);
      new S3TrustFiles(cloud).lay(pinned, theirs, "none", new byte[] {1});
      TestCloud tampered = cloud.with(Setting.SIGNATURE_ROOTS, pinned);
      assertThrows(
          IllegalStateException.class, () -> back(tampered, subject, card(Flaw.NONE, 1001), asked));
      TestCloud absent = cloud.with(Setting.SIGNATURE_ROOTS, "11".repeat(32));
      assertThrows(
          IllegalStateException.class, () -> back(absent, subject, card(Flaw.NONE, 1001), asked));
    }
  }
}
