package jp.ishikari.link.documents.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import jp.ishikari.link.testauthority.SealAuthority;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** What the seal proves, by DSS, which did not make it. */
public class PdfSealTest {
  private static final Instant NOW = Instant.now();

  private final KeyPair keys = keys();
  private final X509CertificateHolder certificate =
      new SealAuthority(NOW.minus(Duration.ofDays(1))).certify(keys.getPublic().getEncoded());
  private final byte[] printed = PdfPressTest.printed("決定しました。\n" + "あいうえお。".repeat(500));

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Seal.Key key(KeyPair keys) {
    return message -> {
      try {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(message);
        return signature.sign();
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      }
    };
  }

  private byte[] sealed() {
    return Seal.of(certificate, key(keys)).on(printed, NOW);
  }

  private SimpleReport judged(byte[] pdf) throws IOException {
    return judged(pdf, certificate);
  }

  /** By DSS, which believes this certificate. */
  public static SimpleReport judged(byte[] pdf, X509CertificateHolder certificate)
      throws IOException {
    CertificateToken trusted = DSSUtils.loadCertificate(certificate.getEncoded());
    CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
    anchors.addCertificate(trusted);
    CommonCertificateVerifier verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(anchors);
    SignedDocumentValidator judge = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
    judge.setCertificateVerifier(verifier);
    return judge.validateDocument().getSimpleReport();
  }

  @Test
  void isFoundWholeAndOfTheCertificateByAToolThatDidNotMakeIt() throws IOException {
    SimpleReport report = judged(sealed());
    String id = report.getFirstSignatureId();
    assertEquals(
        Indication.TOTAL_PASSED,
        report.getIndication(id),
        () -> report.getValidationTime() + " " + report.getAdESValidationErrors(id));
    assertEquals(SignatureLevel.PAdES_BASELINE_B, report.getSignatureFormat(id));
    assertEquals(1, report.getSignaturesCount());
  }

  @Test
  void isBrokenByAnyChangeOfWhatItStandsUnder() throws IOException {
    byte[] changed = sealed();
    changed[printed.length / 2] ^= 1;
    SimpleReport report = judged(changed);
    assertNotEquals(Indication.TOTAL_PASSED, report.getIndication(report.getFirstSignatureId()));
  }

  @Test
  void isWorthNothingWithAnotherKey() throws IOException {
    byte[] forged = Seal.of(certificate, key(keys())).on(printed, NOW);
    SimpleReport report = judged(forged);
    assertEquals(Indication.TOTAL_FAILED, report.getIndication(report.getFirstSignatureId()));
  }

  @Test
  void standsBehindTheLetterAndChangesNothingOfIt() {
    byte[] sealed = sealed();
    assertArrayEquals(printed, Arrays.copyOf(sealed, printed.length));
    assertTrue(sealed.length > printed.length);
  }

  @ParameterizedTest
  @EnumSource(
      value = PDFAFlavour.class,
      names = {"PDFA_2_A", "PDFUA_1"})
  void leavesTheStandardsOfArchivesAndOfScreenReadersKept(PDFAFlavour flavour) throws Exception {
    ValidationResult result = PdfPressTest.judged(sealed(), flavour);
    assertTrue(result.isCompliant(), () -> result.getFailedChecks().toString());
  }
}
