package jp.ishikari.link.domain.identity;

import java.util.Optional;

/** Keeps the address at which an account's owner reads mail (連絡先メールアドレス). */
public interface ContactEmails {
  Optional<ContactEmail> of(String accountId);

  /** Keeps it in the place of {@code before}; false when that is not what stands. */
  boolean replace(String accountId, ContactEmail before, ContactEmail after);
}
