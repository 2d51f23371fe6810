package jp.ishikari.link.identity;

import java.util.Optional;
import jp.ishikari.link.domain.identity.EmailAllowance;
import jp.ishikari.link.domain.identity.EmailCode;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.EmailAddress;

/**
 * Sends a code to an address: to sign in with it, or to make it the contact address (連絡先メールアドレス) of
 * the account that is signed in. The answer is the same whoever has the address.
 *
 * @param offered whether one may sign in this way here
 */
record SendEmailCode(EmailDoor door, boolean offered) implements Operation {

  /** How long the code is good, and after how long another may be asked for. */
  private record Sent(long seconds, long pauseSeconds) {}

  private record Asked(Optional<EmailAddress> address, boolean contact) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, SendEmailCode::asked)
        .fold(
            refusal -> refusal,
            asked -> {
              boolean signedIn = request.caller() instanceof Caller.Resident;
              if (asked.contact() && !signedIn) {
                return Problem.SIGN_IN_REQUIRED.response();
              }
              // Nobody should read their mail at a terminal that the next visitor uses.
              if (!asked.contact() && (!offered || request.visit().isPresent())) {
                return Problem.NOT_FOUND.response();
              }
              return door.send(
                  request,
                  asked.address().orElseThrow(),
                  asked.contact() ? request.resident().accountId() : null,
                  new Sent(EmailCode.LIFE.toSeconds(), EmailAllowance.PAUSE.toSeconds()));
            });
  }

  private static Asked asked(Body body) {
    String typed = body.text("address", 254).strip();
    Optional<EmailAddress> address = EmailAddress.read(typed);
    // What is missing or no text was told already.
    if (address.isEmpty() && !typed.isEmpty()) {
      body.wrong("address", "email", "メールアドレスを「name@example.jp」の形で入力してください。");
    }
    return new Asked(address, body.flag("contact"));
  }
}
