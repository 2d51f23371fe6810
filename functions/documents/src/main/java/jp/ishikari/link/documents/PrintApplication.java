package jp.ishikari.link.documents;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** 申請の控え: what the resident sent in, on paper. */
@Contract(response = CaseSheet.Printed.class)
record PrintApplication(OwnApplication own, CaseSheet sheet) implements Operation {

  @Override
  public Response run(Request request) {
    return own.find(request)
        .fold(refusal -> refusal, application -> Response.ok(sheet.print(application)));
  }
}
