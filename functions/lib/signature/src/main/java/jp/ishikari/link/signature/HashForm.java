package jp.ishikari.link.signature;

/**
 * What a PKCS#1 v1.5 signature was made over. Which one a provider sends is its adapter's setting.
 */
public enum HashForm {
  /** The DER DigestInfo that names SHA-256 and holds the hash: RSASSA-PKCS1-v1_5 of RFC 8017. */
  DIGEST_INFO,
  /** The 32 bytes of the SHA-256 alone in the padding, as a card signs what it is handed. */
  BARE_HASH
}
