package jp.ishikari.link.signature;

import static jp.ishikari.link.signature.Cards.CONTENT;
import static jp.ishikari.link.signature.Cards.NOW;
import static jp.ishikari.link.signature.Cards.card;
import static jp.ishikari.link.signature.Cards.pkcs1;
import static jp.ishikari.link.signature.Cards.verdict;
import static jp.ishikari.link.signature.Cards.verifier;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.testauthority.CmsFlaw;
import jp.ishikari.link.testauthority.Flaw;
import jp.ishikari.link.testauthority.TestAuthority;
import jp.ishikari.link.testauthority.TestCard;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureVerifierTest {
  private static final TestCard GOOD = card(Flaw.NONE);

  private static SignatureShape.Cms cms(TestCard card, Instant signingTime, CmsFlaw flaw) {
    return new SignatureShape.Cms(card.signCms(CONTENT, signingTime, flaw));
  }

  @Nested
  class Accepts {
    @Test
    void aSignatureOverTheDigestInfoAsTheLawfulCardMakesIt() {
      Signer signer = assertInstanceOf(Verdict.Valid.class, verdict(pkcs1(GOOD))).signer();
      assertEquals("石狩　花子", signer.basicData().orElseThrow().name());
      assertEquals(TestAuthority.SIGNATURE_POLICY, signer.policy());
      assertEquals(1001, signer.serial().intValueExact());
      assertEquals(Optional.empty(), signer.signingTime());
    }

    @Test
    void aSignatureOverTheBareHashWhereTheAdapterSaysSo() {
      var bare =
          new SignatureShape.Pkcs1(GOOD.signBareHash(CONTENT), GOOD.der(), HashForm.BARE_HASH);
      assertInstanceOf(Verdict.Valid.class, verdict(bare));
    }

    @ParameterizedTest
    @EnumSource(
        value = CmsFlaw.class,
        names = {"NONE", "NAMED_SHA256_WITH_RSA", "NO_SIGNING_TIME"})
    void aDetachedCmsUnderEitherNameOfItsAlgorithmAndWithoutATime(CmsFlaw shape) {
      assertInstanceOf(Verdict.Valid.class, verdict(cms(GOOD, NOW, shape)));
    }

    @Test
    void aCmsMadeByWhoWasHandedOnlyTheDigest() {
      var cms = new SignatureShape.Cms(GOOD.signCmsDigest(Sha256.of(CONTENT), NOW));
      assertInstanceOf(Verdict.Valid.class, verdict(cms));
    }

    @Test
    void aCardOfEachGenerationOfTheRootThoughAllShareOneName() {
      assertInstanceOf(Verdict.Valid.class, verdict(pkcs1(card(Cards.NEXT_GENERATION, Flaw.NONE))));
    }

    @Test
    void aCardWithoutPointersToItsIssuerBecauseTheSignatureFindsIt() {
      assertInstanceOf(Verdict.Valid.class, verdict(pkcs1(card(Flaw.NO_POINTERS))));
    }

    @Test
    void aLogInCertificateForLoggingIn() {
      TestCard other = card(Cards.AUTHENTICATION, Flaw.POLICY_OF_AUTHENTICATION);
      assertInstanceOf(
          Verdict.Valid.class,
          verifier(Revocation.Status.GOOD)
              .verify(pkcs1(other), CONTENT, Purpose.AUTHENTICATION, NOW));
    }
  }

  @Nested
  class NeverCallsValid {
    @ParameterizedTest
    @CsvSource({"UNKNOWN", "NOT_CHECKED"})
    void whatWasNotFoundGood(Revocation.Status status) {
      var verdict = verifier(status).verify(pkcs1(GOOD), CONTENT, Purpose.SIGNATURE, NOW);
      assertEquals(
          status.name(), assertInstanceOf(Verdict.Unconfirmed.class, verdict).question().name());
    }
  }

  @Nested
  class Refuses {
    @ParameterizedTest
    @CsvSource({
      "OTHER_POLICY, POLICY_NOT_ALLOWED",
      "POLICY_OF_AUTHENTICATION, WRONG_PURPOSE",
      "EXPIRED, EXPIRED",
      "NOT_YET_VALID, NOT_YET_VALID",
      "KEY_OF_1024_BITS, KEY_UNFIT",
      "SIGNED_WITH_SHA1, CERTIFICATE_ALGORITHM",
      "NO_KEY_USAGE, KEY_USAGE_UNFIT",
      "KEY_USAGE_WITHOUT_NON_REPUDIATION, KEY_USAGE_UNFIT",
      "AUTHORITY, KEY_USAGE_UNFIT",
      "UNKNOWN_CRITICAL_EXTENSION, CRITICAL_EXTENSION_UNKNOWN",
      "SWAPPED_ADDRESS_FIELDS, BASIC_DATA_UNFIT",
      "NO_BASIC_DATA, BASIC_DATA_UNFIT",
      "NAME_TWICE, BASIC_DATA_UNFIT"
    })
    void aCertificateWithOneFlawByItsOwnCodeInBothShapes(Flaw flaw, Reason reason) {
      TestCard card = card(flaw);
      assertRefused(reason, pkcs1(card));
      assertRefused(reason, cms(card, NOW, CmsFlaw.NONE));
    }

    @ParameterizedTest
    @CsvSource({
      "DIGEST_SHA1, DIGEST_ALGORITHM",
      "DIGEST_SHA512, DIGEST_ALGORITHM",
      "NO_SIGNED_ATTRIBUTES, SIGNED_ATTRIBUTES_MISSING",
      "CONTENT_ENCLOSED, CONTENT_ENCLOSED",
      "CONTENT_OF_ANOTHER_TYPE, NOT_SIGNED_DATA",
      "TWO_SIGNERS, NOT_ONE_SIGNER",
      "NO_CERTIFICATE, SIGNER_CERTIFICATE_MISSING",
      "UNSIGNED_ATTRIBUTE, UNSIGNED_PARTS"
    })
    void aCmsWithOneFlawByItsOwnCode(CmsFlaw flaw, Reason reason) {
      assertRefused(reason, cms(GOOD, NOW, flaw));
    }

    @Test
    void aRevokedCertificate() {
      assertEquals(
          new Verdict.Refused(Reason.REVOKED),
          verifier(Revocation.Status.REVOKED).verify(pkcs1(GOOD), CONTENT, Purpose.SIGNATURE, NOW));
    }

    @Test
    void aRootThatSomebodyMadeUnderTheSameName() {
      TestAuthority forger = TestAuthority.forSignature(Cards.SINCE);
      assertRefused(Reason.ISSUER_NOT_PINNED, pkcs1(card(forger, Flaw.NONE)));
      assertRefused(Reason.ISSUER_NOT_PINNED, pkcs1(card(forger, Flaw.NO_POINTERS)));
    }

    @Test
    void anIssuerNobodyPinned() {
      TestAuthority stranger = TestAuthority.ofSomebodyElse(Cards.SINCE);
      assertRefused(Reason.ISSUER_UNKNOWN, pkcs1(card(stranger, Flaw.NONE)));
    }

    @Test
    void theOtherCertificateOfTheSameCard() {
      TestCard logIn = card(Cards.AUTHENTICATION, Flaw.POLICY_OF_AUTHENTICATION);
      assertRefused(Reason.WRONG_PURPOSE, pkcs1(logIn));
    }

    @Test
    void anotherPersonsNameWrittenIntoAGenuineCertificate() {
      byte[] der = GOOD.der();
      byte[] name = "花子".getBytes(StandardCharsets.UTF_8);
      byte[] other = "花代".getBytes(StandardCharsets.UTF_8);
      System.arraycopy(other, 0, der, Bytes.indexOf(der, name), other.length);
      var swapped =
          new SignatureShape.Pkcs1(GOOD.signDigestInfo(CONTENT), der, HashForm.DIGEST_INFO);
      assertRefused(Reason.CERTIFICATE_CHANGED, swapped);
    }

    @Test
    void aContentThatChangedAfterSigning() {
      byte[] changed = CONTENT.clone();
      changed[changed.length - 2] ^= 1;
      var verifier = verifier(Revocation.Status.GOOD);
      assertEquals(
          new Verdict.Refused(Reason.SIGNATURE_WRONG),
          verifier.verify(pkcs1(GOOD), changed, Purpose.SIGNATURE, NOW));
      assertEquals(
          new Verdict.Refused(Reason.CONTENT_CHANGED),
          verifier.verify(cms(GOOD, NOW, CmsFlaw.NONE), changed, Purpose.SIGNATURE, NOW));
    }

    @Test
    void aHashInTheFormTheAdapterDoesNotExpect() {
      byte[] whole = GOOD.signDigestInfo(CONTENT);
      byte[] bare = GOOD.signBareHash(CONTENT);
      assertRefused(
          Reason.SIGNATURE_WRONG, new SignatureShape.Pkcs1(whole, GOOD.der(), HashForm.BARE_HASH));
      assertRefused(
          Reason.SIGNATURE_WRONG, new SignatureShape.Pkcs1(bare, GOOD.der(), HashForm.DIGEST_INFO));
    }

    @Test
    void aSigningTimeInTheFutureOrBeforeTheSigningWasAskedFor() {
      Instant future = NOW.plus(Duration.ofMinutes(6));
      Instant old = NOW.minus(Duration.ofDays(1)).minusSeconds(1);
      assertRefused(Reason.SIGNING_TIME_IMPLAUSIBLE, cms(GOOD, future, CmsFlaw.NONE));
      assertRefused(Reason.SIGNING_TIME_IMPLAUSIBLE, cms(GOOD, old, CmsFlaw.NONE));
    }

    @Test
    void aCardWhoseRootIsNotYetValid() {
      var before = Cards.SINCE.minusSeconds(1);
      assertEquals(
          new Verdict.Refused(Reason.ROOT_NOT_VALID),
          verifier(Revocation.Status.GOOD).verify(pkcs1(GOOD), CONTENT, Purpose.SIGNATURE, before));
    }
  }

  private static void assertRefused(Reason reason, SignatureShape signed) {
    assertEquals(new Verdict.Refused(reason), verdict(signed));
  }

  @Test
  void nothingThatMayReachALogNamesThePerson() {
    String printed = verdict(pkcs1(GOOD)).toString();
    assertFalse(printed.contains("石狩"), printed);
    assertFalse(printed.contains("1001"), printed);
  }
}
