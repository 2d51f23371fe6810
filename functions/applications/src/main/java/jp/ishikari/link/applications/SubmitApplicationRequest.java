package jp.ishikari.link.applications;

import java.util.Map;
import jp.ishikari.link.edge.Body;

/**
 * What a resident sends in.
 *
 * @param fee what the resident was shown, in yen; null when free
 * @param draftId the draft it was written in; null when there is none
 * @param signingRequestId what was signed; null when nothing was
 */
record SubmitApplicationRequest(
    String procedureId,
    int formVersion,
    Map<String, Object> answers,
    Integer fee,
    String draftId,
    String signingRequestId) {

  static SubmitApplicationRequest read(Body body) {
    return new SubmitApplicationRequest(
        body.text("procedureId", 64),
        body.integer("formVersion", 1, Integer.MAX_VALUE),
        body.object("answers"),
        body.optionalInteger("fee", 0, Integer.MAX_VALUE),
        body.optionalText("draftId", 64),
        body.optionalText("signingRequestId", 64));
  }
}
