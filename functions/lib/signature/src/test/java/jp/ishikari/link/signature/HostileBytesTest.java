package jp.ishikari.link.signature;

import static jp.ishikari.link.signature.Cards.CONTENT;
import static jp.ishikari.link.signature.Cards.NOW;
import static jp.ishikari.link.signature.Cards.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import jp.ishikari.link.testauthority.CmsFlaw;
import jp.ishikari.link.testauthority.Flaw;
import jp.ishikari.link.testauthority.Mutations;
import jp.ishikari.link.testauthority.TestCard;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileBytesTest {
  private static final TestCard GOOD = Cards.card(Flaw.NONE);
  private static final byte[] CMS = GOOD.signCms(CONTENT, NOW, CmsFlaw.NONE);

  /** The one other message that may be accepted: its algorithm bears the other permitted name. */
  private static final byte[] SAME_SIGNATURE =
      GOOD.signCms(CONTENT, NOW, CmsFlaw.NAMED_SHA256_WITH_RSA);

  @Nested
  class IsRefused {
    @Test
    void whatHasBytesBehindItsEnd() {
      assertEquals(refused(Reason.TRAILING_BYTES), cms(Arrays.copyOf(CMS, CMS.length + 1)));
      byte[] der = GOOD.der();
      assertEquals(refused(Reason.TRAILING_BYTES), certificate(Arrays.copyOf(der, der.length + 1)));
    }

    @Test
    void whatIsHugeBeforeItIsReadAtAll() {
      byte[] huge = new byte[Trust.USUAL_MAXIMUM_BYTES + 1];
      assertEquals(refused(Reason.TOO_LARGE), cms(huge));
      assertEquals(refused(Reason.TOO_LARGE), certificate(huge));
    }

    @Test
    void aTowerOfBracketsThatWouldExhaustAParser() {
      byte[] tower = new byte[Trust.USUAL_MAXIMUM_BYTES];
      for (int i = 0; i < tower.length; i += 2) {
        tower[i] = 0x30;
        tower[i + 1] = (byte) 0x80;
      }
      assertEquals(refused(Reason.MALFORMED), cms(tower));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "00",
          "30",
          "3000",
          "3080",
          "3003020101",
          "30847fffffff",
          "1f8101",
          "308101ff"
        })
    void whatIsNoMessage(String hex) {
      assertEquals(refused(Reason.MALFORMED), cms(HexFormat.of().parseHex(hex)));
      assertEquals(refused(Reason.MALFORMED), certificate(HexFormat.of().parseHex(hex)));
    }

    @Test
    void textWhereDerIsExpected() {
      assertEquals(
          refused(Reason.MALFORMED),
          cms("-----BEGIN CMS-----".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aMessageThatIsNotSignedData() {
      // ContentInfo of id-data holding an octet string.
      assertEquals(
          refused(Reason.NOT_SIGNED_DATA),
          cms(HexFormat.of().parseHex("301006092a864886f70d010701a0030401" + "00")));
    }

    @Test
    void aTrueSpelledOtherwiseInsideACertificateThoughItMeansTheSame() {
      byte[] der = GOOD.der();
      der[Bytes.indexOf(der, new byte[] {1, 1, (byte) 0xFF}) + 2] = 1;
      assertEquals(refused(Reason.MALFORMED), certificate(der));
    }

    @Test
    void aSignatureOfAnotherLength() {
      for (int length : new int[] {0, 1, 255, 257, 4096}) {
        for (HashForm form : HashForm.values()) {
          var signed = new SignatureShape.Pkcs1(new byte[length], GOOD.der(), form);
          assertEquals(refused(Reason.SIGNATURE_WRONG), verdict(signed));
        }
      }
    }

    @Test
    void anOddTagAroundTheSignedAttributesThoughTheirSignatureHolds() {
      byte[] odd = CMS.clone();
      byte[] contentType = HexFormat.of().parseHex("301806092a864886f70d010903");
      odd[Bytes.indexOf(odd, contentType) - 2] = (byte) 0xA2;
      assertEquals(refused(Reason.UNSIGNED_PARTS), cms(odd));
    }

    @Test
    void anIssuerSpelledInAnotherCase() {
      byte[] spelled = CMS.clone();
      byte[] name = "JPKI-TEST".getBytes(StandardCharsets.US_ASCII);
      // Behind the certificate, in the part of the message that no signature covers.
      int last = Bytes.lastIndexOf(spelled, name);
      spelled[last] = 'j';
      assertEquals(refused(Reason.SIGNER_CERTIFICATE_MISSING), cms(spelled));
    }
  }

  /** 2,000 here, 100,000 of each shape by ./mvnw -Pbench. */
  @Test
  void noDamagedMessageIsAcceptedAndNoneEndsInAnException() {
    long seed = new Random().nextLong();
    System.out.println("seed of the damaged messages: " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      byte[] mutant = Mutations.of(CMS, random);
      if (!(cms(mutant) instanceof Verdict.Refused) && !Arrays.equals(SAME_SIGNATURE, mutant)) {
        fail("accepted, seed " + seed + ", " + i + ": " + HexFormat.of().formatHex(mutant));
      }
      byte[] other = Mutations.of(GOOD.der(), random);
      assertInstanceOf(Verdict.Refused.class, certificate(other), () -> "seed " + seed);
    }
  }

  private static Verdict cms(byte[] encoded) {
    return verdict(new SignatureShape.Cms(encoded));
  }

  private static Verdict certificate(byte[] der) {
    return verdict(
        new SignatureShape.Pkcs1(GOOD.signDigestInfo(CONTENT), der, HashForm.DIGEST_INFO));
  }

  private static Verdict refused(Reason reason) {
    return new Verdict.Refused(reason);
  }
}
