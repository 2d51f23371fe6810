package jp.ishikari.link.signature;

import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import org.bouncycastle.asn1.x500.style.RFC4519Style;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Decides what a signature proves. Hostile input ends in a verdict, never in an exception; only a
 * mistake in the configuration throws.
 */
public record SignatureVerifier(Trust trust, Revocation revocation) {

  /**
   * Runs the same checks for both shapes, cheap ones first and the revocation last, so that nobody
   * makes us ask J-LIS about a certificate that is not theirs.
   *
   * @param signed the signature as it arrived
   * @param content the bytes that must have been signed
   * @param purpose what the signature is meant for
   * @param at the time the certificate must be valid at: when the signature arrived here
   */
  public Verdict verify(SignatureShape signed, byte[] content, Purpose purpose, Instant at) {
    CertificateCheck check = new CertificateCheck(trust, purpose, at);
    return known(signed, content, check)
        .then(known -> decide(known, at))
        .fold(Verdict.Refused::new, verdict -> verdict);
  }

  /**
   * What was signed by whom, as far as bytes can tell.
   *
   * @param issuer the pinned root that signed the certificate
   */
  private record Known(
      Signer signer, X509CertificateHolder certificate, X509CertificateHolder issuer) {}

  /**
   * Every call into the library over a stranger's bytes lies in here. What it is known to throw is
   * answered where it happens, with its own reason; what it was never seen to throw ends here.
   */
  private Outcome<Reason, Known> known(
      SignatureShape signed, byte[] content, CertificateCheck check) {
    try {
      return read(signed, content)
          .then(
              signature ->
                  check
                      .root(signature.certificate())
                      .then(
                          root ->
                              signer(signature, check)
                                  .map(
                                      who ->
                                          new Known(who, signature.certificate().holder(), root))));
    } catch (RuntimeException unforeseen) {
      return Outcome.failure(Reason.MALFORMED);
    }
  }

  private Outcome<Reason, ReadSignature> read(SignatureShape signed, byte[] content) {
    int limit = trust.maximumBytes();
    return switch (signed) {
      case SignatureShape.Pkcs1 pkcs1 -> Pkcs1Reader.read(pkcs1, content, limit);
      case SignatureShape.Cms cms -> CmsReader.read(cms, content, limit);
    };
  }

  private Outcome<Reason, Signer> signer(ReadSignature signature, CertificateCheck check) {
    SignerCertificate certificate = signature.certificate();
    RSAPublicKey key = certificate.key().orElseThrow();
    if (!signature.madeBy().test(key)) {
      return Outcome.failure(Reason.SIGNATURE_WRONG);
    }
    if (signature.signingTime().filter(claimed -> !plausible(claimed, check.at())).isPresent()) {
      return Outcome.failure(Reason.SIGNING_TIME_IMPLAUSIBLE);
    }
    Optional<BasicData> basicData = BasicData.of(certificate.holder());
    if (check.purpose() == Purpose.SIGNATURE && basicData.isEmpty()) {
      return Outcome.failure(Reason.BASIC_DATA_UNFIT);
    }
    X509CertificateHolder holder = certificate.holder();
    return Outcome.success(
        new Signer(
            RFC4519Style.INSTANCE.toString(holder.getIssuer()),
            holder.getSerialNumber(),
            holder.getNotBefore().toInstant(),
            holder.getNotAfter().toInstant(),
            check.policy(certificate),
            signature.signingTime(),
            basicData));
  }

  private boolean plausible(Instant claimed, Instant at) {
    return !claimed.isAfter(at.plus(trust.clockSkew()))
        && !claimed.isBefore(at.minus(trust.signedWithin()));
  }

  private Outcome<Reason, Verdict> decide(Known known, Instant at) {
    return switch (revocation.status(known.certificate(), known.issuer(), at)) {
      case GOOD -> Outcome.success(new Verdict.Valid(known.signer()));
      case REVOKED -> Outcome.failure(Reason.REVOKED);
      case UNKNOWN -> unconfirmed(known, Verdict.OpenQuestion.UNKNOWN);
      case NOT_CHECKED -> unconfirmed(known, Verdict.OpenQuestion.NOT_CHECKED);
    };
  }

  private static Outcome<Reason, Verdict> unconfirmed(Known known, Verdict.OpenQuestion question) {
    return Outcome.success(new Verdict.Unconfirmed(known.signer(), question));
  }
}
