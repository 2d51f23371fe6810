package jp.ishikari.link.testauthority;

/** What is wrong with a CMS message around a good certificate. */
public enum CmsFlaw {
  NONE,
  /** Not a flaw: the other permitted name of the signature algorithm. */
  NAMED_SHA256_WITH_RSA,
  /** Not a flaw: without a signing time. */
  NO_SIGNING_TIME,
  DIGEST_SHA1,
  DIGEST_SHA512,
  NO_SIGNED_ATTRIBUTES,
  CONTENT_ENCLOSED,
  CONTENT_OF_ANOTHER_TYPE,
  TWO_SIGNERS,
  NO_CERTIFICATE,
  UNSIGNED_ATTRIBUTE
}
