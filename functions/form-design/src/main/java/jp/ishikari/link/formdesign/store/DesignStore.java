package jp.ishikari.link.formdesign.store;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Procedure;

/** Keeps what staff are working on. Each write is one transaction. */
public interface DesignStore {

  Optional<Design> find(String procedureId);

  /** Of one division, by id. */
  List<Design> ofDivision(String divisionId);

  /** Writes a revision, only if the one before it is on record (none for the first). */
  Outcome<NotSaved, Design> save(Design next, Idempotency token);

  /**
   * Writes a revision and the version that is published from it, which is listed instead of {@code
   * beforeOrNull} from then on; only if that one is the published one until then.
   *
   * @param besides what becomes true with it
   */
  Outcome<NotSaved, Design> publish(
      Design next,
      Procedure version,
      Procedure beforeOrNull,
      List<Part<NotSaved>> besides,
      Idempotency token);

  /** What became of an earlier request with this token, if there was one. */
  Optional<NotSaved> repeated(String token, String bodyHash);
}
