package jp.ishikari.link.identity.store;

import java.time.Instant;
import jp.ishikari.link.domain.identity.Session;

/**
 * That somebody signed in, or changed how they sign in, for themself to look at.
 *
 * @param device as in {@link Session}
 * @param way name of the way to sign in
 */
public record SignInRecord(String accountId, Instant at, String device, What what, String way) {

  /** What happened. */
  public enum What {
    SIGNED_IN,
    ATTACHED,
    DETACHED
  }
}
