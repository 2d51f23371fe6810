package jp.ishikari.link.identity.store;

import java.util.Optional;

/** Secrets that never leave the key service, as sign-in and signing of residents use them. */
public interface ResidentKeys {
  /** Keyed hash of provider and subject: what an identity is stored under. */
  String identityOf(String provider, String subject);

  /** Keyed hash of a code that was sent by mail, good for one browser. */
  String mailCode(String browser, String code);

  /** Keyed hash of a certificate's issuer and serial number, which themselves are not kept. */
  String markOf(String issuer, String serial);

  /** Our public key for results that come encrypted, DER SubjectPublicKeyInfo (RSA-OAEP-256). */
  byte[] resultKey();

  /** Opens a content key that was encrypted for us; empty when it was not. */
  Optional<byte[]> openContentKey(byte[] encrypted);
}
