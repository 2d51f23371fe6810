package jp.ishikari.link.identity.store;

import java.time.Duration;
import java.time.Instant;

/**
 * A code that was mailed and waits to be entered in the browser that asked for it.
 *
 * @param browser hash of the cookie that binds it to that browser
 * @param code keyed hash of the code
 * @param address where it was sent, as it was typed
 * @param accountId whose the address is to become; null where it becomes no account's
 * @param tries how many times it was tried
 */
public record EmailCode(
    String browser,
    String code,
    String address,
    Purpose purpose,
    String accountId,
    int tries,
    Instant expiresAt) {
  public static final Duration LIFE = Duration.ofMinutes(10);
  public static final int TRIES = 5;

  /** What the address is confirmed for. */
  public enum Purpose {
    SIGN_IN,
    /** To be the contact address (連絡先メールアドレス), which gives no access. */
    CONTACT,
    /** To be a further way to sign in. */
    ATTACH,
    /** To be told there about what this browser sends in next; whoever it is. */
    NOTICES
  }

  public Instant sentAt() {
    return expiresAt.minus(LIFE);
  }

  public boolean isSpent() {
    return tries >= TRIES;
  }

  /** After one more try. */
  public EmailCode tried() {
    return new EmailCode(browser, code, address, purpose, accountId, tries + 1, expiresAt);
  }
}
