package jp.ishikari.link.domain.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Keeps accounts and the identities attached to them. */
public interface AccountStore {
  /**
   * The account of an identity, made at its first sign-in; claims are kept as of {@code now}. Two
   * first sign-ins at once give one account.
   *
   * @param identity keyed hash of provider and subject
   * @param source which provider said the claims
   */
  Account signIn(String identity, Map<String, String> claims, String source, Instant now);

  /** The account that an identity is attached to. */
  Optional<String> accountOf(String identity);

  Optional<Account> find(String accountId);
}
