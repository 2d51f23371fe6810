package jp.ishikari.link.payments;

import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Whoever applied without an account makes a link for somebody who is to pay for them. */
@Contract(
    request = MakeFollowedPayerLink.Asked.class,
    response = AskingOthers.Done.class,
    status = 201)
record MakeFollowedPayerLink(LinkedPayment own, AskingOthers asking) implements Operation {

  /**
   * @param code of the receipt, which stays with the applicant
   * @param link a new code, of twelve letters and digits
   * @param name whom it is for, as they shall read it
   */
  record Asked(
      @Limit(max = 40) String code,
      @Limit(min = 1, max = 40) String link,
      @Limit(min = 1, max = 40, name = true) String name) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                Body.read(request, Asked.class, AskingOthers.checked(Asked::link))
                    .then(
                        asked ->
                            own.find(asked.code())
                                .map(
                                    application ->
                                        asking.make(
                                            key,
                                            application,
                                            new AskingOthers.Asked(asked.link(), asked.name())))))
        .fold(refusal -> refusal, answer -> answer);
  }
}
