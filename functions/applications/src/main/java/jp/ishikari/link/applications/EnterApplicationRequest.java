package jp.ishikari.link.applications;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.applications.store.Claim;
import jp.ishikari.link.domain.EnteredByStaff;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Limit;
import org.jspecify.annotations.Nullable;

/**
 * What staff type for somebody who applied on paper or by telephone.
 *
 * @param receivedOn 受付日, by the stamp on the paper
 * @param reason why the day is an earlier one; null when it is today
 * @param lacking whether it is taken with what the form asks and the paper does not say
 * @param claimCode the code on the receipt, that the applicant may take it into an account with
 */
record EnterApplicationRequest(
    @Limit(max = 64) String procedureId,
    @Limit(min = 1) int formVersion,
    Map<String, Object> answers,
    EnteredByStaff.Channel channel,
    LocalDate receivedOn,
    @Nullable @Limit(max = 200) String reason,
    boolean lacking,
    @Nullable @Limit(max = 40) String claimCode) {

  /** A code that is none would open nothing for whoever holds the receipt. */
  void checkCode(Body.Mistakes mistakes) {
    if (claimCode != null && !claimCode.isEmpty() && claimId().isEmpty()) {
      mistakes.wrong("claimCode", "pattern", "引継ぎの番号は、英数字12文字です。");
    }
  }

  Optional<String> claimId() {
    return Optional.ofNullable(claimCode).flatMap(Claim::idOf);
  }
}
