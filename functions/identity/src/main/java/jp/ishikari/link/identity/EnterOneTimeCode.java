package jp.ishikari.link.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.OneOf;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.staff.OneTimeCodes;
import jp.ishikari.link.identity.staff.SecondFactorDoor;

/** The second factor of staff: a code of their authenticator, which counts once. */
@Contract(request = EnterOneTimeCode.Typed.class, response = EnterOneTimeCode.Done.class)
record EnterOneTimeCode(SecondFactorDoor door) implements Operation {
  private static final Problem.FieldError WRONG =
      new Problem.FieldError("code", "wrong", "ワンタイムコードが違うか、すでに使われています。新しいコードを入力してください。");

  record Typed(@Limit(max = 10) String code) {}

  record Done(@OneOf("signed-in") String level) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Typed.class)
        .map(Typed::code)
        .fold(
            refusal -> refusal,
            code ->
                door.signIn(
                    request.staff(),
                    (member, now) -> taken(member, code, now),
                    WRONG,
                    new Done("signed-in")));
  }

  private Optional<SecondFactor> taken(StaffMember member, String code, Instant now) {
    SecondFactor factor = member.factor();
    if (factor.secret() == null) {
      return Optional.empty();
    }
    byte[] secret = door.staff().open(member.staffId(), factor.secret());
    OptionalLong step = OneTimeCodes.stepOf(secret, code, now);
    return step.isPresent() && step.getAsLong() > factor.lastStep()
        ? Optional.of(factor.accepted(step.getAsLong()))
        : Optional.empty();
  }
}
