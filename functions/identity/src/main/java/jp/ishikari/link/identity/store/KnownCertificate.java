package jp.ishikari.link.identity.store;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What an account's card is known for besides its basic data, so that somebody can be told before a
 * long form that they may not be able to sign it.
 *
 * @param last what came of the last signature that was tried; null when none was
 * @param changedOn the day of the sign-in at which name or address had become others; null when
 *     they never did
 */
public record KnownCertificate(Trial last, LocalDate changedOn) {

  /** What became of a signature with 署名用電子証明書. */
  public enum Finding {
    /** The certificate could sign. */
    USABLE,
    EXPIRED,
    REVOKED,
    NOT_ON_CARD,
    PASSWORD_LOCKED
  }

  /**
   * One signature that was tried.
   *
   * @param validUntil the certificate's last day; null when it did not get that far
   */
  public record Trial(Finding finding, LocalDate validUntil, Instant at) {}
}
