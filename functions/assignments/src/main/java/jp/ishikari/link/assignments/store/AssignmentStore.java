package jp.ishikari.link.assignments.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.assignment.Assignment;

/** Keeps who works on a case, its labels and the notes of colleagues. */
public interface AssignmentStore {

  /**
   * All of it.
   *
   * @param notes in the order in which they were written
   */
  record Written(Assignment assignment, List<Note> notes) {}

  /** Of one application (consistent). */
  Written of(String applicationId);

  /**
   * The next version, its event and the promise together, if nobody changed anything meanwhile.
   *
   * @param event what made it
   */
  Outcome<NotSaved, Assignment> change(
      Assignment before, Assignment next, EventType event, Instant at, Idempotency token);

  /** One note more, its event and the promise together, if nobody changed anything meanwhile. */
  Outcome<NotSaved, Assignment> note(Assignment before, Note note, Idempotency token);

  Optional<NotSaved> repeated(String token, String bodyHash);
}
