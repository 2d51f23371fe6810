package jp.ishikari.link.identity;

import java.util.Optional;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.device.Pairings;
import jp.ishikari.link.identity.store.Pairing;

/** Whoever read the picture, or shows it, ends it. Nobody is signed in by it any more. */
@Contract(request = OpenPairing.Named.class)
record CancelPairing(Pairings pairings) implements Operation {

  @Override
  public Response run(Request request) {
    return Body.read(request, OpenPairing.Named.class)
        .map(named -> Optional.ofNullable(named.token()))
        .fold(refusal -> refusal, token -> cancel(token.or(() -> pairings.tokenOfPhone(request))));
  }

  private Response cancel(Optional<String> token) {
    Optional<Pairing> found = token.flatMap(pairings::standing);
    if (found.isEmpty()) {
      return Problem.NOT_FOUND.response();
    }
    return pairings.store().advance(found.get(), found.get().cancelled())
        ? Response.noContent().with("Set-Cookie", pairings.cookies().clear(Pairings.PHONE_COOKIE))
        : Problem.CONFLICT.response();
  }
}
