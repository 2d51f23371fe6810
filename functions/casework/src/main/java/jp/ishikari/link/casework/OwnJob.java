package jp.ishikari.link.casework;

import jp.ishikari.link.casework.store.BulkJob;
import jp.ishikari.link.casework.store.BulkJobStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.OfOwnDivisions;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Finds the job a request names, if the clerk began it; another's is answered as if it did not
 * exist.
 */
@OfOwnDivisions
record OwnJob(BulkJobStore jobs) {

  Outcome<Response, BulkJob> find(Request request) {
    return jobs.find(request.path().get("jobId"))
        .filter(job -> job.staffId().equals(request.staff().staffId()))
        .<Outcome<Response, BulkJob>>map(Outcome::success)
        .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response()));
  }
}
