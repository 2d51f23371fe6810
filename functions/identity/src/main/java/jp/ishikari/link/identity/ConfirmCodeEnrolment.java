package jp.ishikari.link.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.staff.OneTimeCodes;
import jp.ishikari.link.identity.staff.RecoveryCodes;
import jp.ishikari.link.identity.staff.SecondFactorDoor;

/**
 * The first code of a new authenticator: from now on it is the second factor. Answers the recovery
 * codes, once; only their hashes are kept.
 */
@Contract(
    request = ConfirmCodeEnrolment.Typed.class,
    response = ConfirmCodeEnrolment.Confirmed.class)
record ConfirmCodeEnrolment(SecondFactorDoor door) implements Operation {
  private static final int RECOVERY_CODES = 10;
  private static final Problem.FieldError WRONG =
      new Problem.FieldError("code", "wrong", "コードが違います。認証アプリに表示された新しいコードを入力してください。");

  record Typed(@Limit(max = 10) String code) {}

  record Confirmed(List<String> recoveryCodes) {}

  @Override
  public Response run(Request request) {
    List<String> codes = new ArrayList<>();
    while (codes.size() < RECOVERY_CODES) {
      codes.add(RecoveryCodes.draw());
    }
    Set<String> hashes =
        codes.stream().map(RecoveryCodes::hash).collect(Collectors.toUnmodifiableSet());
    return Body.read(request, Typed.class)
        .map(Typed::code)
        .fold(
            refusal -> refusal,
            code ->
                door.signIn(
                    request.staff(),
                    (member, now) -> confirmed(member, code, hashes, now),
                    WRONG,
                    new Confirmed(codes)));
  }

  private Optional<SecondFactor> confirmed(
      StaffMember member, String code, Set<String> hashes, Instant now) {
    SecondFactor factor = member.factor();
    if (factor.pending() == null || !factor.awaitsEnrolment(now)) {
      return Optional.empty();
    }
    byte[] secret = door.staff().open(member.staffId(), factor.pending());
    OptionalLong step = OneTimeCodes.stepOf(secret, code, now);
    return step.isPresent()
        ? Optional.of(factor.confirmed(step.getAsLong(), hashes))
        : Optional.empty();
  }
}
