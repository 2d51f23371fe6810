package jp.ishikari.link.documents;

import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** The same sheet for the clerk's own papers; who took it stands in the log. */
@Contract(response = CaseSheet.Printed.class)
record PrintCase(ApplicationStore applications, CaseSheet sheet) implements Operation {
  private static final Log LOG = Log.of(PrintCase.class);

  @Override
  public Response run(Request request) {
    return OwnCase.find(applications, request)
        .fold(
            refusal -> refusal,
            application -> {
              LOG.info(
                  "application printed",
                  Log.fields(LogField.APPLICATION_ID, LogField.STAFF_ID),
                  application.applicationId(),
                  request.staff().staffId());
              return Response.ok(sheet.print(application));
            });
  }
}
