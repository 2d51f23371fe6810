package jp.ishikari.link.blueprint;

/** Keys that never leave the key service; all are multi-region. */
public enum Key implements Resource {
  /** HMAC-SHA-256 for the blind people index and for hashing provider subjects. */
  BLIND_INDEX(Kind.MAC),
  /** Encrypts one-time-code secrets and sign-in state. */
  SECRETS(Kind.ENCRYPT),
  /** Encrypts what identifies certificates in the evidence of signatures. */
  EVIDENCE(Kind.ENCRYPT),
  /** ES256 (P-256): signs the client assertion (private_key_jwt) towards identity providers. */
  CLIENT_ASSERTION(Kind.SIGN),
  /** RSA-OAEP: opens the results of signing transactions, which come encrypted for us alone. */
  SIGNING_RESULTS(Kind.UNWRAP),
  /** Encrypts tables, buckets, queues and topics at rest. */
  AT_REST(Kind.ENCRYPT);

  /** What a key can do. */
  public enum Kind {
    MAC,
    ENCRYPT,
    SIGN,
    UNWRAP
  }

  private final Kind kind;

  Key(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
