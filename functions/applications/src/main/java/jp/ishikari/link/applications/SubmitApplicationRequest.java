package jp.ishikari.link.applications;

import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.applications.store.Claim;
import jp.ishikari.link.domain.FollowCode;
import jp.ishikari.link.edge.Limit;
import org.jspecify.annotations.Nullable;

/**
 * What a resident sends in.
 *
 * @param fee what the resident was shown, in yen; null when free
 * @param draftId the draft it was written in; null when there is none
 * @param claimCode the code that whoever applies without signing in may take the application over
 *     with; means nothing where an account applies
 * @param followCode the code that the same may follow it with
 * @param signingRequestId what was signed; null when nothing was
 */
record SubmitApplicationRequest(
    @Limit(max = 64) String procedureId,
    @Limit(min = 1) int formVersion,
    Map<String, Object> answers,
    @Nullable @Limit Integer fee,
    @Nullable @Limit(max = 64) String draftId,
    @Nullable @Limit(max = 64) String signingRequestId,
    @Nullable @Limit(max = 40) String claimCode,
    @Nullable @Limit(max = 40) String followCode) {

  Optional<String> claimId() {
    return Optional.ofNullable(claimCode).flatMap(Claim::idOf);
  }

  /** The code of the receipt that opens its payment too; null where there is none. */
  @Nullable String payingCode() {
    return followCode == null ? claimCode : followCode;
  }

  Optional<String> followId() {
    return Optional.ofNullable(followCode).flatMap(FollowCode::idOf);
  }
}
