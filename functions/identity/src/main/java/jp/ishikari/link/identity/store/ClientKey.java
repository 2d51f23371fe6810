package jp.ishikari.link.identity.store;

/** The key with which our client proves itself to identity providers; it never leaves KMS. */
public interface ClientKey {
  /** ECDSA on P-256 with SHA-256; the signature in DER. */
  byte[] signEs256(byte[] message);

  /** Our public key, DER SubjectPublicKeyInfo. */
  byte[] publicKey();
}
