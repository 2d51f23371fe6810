package jp.ishikari.link.testauthority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An OCSP responder's answer.
 *
 * @param authority whose responder it is
 * @param status null means good, as in the library
 * @param named whether the responder's certificate allows it to answer
 * @param repeatsNonce whether the answer belongs to this very question
 */
public record OcspAnswer(
    TestAuthority authority,
    CertificateStatus status,
    Instant from,
    Instant until,
    boolean named,
    boolean repeatsNonce) {

  /** Answers a request, DER both. */
  public byte[] to(byte[] request) {
    try {
      OCSPReq asked = new OCSPReq(request);
      KeyPair keys = TestAuthority.keys(2048);
      X509CertificateHolder responder = responder(keys);
      BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(responder.getSubject()));
      builder.addResponse(
          asked.getRequestList()[0].getCertID(),
          status,
          Date.from(from),
          until == null ? null : Date.from(until),
          null);
      if (repeatsNonce) {
        builder.setResponseExtensions(
            new Extensions(asked.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)));
      }
      var basic =
          builder.build(
              new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()),
              new X509CertificateHolder[] {responder},
              Date.from(from));
      return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic).getEncoded();
    } catch (IOException | OCSPException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509CertificateHolder responder(KeyPair keys) throws IOException {
    var builder =
        new JcaX509v3CertificateBuilder(
            authority.root().getSubject(),
            BigInteger.valueOf(77),
            authority.root().getNotBefore(),
            authority.root().getNotAfter(),
            new X500Name("C=JP,O=JPKI-TEST,CN=OCSP"),
            keys.getPublic());
    if (named) {
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
    }
    return builder.build(authority.signer("SHA256withRSA"));
  }
}
