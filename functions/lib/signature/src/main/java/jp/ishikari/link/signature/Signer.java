package jp.ishikari.link.signature;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * Who signed, as the certificate says. Issuer and serial identify a person to whoever holds another
 * record of them: they are kept only as a keyed hash unless the city is a 署名検証者.
 *
 * @param issuer distinguished name in RFC 4519 style
 * @param serial serial number, unique per issuer; changes with each renewal and move, so it is
 *     never a key of an account
 * @param notBefore begin of validity
 * @param notAfter end of validity
 * @param policy the allowed policy the certificate carries
 * @param signingTime the signer's own claim; only a CMS has one
 * @param basicData the four basic data; absent from a certificate for authentication
 */
public record Signer(
    String issuer,
    BigInteger serial,
    Instant notBefore,
    Instant notAfter,
    String policy,
    Optional<Instant> signingTime,
    Optional<BasicData> basicData) {

  /** Without what identifies a person, so that a log line cannot. */
  @Override
  public String toString() {
    return "Signer[policy=" + policy + "]";
  }
}
