package jp.ishikari.link.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.ishikari.link.casework.store.BulkJob;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** How far a job is, and which cases could not be done, with the reason. */
@Contract(response = ReadBulkJob.Shown.class)
record ReadBulkJob(OwnJob own, ApplicationStore applications, BulkJobLine.Maker lines)
    implements Operation {

  /**
   * @param procedureName null, like the name, where the case is nothing of the clerk's any more
   */
  record Refused(
      String applicationId,
      @Nullable String receiptNumber,
      @Nullable String procedureName,
      @Nullable String applicantName,
      String reason) {}

  /** A case that was decided on, of which no notice reaches the applicant. */
  record Untold(String applicationId, @Nullable String receiptNumber) {}

  /**
   * @param done cases that were decided on
   */
  record Shown(BulkJobLine job, int done, List<Untold> untold, List<Refused> refused) {}

  @Override
  public Response run(Request request) {
    return own.find(request)
        .fold(refusal -> refusal, job -> Response.ok(shown(job, request.staff())));
  }

  private Shown shown(BulkJob job, Caller.Staff staff) {
    List<BulkJob.Result> results = own.jobs().results(job.jobId());
    List<BulkJob.Result> done = results.stream().filter(BulkJob.Result::done).toList();
    List<BulkJob.Result> refused = results.stream().filter(one -> !one.done()).toList();
    Map<String, Application> found =
        applications.findAll(
            refused.stream().map(BulkJob.Result::applicationId).collect(Collectors.toSet()));
    return new Shown(
        lines.of(job),
        done.size(),
        done.stream()
            .filter(BulkJob.Result::untold)
            .map(one -> new Untold(one.applicationId(), one.receiptNumber()))
            .toList(),
        refused.stream()
            .map(
                one -> {
                  Optional<Application> theirs =
                      Optional.ofNullable(found.get(one.applicationId()))
                          .filter(a -> staff.divisions().contains(a.divisionId()));
                  return new Refused(
                      one.applicationId(),
                      one.receiptNumber(),
                      theirs.map(Application::procedureName).orElse(null),
                      theirs.map(Application::applicantName).orElse(null),
                      one.refusal());
                })
            .toList());
  }
}
