package jp.ishikari.link.applications;

import java.util.Map;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.FollowedApplication;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** 補正 by whoever applied without signing in, with the code of the application. */
@Contract(request = CorrectFollowed.Asked.class, response = ApplicationReceipt.class)
record CorrectFollowed(FollowedApplication followed, Correcting correcting) implements Operation {

  /**
   * What is answered anew.
   *
   * @param version of the application as it was seen
   * @param draftId the draft that new files were sent for; null when there are none
   */
  record Asked(
      @Limit(max = 40) String code,
      @Limit(min = 1) int version,
      Map<String, Object> answers,
      @Nullable @Limit Integer fee,
      @Nullable @Limit(max = 64) String draftId) {

    private CorrectionIntake.Asked correction() {
      return new CorrectionIntake.Asked(version, answers, fee, null);
    }
  }

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                Body.read(request, Asked.class)
                    .then(
                        asked ->
                            followed
                                .find(asked.code())
                                .then(
                                    application ->
                                        correcting.correct(
                                            application,
                                            asked.correction(),
                                            asked.draftId(),
                                            request,
                                            key))))
        .fold(refusal -> refusal, answer -> answer);
  }
}
