package jp.ishikari.link.identity;

import java.util.Optional;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.OneOf;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.staff.RecoveryCodes;
import jp.ishikari.link.identity.staff.SecondFactorDoor;

/** A recovery code instead of the authenticator's; each counts once. */
@Contract(request = EnterRecoveryCode.Typed.class, response = EnterRecoveryCode.Done.class)
record EnterRecoveryCode(SecondFactorDoor door) implements Operation {
  private static final Problem.FieldError WRONG =
      new Problem.FieldError("code", "wrong", "回復コードが違うか、すでに使われています。");

  record Typed(@Limit(max = 40) String code) {}

  record Done(@OneOf("signed-in") String level) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Typed.class)
        .map(Typed::code)
        .map(RecoveryCodes::hash)
        .fold(
            refusal -> refusal,
            hash ->
                door.signIn(
                    request.staff(),
                    (member, now) ->
                        Optional.of(member.factor())
                            .filter(factor -> factor.recovery().contains(hash))
                            .map(factor -> factor.recovered(hash)),
                    WRONG,
                    new Done("signed-in")));
  }
}
