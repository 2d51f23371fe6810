package jp.ishikari.link.domain.attachment;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.domain.Draft;
import jp.ishikari.link.domain.DraftStore;

/**
 * Who may name a file before and after it is sent in: the account that sent it, or whoever has the
 * code of the draft it was sent for. As with drafts, neither can be guessed.
 */
public final class FileHolder {
  private static final String DRAFT = "draft/";
  private static final String ACCOUNT = "account/";

  private FileHolder() {}

  public static String account(String accountId) {
    return ACCOUNT + accountId;
  }

  public static String draft(String draftId) {
    return DRAFT + draftId;
  }

  /** The draft's id; null where an account holds it. */
  public static String draftIdOrNull(String holder) {
    return holder.startsWith(DRAFT) ? holder.substring(DRAFT.length()) : null;
  }

  /** The account's id; null where a draft holds it. */
  public static String accountIdOrNull(String holder) {
    return holder.startsWith(ACCOUNT) ? holder.substring(ACCOUNT.length()) : null;
  }

  /**
   * Everybody in whose name somebody speaks of files, exactly as with drafts: their account, and a
   * draft that is nobody else's; the account first.
   *
   * @param accountIdOrNull of whoever is signed in
   * @param draftIdOrNull of the draft that they name
   */
  public static Set<String> all(
      String accountIdOrNull, String draftIdOrNull, DraftStore drafts, Instant now) {
    Set<String> holders = new LinkedHashSet<>();
    if (accountIdOrNull != null) {
      holders.add(account(accountIdOrNull));
    }
    if (draftIdOrNull != null) {
      Optional<String> of = drafts.find(draftIdOrNull, now).map(Draft::accountId);
      if (of.isEmpty() || of.get().equals(accountIdOrNull)) {
        holders.add(draft(draftIdOrNull));
      }
    }
    return holders;
  }
}
