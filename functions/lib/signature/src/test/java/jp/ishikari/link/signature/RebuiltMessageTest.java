package jp.ishikari.link.signature;

import static jp.ishikari.link.signature.Cards.CONTENT;
import static jp.ishikari.link.signature.Cards.NOW;
import static jp.ishikari.link.signature.Cards.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.Arrays;
import jp.ishikari.link.testauthority.CmsFlaw;
import jp.ishikari.link.testauthority.Flaw;
import jp.ishikari.link.testauthority.TestAuthority;
import jp.ishikari.link.testauthority.TestCard;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Well-formed messages in which one part was put in by somebody else than the signer. */
class RebuiltMessageTest {
  private static final TestCard GOOD = Cards.card(Flaw.NONE);
  private static final byte[] CMS = GOOD.signCms(CONTENT, NOW, CmsFlaw.NONE);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 257, 272, 4096})
  void aCmsWhoseSignatureIsLongerOrShorterThanTheKeyIsRefused(int length) throws IOException {
    SignerInfo signer = SignerInfo.getInstance(data().getSignerInfos().getObjectAt(0));
    ASN1Encodable[] parts = ASN1Sequence.getInstance(signer).toArray();
    parts[parts.length - 1] = new DEROctetString(resized(GOOD.signDigestInfo(CONTENT), length));
    byte[] rebuilt = with(data().getCertificates(), new DLSet(new DLSequence(parts)));
    assertEquals(
        new Verdict.Refused(Reason.SIGNATURE_WRONG), verdict(new SignatureShape.Cms(rebuilt)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 257, 272, 4096})
  void aCertificateWhoseSignatureIsLongerOrShorterThanTheRootsKeyIsRefused(int length)
      throws IOException {
    ASN1Encodable[] parts =
        ASN1Sequence.getInstance(GOOD.certificate().toASN1Structure()).toArray();
    parts[2] = new DERBitString(resized(GOOD.certificate().getSignature(), length));
    byte[] rebuilt = new DLSequence(parts).getEncoded(ASN1Encoding.DER);
    assertEquals(
        new Verdict.Refused(Reason.CERTIFICATE_CHANGED),
        verdict(
            new SignatureShape.Pkcs1(GOOD.signDigestInfo(CONTENT), rebuilt, HashForm.DIGEST_INFO)));
  }

  @Test
  void thePinnedRootBesideTheSignersCertificateChangesNothingInEitherOrder() throws IOException {
    for (boolean rootFirst : new boolean[] {true, false}) {
      Verdict verdict = verdict(beside(Cards.SIGNATURE.root(), rootFirst));
      assertInstanceOf(Verdict.Valid.class, verdict, () -> "root first: " + rootFirst);
    }
  }

  @Test
  void anotherGenerationOfTheRootBesideTheCertificateIsNotTakenForTheIssuer() throws IOException {
    assertInstanceOf(Verdict.Valid.class, verdict(beside(Cards.NEXT_GENERATION.root(), true)));
  }

  @Test
  void aRootThatTheMessageBringsAlongIsNotTrustedForIt() throws IOException {
    TestAuthority forger = TestAuthority.forSignature(Cards.SINCE);
    TestCard forged = Cards.card(forger, Flaw.NONE);
    byte[] cms = forged.signCms(CONTENT, NOW, CmsFlaw.NONE);
    SignedData data = data(cms);
    byte[] rebuilt =
        with(
            new DLSet(
                new ASN1Encodable[] {
                  forged.certificate().toASN1Structure(), forger.root().toASN1Structure()
                }),
            data.getSignerInfos());
    assertEquals(
        new Verdict.Refused(Reason.ISSUER_NOT_PINNED), verdict(new SignatureShape.Cms(rebuilt)));
  }

  private static SignatureShape beside(X509CertificateHolder root, boolean first)
      throws IOException {
    ASN1Encodable card = GOOD.certificate().toASN1Structure();
    ASN1Encodable other = root.toASN1Structure();
    return new SignatureShape.Cms(
        with(
            new DLSet(
                first ? new ASN1Encodable[] {other, card} : new ASN1Encodable[] {card, other}),
            data().getSignerInfos()));
  }

  private static SignedData data() {
    return data(CMS);
  }

  private static SignedData data(byte[] cms) {
    return SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
  }

  /** Written as it is put together: sets keep their order. */
  private static byte[] with(ASN1Set certificates, ASN1Set signers) throws IOException {
    return new DLSequence(
            new ASN1Encodable[] {
              ContentInfo.getInstance(CMS).getContentType(),
              new DLTaggedObject(
                  true,
                  0,
                  new DLSequence(
                      new ASN1Encodable[] {
                        data().getVersion(),
                        data().getDigestAlgorithms(),
                        data().getEncapContentInfo(),
                        new DLTaggedObject(false, 0, certificates),
                        signers
                      }))
            })
        .getEncoded(ASN1Encoding.DL);
  }

  private static byte[] resized(byte[] signature, int length) {
    return Arrays.copyOf(signature, length);
  }
}
