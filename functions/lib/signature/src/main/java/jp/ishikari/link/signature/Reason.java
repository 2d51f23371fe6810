package jp.ishikari.link.signature;

/** Why a signature is refused. The names are stable: they stand in evidence and reports. */
public enum Reason {
  /** More bytes than the setting allows; not looked at further. */
  TOO_LARGE,
  /** Not readable as DER, or not as the structure it should be. */
  MALFORMED,
  /** Readable, with bytes behind the end. */
  TRAILING_BYTES,
  /** A CMS message that is not SignedData over plain data. */
  NOT_SIGNED_DATA,
  /** The content lies inside the CMS; what was frozen here is what must be signed. */
  CONTENT_ENCLOSED,
  /** No signer or several. */
  NOT_ONE_SIGNER,
  /** The signer's certificate is not in the CMS. */
  SIGNER_CERTIFICATE_MISSING,
  /**
   * The CMS holds what no signature vouches for: unsigned attributes, CRLs, odd versions or tags.
   */
  UNSIGNED_PARTS,
  /** The CMS signs the content without signed attributes. */
  SIGNED_ATTRIBUTES_MISSING,
  /** Content type, message digest or signing time missing, doubled or of the wrong kind. */
  SIGNED_ATTRIBUTES_UNFIT,
  /** The content was hashed with something else than SHA-256. */
  DIGEST_ALGORITHM,
  /** Signed with something else than RSA PKCS#1 v1.5 and SHA-256. */
  SIGNATURE_ALGORITHM,
  /** The signature belongs to another content. */
  CONTENT_CHANGED,
  /** The signing time in the CMS lies in the future or too long ago. */
  SIGNING_TIME_IMPLAUSIBLE,
  /** The signature was not made with the certificate's key over this content. */
  SIGNATURE_WRONG,
  /** The signer's key is not RSA of 2,048 bits with a usual exponent. */
  KEY_UNFIT,
  /** The certificate was signed with something else than sha256WithRSAEncryption. */
  CERTIFICATE_ALGORITHM,
  /** The certificate names an issuer that is not pinned. */
  ISSUER_UNKNOWN,
  /** The issuer's name is that of a pinned root, its key is not: a root made by somebody else. */
  ISSUER_NOT_PINNED,
  /** The certificate points to a pinned root's key and does not carry its signature. */
  CERTIFICATE_CHANGED,
  /** The root was not valid at the time. */
  ROOT_NOT_VALID,
  /** The certificate was not yet valid at the time. */
  NOT_YET_VALID,
  /** The certificate had expired at the time. */
  EXPIRED,
  /** A critical extension that this verifier does not know (RFC 5280 §4.2: must be refused). */
  CRITICAL_EXTENSION_UNKNOWN,
  /** A certificate of the card, but the other one. */
  WRONG_PURPOSE,
  /** No policy of the certificate is allowed for the purpose in this environment. */
  POLICY_NOT_ALLOWED,
  /**
   * The key usage is missing or does not allow the purpose, or the certificate is an authority's.
   */
  KEY_USAGE_UNFIT,
  /** One of the four basic data is missing, doubled or unreadable. */
  BASIC_DATA_UNFIT,
  /** Revoked: the card was lost, or name, address, birth date or sex changed. */
  REVOKED
}
