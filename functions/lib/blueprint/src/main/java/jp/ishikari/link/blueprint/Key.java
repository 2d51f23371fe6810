package jp.ishikari.link.blueprint;

/**
 * Keys that never leave the key service; all are multi-region. Each has one purpose, so that a
 * grant for one never opens another: what two entries use one key for is one thing between them.
 */
public enum Key implements Resource {
  /** Terms under which clerks find people by name, kana, phone or birth date. */
  PEOPLE_INDEX(Kind.MAC),
  /** What residents' identities, and their mail addresses as one kind of them, are stored under. */
  RESIDENT_IDENTITIES(Kind.MAC),
  /** What accounts of staff at the city's identity provider are stored under. */
  STAFF_IDENTITIES(Kind.MAC),
  /** Mail addresses that nothing is sent to any more, as they are remembered. */
  MAIL_ADDRESSES(Kind.MAC),
  /** Codes that residents get by mail, as they wait to be entered. */
  MAIL_CODES(Kind.MAC),
  /**
   * Codes with which staff set up their authenticator; they follow from it and are stored nowhere.
   */
  ENROLMENT_CODES(Kind.MAC),
  /** Marks by which a certificate is recognised without its serial number. */
  CERTIFICATE_MARKS(Kind.MAC),
  /** Who holds a place of a procedure that takes a limited number of applications. */
  PLACE_HOLDERS(Kind.MAC),
  /** Who asked residents' routes, as it is counted ({@link Budget}). */
  BUDGETS(Kind.MAC),
  /** Who asked routes of staff, as it is counted. */
  STAFF_BUDGETS(Kind.MAC),
  /** Which client of a partner's asked, as it is counted. */
  PARTNER_BUDGETS(Kind.MAC),
  /** What the secrets of partners' clients are stored under. */
  PARTNER_SECRETS(Kind.MAC),
  /** The shared secrets of staff's authenticators. */
  ONE_TIME_CODES(Kind.ENCRYPT),
  /** What identifies certificates in the evidence of signatures. */
  EVIDENCE(Kind.ENCRYPT),
  /** What payment gateways know us by; settings hold it sealed. */
  GATEWAY_SECRETS(Kind.ENCRYPT),
  /** ES256 (P-256): our client (private_key_jwt) towards the identity providers of residents. */
  RESIDENT_CLIENT(Kind.SIGN),
  /** ES256 (P-256): our client (private_key_jwt) towards the identity provider of staff. */
  STAFF_CLIENT(Kind.SIGN),
  /** ES256 (P-256): the city's seal (電子シール) on the documents that it gives back. */
  DOCUMENT_SEAL(Kind.SIGN),
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
