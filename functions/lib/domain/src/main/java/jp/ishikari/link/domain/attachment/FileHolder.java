package jp.ishikari.link.domain.attachment;

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
}
