package jp.ishikari.link.domain.identity;

/** Secrets that never leave the key service, as identity uses them. */
public interface IdentityKeys {
  /** What identities of the city's staff provider are stored under. */
  String STAFF = "staff";

  /** Keyed hash of provider and subject: what an identity is stored under. */
  String identityOf(String provider, String subject);

  /** ECDSA on P-256 with SHA-256; the signature in DER. */
  byte[] signEs256(byte[] message);

  /** Our public key, DER SubjectPublicKeyInfo. */
  byte[] publicKey();
}
