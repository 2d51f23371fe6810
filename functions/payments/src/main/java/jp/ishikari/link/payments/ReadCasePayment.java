package jp.ishikari.link.payments;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** What a case costs and what became of it; 404 where it costs nothing. */
@Contract(response = CasePayment.class)
record ReadCasePayment(Deciding deciding) implements Operation {

  @Override
  public Response run(Request request) {
    return deciding
        .find(request)
        .fold(refusal -> refusal, at -> Response.ok(CasePayment.of(at.order(), at.staffId())));
  }
}
