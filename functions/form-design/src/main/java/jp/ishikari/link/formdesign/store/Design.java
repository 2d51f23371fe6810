package jp.ishikari.link.formdesign.store;

import java.time.Instant;
import jp.ishikari.link.domain.Procedure;

/**
 * A procedure that staff are working on: what will be its next version. It may be unfinished, so
 * every text of it may be null.
 *
 * @param revision counts up with each save; 0 before the first
 * @param draft page and form; its version is the published one it started from, 0 for none
 * @param editedBy staff id
 * @param awaiting the publication that waits for a second person; null when none does
 * @param declined why the last one was not approved, with who and when; null otherwise
 * @param removed whether it was taken away before it was ever published: who and when stay, its
 *     contents do not
 */
public record Design(
    int revision,
    Procedure draft,
    Instant editedAt,
    String editedBy,
    String editedByName,
    Publication awaiting,
    String declined,
    boolean removed) {

  /** Without a publication under way. */
  public Design(
      int revision, Procedure draft, Instant editedAt, String editedBy, String editedByName) {
    this(revision, draft, editedAt, editedBy, editedByName, null, null, false);
  }

  public String procedureId() {
    return draft.procedureId();
  }

  /** The next revision. Whatever waited for approval waits no more: it was for other contents. */
  public Design saved(Procedure next, Instant at, String by, String byName) {
    return new Design(revision + 1, next, at, by, byName);
  }

  /** The next revision with everything as it is. */
  public Design again() {
    return new Design(
        revision + 1, draft, editedAt, editedBy, editedByName, awaiting, declined, removed);
  }

  /** The next revision with the same contents, waiting for a second person. */
  public Design waiting(Publication publication) {
    return new Design(
        revision + 1,
        draft,
        publication.at(),
        publication.by(),
        publication.byName(),
        publication,
        null,
        false);
  }

  /** The next revision with the same contents, which were not approved. */
  public Design declined(String why) {
    return new Design(revision + 1, draft, editedAt, editedBy, editedByName, null, why, false);
  }

  /**
   * The last revision: that there was one, who removed it and when.
   *
   * @param nameOnly the draft without anything else that was written
   */
  public Design removed(Procedure nameOnly, Instant at, String by, String byName) {
    return new Design(revision + 1, nameOnly, at, by, byName, null, null, true);
  }
}
