package jp.ishikari.link.applications;

import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.Claim;
import jp.ishikari.link.edge.Body;

/**
 * What a resident sends in.
 *
 * @param fee what the resident was shown, in yen; null when free
 * @param draftId the draft it was written in; null when there is none
 * @param claimId of the code that whoever applies without signing in may take the application over
 *     with; means nothing where an account applies
 * @param signingRequestId what was signed; null when nothing was
 */
record SubmitApplicationRequest(
    String procedureId,
    int formVersion,
    Map<String, Object> answers,
    Integer fee,
    String draftId,
    String signingRequestId,
    Optional<String> claimId) {

  static SubmitApplicationRequest read(Body body) {
    return new SubmitApplicationRequest(
        body.text("procedureId", 64),
        body.integer("formVersion", 1, Integer.MAX_VALUE),
        body.object("answers"),
        body.optionalInteger("fee", 0, Integer.MAX_VALUE),
        body.optionalText("draftId", 64),
        body.optionalText("signingRequestId", 64),
        Optional.ofNullable(body.optionalText("claimCode", 40)).flatMap(Claim::idOf));
  }
}
