package jp.ishikari.link.domain;

import java.time.Instant;

/**
 * A procedure that staff are working on: what will be its next version. It may be unfinished, so
 * every text of it may be null.
 *
 * @param revision counts up with each save; 0 before the first
 * @param draft page and form; its version is the published one it started from, 0 for none
 * @param editedBy staff id
 */
public record Design(
    int revision, Procedure draft, Instant editedAt, String editedBy, String editedByName) {

  public String procedureId() {
    return draft.procedureId();
  }

  /** The next revision. */
  public Design saved(Procedure next, Instant at, String by, String byName) {
    return new Design(revision + 1, next, at, by, byName);
  }
}
