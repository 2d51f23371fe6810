package jp.ishikari.link.identity.store;

import java.time.Instant;

/**
 * A sign-in that one device waits for and another one proves: a PC without a card reader, and the
 * phone of whoever sits there.
 *
 * @param id hash of the token in the picture
 * @param browser hash of the cookie of the device that waits
 * @param number hash of the token with the number that the waiting device shows
 * @param device what the waiting browser calls itself, in plain words
 * @param misses wrong numbers so far
 * @param phone hash of the cookie of the device that proves; null until it knew the number
 * @param accountId who signed in; null until somebody did
 * @param provider by whom they did
 * @param verified whether that sign-in verified who they are
 */
public record Pairing(
    String id,
    String browser,
    String number,
    String device,
    Instant startedAt,
    Instant expiresAt,
    State state,
    int misses,
    String phone,
    String accountId,
    String provider,
    boolean verified) {

  /** How far it got; there is no way back. */
  public enum State {
    /** The picture is shown. */
    WAITING,
    /** The other device knew the number, and is on its way to a provider. */
    CONFIRMED,
    /** Somebody proved themselves; the waiting device may fetch its session, once. */
    PROVEN,
    /** Somebody changed their mind, or guessed. */
    CANCELLED
  }

  /** After a wrong number; too many of them end it. */
  public Pairing missed(int tries) {
    return new Pairing(
        id,
        browser,
        number,
        device,
        startedAt,
        expiresAt,
        misses + 1 < tries ? state : State.CANCELLED,
        misses + 1,
        phone,
        accountId,
        provider,
        verified);
  }

  /** After the right one: this device goes on, and has so long. */
  public Pairing confirmed(String byPhone, Instant until) {
    return in(State.CONFIRMED, until, byPhone, null, null, false);
  }

  /** After a sign-in on the phone, and at its level. */
  public Pairing proven(String account, String byProvider, boolean proofing) {
    return in(State.PROVEN, expiresAt, phone, account, byProvider, proofing);
  }

  public Pairing cancelled() {
    return in(State.CANCELLED, expiresAt, phone, null, null, false);
  }

  private Pairing in(
      State to,
      Instant until,
      String byPhone,
      String account,
      String byProvider,
      boolean proofing) {
    return new Pairing(
        id,
        browser,
        number,
        device,
        startedAt,
        until,
        to,
        misses,
        byPhone,
        account,
        byProvider,
        proofing);
  }
}
