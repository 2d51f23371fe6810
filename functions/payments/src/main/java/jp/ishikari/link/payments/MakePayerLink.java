package jp.ishikari.link.payments;

import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** A resident makes a link for somebody who is to pay for them. */
@Contract(request = AskingOthers.Asked.class, response = AskingOthers.Done.class, status = 201)
record MakePayerLink(OwnApplication own, AskingOthers asking) implements Operation {

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                own.find(request)
                    .then(
                        application ->
                            Body.read(
                                    request,
                                    AskingOthers.Asked.class,
                                    AskingOthers.checked(AskingOthers.Asked::link))
                                .map(asked -> asking.make(key, application, asked))))
        .fold(refusal -> refusal, answer -> answer);
  }
}
