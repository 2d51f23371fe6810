package jp.ishikari.link.signature;

import java.time.Instant;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Whether a certificate was revoked. Only a 署名検証者 by 公的個人認証法 第17条 may ask J-LIS; until the city is
 * one, {@link #NOT_ASKED} stands in and nothing is called valid.
 */
@FunctionalInterface
public interface Revocation {

  /** The answer that says that nobody was asked. */
  Revocation NOT_ASKED = (certificate, issuer, at) -> Status.NOT_CHECKED;

  /** An answer of the revocation service. */
  enum Status {
    GOOD,
    REVOKED,
    /** No answer, a stale one, or one that cannot be trusted. */
    UNKNOWN,
    NOT_CHECKED
  }

  /**
   * @param certificate the signer's, already traced to {@code issuer}
   * @param issuer the pinned root that signed it
   * @param at the time the answer must cover
   */
  Status status(X509CertificateHolder certificate, X509CertificateHolder issuer, Instant at);
}
