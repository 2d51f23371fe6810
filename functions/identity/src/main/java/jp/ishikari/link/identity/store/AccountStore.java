package jp.ishikari.link.identity.store;

import java.time.Instant;
import java.util.List;
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

  /** What came of attaching an identity. */
  enum Attachment {
    ATTACHED,
    /** It is attached to this account already. */
    STOOD,
    /** It is attached to another account; nothing was changed. */
    TAKEN
  }

  /**
   * Attaches a further identity to an account, in one transaction with the record of it.
   *
   * @param way the provider's name
   */
  Attachment attach(String accountId, String identity, String way, SignInRecord entry);

  /**
   * Takes an identity from its account, in one transaction with the record of it; never the last
   * one.
   *
   * @return false when it was not there, or no other stays
   */
  boolean detach(String accountId, String identity, SignInRecord entry);

  /** Every identity attached to an account; may lag behind by a moment. */
  List<AttachedWay> ways(String accountId);

  /** The account that an identity is attached to. */
  Optional<String> accountOf(String identity);

  Optional<Account> find(String accountId);
}
