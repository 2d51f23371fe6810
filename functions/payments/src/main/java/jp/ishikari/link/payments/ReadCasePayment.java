package jp.ishikari.link.payments;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** What a case costs and what became of it. */
@Contract(response = ReadCasePayment.Answer.class)
record ReadCasePayment(Deciding deciding) implements Operation {

  /**
   * @param payment null where it costs nothing
   */
  record Answer(@Nullable CasePayment payment) {}

  @Override
  public Response run(Request request) {
    return deciding
        .shown(request)
        .fold(refusal -> refusal, payment -> Response.ok(new Answer(payment.orElse(null))));
  }
}
