package jp.ishikari.link.casework;

import java.util.List;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** The latest decisions on many cases of the clerk's own, newest first. */
@Contract(response = ListBulkJobs.Jobs.class)
record ListBulkJobs(OwnJob own, BulkJobLine.Maker lines) implements Operation {

  record Jobs(List<BulkJobLine> jobs) {}

  @Override
  public Response run(Request request) {
    return Response.ok(new Jobs(own.latest(request.staff()).stream().map(lines::of).toList()));
  }
}
