package jp.ishikari.link.staffdirectory.store;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;

/** Divisions as system administrators keep them. Each write is one transaction. */
public interface DivisionRegister {

  /** Changes of all divisions, newest first, at most {@code limit}. */
  List<DivisionChange> history(int limit);

  /**
   * Adds a division or changes name, phone and counter of one; overtaken when the change's revision
   * is there already, or the division is (when added) or is not (when changed).
   */
  Outcome<NotSaved, DivisionChange> save(
      Division division, boolean added, DivisionChange change, Idempotency token);

  /** What became of an earlier request with this token, if there was one. */
  Optional<NotSaved> repeated(String token, String bodyHash);
}
