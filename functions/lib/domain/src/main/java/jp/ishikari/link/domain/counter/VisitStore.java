package jp.ishikari.link.domain.counter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;

/** Keeps visits in the region that made them. */
public interface VisitStore {

  /** The visit at the counter ended meanwhile. */
  record VisitEnded() {}

  /** That a visit still goes on. */
  Part<VisitEnded> going(String visitId);

  void begin(Visit visit);

  /** As stored; whether it has run out is for the caller to see. */
  Optional<Visit> find(String visitId);

  void seen(String visitId, Instant at);

  /**
   * Somebody signed in during the visit, and waits for no check any more; false when it has ended.
   */
  boolean signedIn(String visitId, String session);

  /**
   * The visitor waits, or (null) waits no more; false when the visit has ended or, unless somebody
   * is to be checked anew, staff have checked already.
   */
  boolean wait(String visitId, Visit.Waiting orNull, boolean anew);

  /** Those who wait, longest first; may lag behind by a moment. */
  List<Visit> waiting();

  /**
   * What staff found out, once, while the visitor still waits as they did when staff looked, in the
   * place of what was found out before; with the token in one transaction.
   *
   * @param as what staff saw: whoever gave up and waits anew may be somebody else
   */
  Outcome<NotSaved, Attestation> attest(
      String visitId, Visit.Waiting as, Attestation found, Idempotency token);

  /** What became of an earlier request with this token, if there was one. */
  Optional<NotSaved> repeated(String token, String bodyHash);

  void end(String visitId);
}
