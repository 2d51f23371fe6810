package jp.ishikari.link.casework;

import java.util.List;
import jp.ishikari.link.casework.store.BulkJob;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** How far a job is, and which cases could not be done, with the reason. */
@Contract(response = ReadBulkJob.Shown.class)
record ReadBulkJob(OwnJob own, BulkJobLine.Maker lines) implements Operation {

  record Refused(String applicationId, @Nullable String receiptNumber, String reason) {}

  /**
   * @param done cases that were decided on
   */
  record Shown(BulkJobLine job, int done, List<Refused> refused) {}

  @Override
  public Response run(Request request) {
    return own.find(request).fold(refusal -> refusal, job -> Response.ok(shown(job)));
  }

  private Shown shown(BulkJob job) {
    List<BulkJob.Result> results = own.jobs().results(job.jobId());
    return new Shown(
        lines.of(job),
        (int) results.stream().filter(BulkJob.Result::done).count(),
        results.stream()
            .filter(result -> !result.done())
            .map(one -> new Refused(one.applicationId(), one.receiptNumber(), one.refusal()))
            .toList());
  }
}
