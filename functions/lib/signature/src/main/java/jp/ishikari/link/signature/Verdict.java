package jp.ishikari.link.signature;

/** What a signature proves. Valid is only what was looked up and found good. */
public sealed interface Verdict {

  /** 有効: everything holds and the certificate was found good by its revocation service. */
  record Valid(Signer signer) implements Verdict {}

  /**
   * 署名未確認: everything that can be computed holds; whether the certificate was revoked is not known.
   * Never shown as valid; each procedure says whether it is refused or staff resolve it.
   */
  record Unconfirmed(Signer signer, OpenQuestion question) implements Verdict {}

  /** 無効. */
  record Refused(Reason reason) implements Verdict {}

  /** Why the revocation is open. */
  enum OpenQuestion {
    /** Asked, without a trustworthy answer. */
    UNKNOWN,
    /** This city may not ask yet, or was told not to. */
    NOT_CHECKED
  }
}
