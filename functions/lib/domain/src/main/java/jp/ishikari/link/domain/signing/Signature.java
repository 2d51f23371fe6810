package jp.ishikari.link.domain.signing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 署名: what the city knows of the signature on an application. Refused ones never get here.
 *
 * @param digest SHA-256 of what was signed, hexadecimal
 * @param verifiedAt when it arrived and was looked at
 * @param card what the certificate says of its holder
 * @param matches how each answer stands to the card, by its item
 * @param stale the application was corrected (補正) after it was signed
 * @param resolution what staff found out about an open one; null while nobody has
 * @param version of the application that it signs; null until it was sent in
 * @param earlier the one on the answers before a correction; null for the first
 */
public record Signature(
    String digest,
    Revocation revocation,
    Instant verifiedAt,
    Card card,
    Map<Item, Match> matches,
    boolean stale,
    @Nullable Resolution resolution,
    @Nullable Integer version,
    @Nullable Signature earlier) {

  /** One that was just verified, of what was not sent in yet. */
  public Signature(
      String digest,
      Revocation revocation,
      Instant verifiedAt,
      Card card,
      Map<Item, Match> matches) {
    this(digest, revocation, verifiedAt, card, matches, false, null, null, null);
  }

  /** What is known of the certificate's revocation (失効). */
  public enum Revocation {
    /** Asked, and found good. */
    GOOD,
    /** Asked, without a trustworthy answer. */
    UNKNOWN,
    /** This city may not ask yet, or was told not to. */
    NOT_CHECKED;

    /** What a signature that is right in everything else is worth with this answer. */
    public String verdict() {
      return this == GOOD ? "VALID" : "UNCONFIRMED " + this;
    }
  }

  /** One of the four basic data (基本4情報). */
  public enum Item {
    NAME,
    ADDRESS,
    BIRTH_DATE,
    SEX
  }

  /** How an answer stands to the card. */
  public enum Match {
    /** The same, as far as spelling can be compared. */
    SAME,
    DIFFERENT,
    /** Not the same, but the card's text holds substitutes: no reason to doubt by itself. */
    SUBSTITUTED,
    /** The card does not say it whole. */
    NOT_ON_CARD
  }

  /**
   * The four basic data as the card has them, substitutes (代替文字) in full-width brackets.
   *
   * @param birthDate null when the register does not know it whole
   * @param sex digit of JIS X 0303
   */
  public record Card(String name, String address, @Nullable LocalDate birthDate, String sex) {}

  /** What a clerk found out, and how. */
  public record Resolution(String by, Instant at, String reason) {}

  /** 署名未確認: staff must find out before the application can be accepted (受理). */
  public boolean open() {
    return resolution == null && (stale || revocation != Revocation.GOOD);
  }

  /** After a correction: it vouches for the answers before, not for those now. */
  public Signature overtaken() {
    return new Signature(
        digest, revocation, verifiedAt, card, matches, true, null, version, earlier);
  }

  /** With what staff found out. */
  public Signature resolved(Resolution found) {
    return new Signature(
        digest, revocation, verifiedAt, card, matches, stale, found, version, earlier);
  }

  /**
   * With the version of the application that it signs, after the one before; null for the first.
   */
  public Signature sentIn(int as, Signature before) {
    return new Signature(
        digest, revocation, verifiedAt, card, matches, stale, resolution, as, before);
  }
}
