package jp.ishikari.link.testauthority;

/** What is wrong with an issued certificate. One at a time, so that each refusal has one cause. */
public enum Flaw {
  NONE,
  /** Policy of no known environment. */
  OTHER_POLICY,
  /** Policy of the certificate for logging in. */
  POLICY_OF_AUTHENTICATION,
  EXPIRED,
  NOT_YET_VALID,
  KEY_OF_1024_BITS,
  SIGNED_WITH_SHA1,
  NO_KEY_USAGE,
  /** digitalSignature alone, as for logging in. */
  KEY_USAGE_WITHOUT_NON_REPUDIATION,
  UNKNOWN_CRITICAL_EXTENSION,
  /** The two address fields change places, as a published source had it. */
  SWAPPED_ADDRESS_FIELDS,
  NO_BASIC_DATA,
  NAME_TWICE,
  /** Calls itself an authority. */
  AUTHORITY,
  /** Without authority key identifier and distribution point. */
  NO_POINTERS
}
