package jp.ishikari.link.domain.identity;

import java.time.Instant;

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
