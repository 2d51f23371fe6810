package jp.ishikari.link.domain;

import java.util.List;
import java.util.Optional;

/**
 * Divisions as system administrators keep them, and the rules that divisions set themselves, in one
 * history. Each write is one transaction.
 */
public interface DivisionRegister {

  /** Changes of all divisions, newest first, at most {@code limit}. */
  List<DivisionChange> history(int limit);

  /**
   * Adds a division or changes name, phone and counter of one; overtaken when the change's revision
   * is there already, or the division is (when added) or is not (when changed).
   */
  Outcome<NotSaved, DivisionChange> save(
      Division division, boolean added, DivisionChange change, Idempotency token);

  /**
   * Sets the rule of a division's publications; overtaken when the change's revision is there
   * already or another rule than {@code before} stands.
   */
  Outcome<NotSaved, DivisionChange> rule(
      PublicationRule before, PublicationRule after, DivisionChange change, Idempotency token);

  /** What became of an earlier request with this token, if there was one. */
  Optional<NotSaved> repeated(String token, String bodyHash);
}
