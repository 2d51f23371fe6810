package jp.ishikari.link.applications;

import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * 補正: the resident answers again what staff returned, and signs it again where the procedure asks
 * for a signature.
 */
@Contract(request = CorrectionIntake.Asked.class, response = ApplicationReceipt.class)
record CorrectApplication(OwnApplication own, Correcting correcting) implements Operation {

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                own.find(request)
                    .then(
                        application ->
                            Body.read(request, CorrectionIntake.Asked.class)
                                .then(
                                    asked ->
                                        correcting.correct(
                                            application, asked, null, request, key))))
        .fold(refusal -> refusal, answer -> answer);
  }
}
