package jp.ishikari.link.payments;

import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Whoever applied without an account takes back a link that they made for somebody else. */
@Contract(request = EndFollowedPayerLink.Asked.class, response = AskingOthers.Done.class)
record EndFollowedPayerLink(LinkedPayment own, AskingOthers asking) implements Operation {

  /**
   * @param code of the receipt
   */
  record Asked(@Limit(max = 40) String code, @Limit(min = 1, max = 100) int number) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                Body.read(request, Asked.class)
                    .then(
                        asked ->
                            own.find(asked.code())
                                .map(application -> asking.end(key, application, asked.number()))))
        .fold(refusal -> refusal, answer -> answer);
  }
}
