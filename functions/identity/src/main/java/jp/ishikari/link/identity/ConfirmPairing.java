package jp.ishikari.link.identity;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.identity.device.Pairings;
import jp.ishikari.link.identity.door.Doorkeeper;
import jp.ishikari.link.identity.store.Pairing;

/**
 * The phone names the number that the waiting device shows: whoever was sent somebody else's
 * picture does not see it. A try is recorded before it is answered.
 */
@Contract(request = ConfirmPairing.Asked.class)
record ConfirmPairing(Pairings pairings) implements Operation {

  record Asked(
      @Limit(max = Pairings.TOKEN_LENGTH) String token,
      @Limit(max = Pairings.NUMBER_DIGITS) String number) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class).fold(refusal -> refusal, this::confirm);
  }

  private Response confirm(Asked asked) {
    Optional<Pairing> found =
        pairings.standing(asked.token()).filter(p -> p.state() == Pairing.State.WAITING);
    if (found.isEmpty()) {
      return Problem.NOT_FOUND.response();
    }
    Pairing pairing = found.get();
    String phone = Secrets.draw();
    boolean right = pairing.number().equals(Pairings.hashOf(asked.token(), asked.number()));
    Pairing next =
        right
            ? pairing.confirmed(
                Secrets.hash(phone), pairings.clock().instant().plus(Doorkeeper.PATIENCE))
            : pairing.missed(Pairings.TRIES);
    if (!pairings.store().advance(pairing, next)) {
      return Problem.CONFLICT.response();
    }
    if (right) {
      return Response.noContent()
          .with(
              "Set-Cookie",
              pairings
                  .cookies()
                  .set(Pairings.PHONE_COOKIE, asked.token() + "." + phone, Doorkeeper.PATIENCE));
    }
    return next.state() == Pairing.State.CANCELLED
        ? Problem.TOO_MANY_REQUESTS.response(
            "番号を" + Pairings.TRIES + "回間違えたため、取り消しました。パソコンの画面で、もう一度はじめてください。")
        : Problem.ANSWERS_INVALID.response(
            List.of(
                new Problem.FieldError(
                    "number",
                    "wrong",
                    "番号が違います。パソコンの画面の番号を確かめてください（あと" + (Pairings.TRIES - next.misses()) + "回）。")));
  }
}
