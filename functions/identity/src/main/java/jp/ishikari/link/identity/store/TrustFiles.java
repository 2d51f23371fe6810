package jp.ishikari.link.identity.store;

import java.util.Optional;

/** The files that operators lay down for the verifier. */
public interface TrustFiles {

  /**
   * A certificate, DER.
   *
   * @param fingerprint SHA-256, hexadecimal
   */
  Optional<byte[]> root(String fingerprint);

  /**
   * The newest revocation list of a distribution point, DER.
   *
   * @param point SHA-256 of the point's name in DER, hexadecimal
   */
  Optional<byte[]> list(String point);
}
