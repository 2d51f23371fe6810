package jp.ishikari.link.signature;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Revocation by asking (OCSP, RFC 6960). Whatever is not a fresh answer about this certificate to
 * this question, signed by the root or a responder the root named, is no answer.
 *
 * @param responder how a request gets to the responder; retries are its own
 * @param freshFor how old an answer without an end may be
 */
public record OcspRevocation(Responder responder, Duration freshFor, SecureRandom random)
    implements Revocation {
  private static final int NONCE_BYTES = 32;

  /** The way to the responder. */
  @FunctionalInterface
  public interface Responder {
    /** The response to a request, both DER; absent when there is none. */
    Optional<byte[]> ask(byte[] request);
  }

  @Override
  public Status status(
      X509CertificateHolder certificate, X509CertificateHolder issuer, Instant at) {
    try {
      CertificateID id =
          new CertificateID(
              new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
              issuer,
              certificate.getSerialNumber());
      byte[] nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      Extension once =
          new Extension(
              OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
              false,
              new DEROctetString(new DEROctetString(nonce).getEncoded()));
      byte[] request =
          new OCSPReqBuilder()
              .addRequest(id)
              .setRequestExtensions(new Extensions(once))
              .build()
              .getEncoded();
      Optional<byte[]> response = responder.ask(request);
      return response.isEmpty() ? Status.UNKNOWN : read(response.get(), id, once, issuer, at);
    } catch (IOException
        | OCSPException
        | OperatorCreationException
        | CertException
        | CertificateException
        | RuntimeException e) {
      // An unreadable answer is none.
      return Status.UNKNOWN;
    }
  }

  private Status read(
      byte[] response, CertificateID id, Extension once, X509CertificateHolder issuer, Instant at)
      throws IOException,
          OCSPException,
          OperatorCreationException,
          CertException,
          CertificateException {
    OCSPResp answer = new OCSPResp(response);
    if (answer.getStatus() != OCSPResp.SUCCESSFUL
        || !(answer.getResponseObject() instanceof BasicOCSPResp basic)
        || !once.equals(basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
        || !signed(basic, issuer, at)) {
      return Status.UNKNOWN;
    }
    return Arrays.stream(basic.getResponses())
        .filter(single -> single.getCertID().equals(id) && fresh(single, at))
        .findFirst()
        .map(single -> status(single.getCertStatus()))
        .orElse(Status.UNKNOWN);
  }

  private static Status status(CertificateStatus status) {
    // The library's GOOD is null.
    if (status == CertificateStatus.GOOD) {
      return Status.GOOD;
    }
    return status instanceof RevokedStatus ? Status.REVOKED : Status.UNKNOWN;
  }

  private boolean fresh(SingleResp single, Instant at) {
    Instant from = single.getThisUpdate().toInstant();
    Instant until =
        single.getNextUpdate() == null ? from.plus(freshFor) : single.getNextUpdate().toInstant();
    return !from.isAfter(at) && !until.isBefore(at);
  }

  private static boolean signed(BasicOCSPResp basic, X509CertificateHolder issuer, Instant at)
      throws OCSPException, OperatorCreationException, CertException, CertificateException {
    var verifiers = new JcaContentVerifierProviderBuilder();
    for (X509CertificateHolder responder : basic.getCerts()) {
      ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(responder.getExtensions());
      if (usage != null
          && usage.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning)
          && responder.isValidOn(Date.from(at))
          && responder.getIssuer().equals(issuer.getSubject())
          && responder.isSignatureValid(verifiers.build(issuer))
          && basic.isSignatureValid(verifiers.build(responder))) {
        return true;
      }
    }
    return basic.isSignatureValid(verifiers.build(issuer));
  }
}
