package jp.ishikari.link.payments;

import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** A resident takes back a link that they made for somebody else: nobody pays with it any more. */
@Contract(request = EndPayerLink.Asked.class, response = AskingOthers.Done.class)
record EndPayerLink(OwnApplication own, AskingOthers asking) implements Operation {

  record Asked(@Limit(min = 1, max = 100) int number) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                own.find(request)
                    .then(
                        application ->
                            Body.read(request, Asked.class)
                                .map(asked -> asking.end(key, application, asked.number()))))
        .fold(refusal -> refusal, answer -> answer);
  }
}
