package jp.ishikari.link.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what residents have begun. What has expired is not there, whether removed yet or not. */
public interface DraftStore {

  /** Writes a revision, only if the one before it is on record (none for the first). */
  Outcome<NotSaved, Draft> save(Draft next, Idempotency token);

  /** What became of an earlier request with this token, if there was one. */
  Optional<NotSaved> repeated(String token, String bodyHash);

  Optional<Draft> find(String draftId, Instant now);

  /** Newest first. */
  List<Draft> ofAccount(String accountId, Instant now);

  /** How many people are filling in a procedure. */
  int running(String procedureId, Instant now);

  /**
   * That a draft is gone: an ownerless one or the account's own, if it still exists.
   *
   * @param proven whether the session has the identity verified
   */
  Part<NotEnded> ending(String draftId, String accountIdOrNull, boolean proven);

  /** Why a draft can't end with an application. */
  enum NotEnded {
    /** It is somebody else's. */
    OTHERS,
    /** It was saved with a verified identity, and the session has none. */
    PROOF_NEEDED
  }

  void remove(String draftId);
}
