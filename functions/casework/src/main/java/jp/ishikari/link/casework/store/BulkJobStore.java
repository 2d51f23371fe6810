package jp.ishikari.link.casework.store;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;

/** Keeps decisions on many cases and what became of each. */
public interface BulkJobStore {

  /** Written with its event, which sets it going. */
  Outcome<NotSaved, BulkJob> start(BulkJob first, Idempotency token);

  Optional<NotSaved> repeated(String token, String bodyHash);

  Optional<BulkJob> find(String jobId);

  /** The latest of a member of staff, newest first. */
  List<BulkJob> of(String staffId);

  /** In the order of the cases. */
  List<BulkJob.Result> results(String jobId);

  /** That a case is done, in the transaction that does it. */
  Part<NotSaved> doing(String jobId, BulkJob.Result done);

  /** That a case was not done; what stands already is left. */
  void refused(String jobId, BulkJob.Result refused);

  /** On to a later case, with the event that brings it there; nothing where it is there already. */
  void goOn(BulkJob later);
}
