package jp.ishikari.link.casework;

import java.util.List;
import jp.ishikari.link.casework.store.BulkJob;
import jp.ishikari.link.casework.store.BulkJobStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.OfOwnDivisions;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Jobs of the clerk's own, as long as one of the divisions is still theirs that they began it in;
 * another's is answered as if it did not exist.
 */
@OfOwnDivisions
record OwnJob(BulkJobStore jobs) {

  /** The latest, newest first. */
  List<BulkJob> latest(Caller.Staff staff) {
    return jobs.of(staff.staffId()).stream().filter(job -> isOwn(job, staff)).toList();
  }

  Outcome<Response, BulkJob> find(Request request) {
    return jobs.find(request.path().get("jobId"))
        .filter(job -> isOwn(job, request.staff()))
        .<Outcome<Response, BulkJob>>map(Outcome::success)
        .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response()));
  }

  private static boolean isOwn(BulkJob job, Caller.Staff staff) {
    return job.staffId().equals(staff.staffId())
        && job.divisions().stream().anyMatch(staff.divisions()::contains);
  }
}
