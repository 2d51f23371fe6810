package jp.ishikari.link.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** 申請状況: everything the resident has applied for, newest first. */
@Contract(response = ListApplications.Lines.class)
record ListApplications(ApplicationStore applications) implements Operation {

  /** One line of the list. */
  record Line(
      String applicationId,
      String receiptNumber,
      String procedureId,
      String procedureName,
      ApplicationState state,
      Instant arrivedAt,
      LocalDate receivedOn,
      @Nullable Integer fee) {

    static Line of(Application a) {
      return new Line(
          a.applicationId(),
          a.receiptNumber(),
          a.procedureId(),
          a.procedureName(),
          a.state(),
          a.arrivedAt(),
          a.receivedOn(),
          a.fee());
    }
  }

  record Lines(List<Line> applications) {}

  @Override
  public Response run(Request request) {
    return Response.ok(
        new Lines(
            applications.ofAccount(request.resident().accountId()).stream()
                .map(Line::of)
                .toList()));
  }
}
