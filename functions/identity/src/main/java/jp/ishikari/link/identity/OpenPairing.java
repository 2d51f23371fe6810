package jp.ishikari.link.identity;

import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.device.Pairings;
import jp.ishikari.link.identity.store.Pairing;
import org.jspecify.annotations.Nullable;

/**
 * What is about to happen, for whoever read the picture: which device asks, and since when. Without
 * a token, the one that this browser has gone on with.
 */
@Contract(request = OpenPairing.Named.class, response = OpenPairing.Asked.class)
record OpenPairing(Pairings pairings) implements Operation {

  record Named(@Nullable @Limit(max = Pairings.TOKEN_LENGTH) String token) {}

  record Asked(String device, Instant startedAt, Instant expiresAt, Pairing.State state) {
    static Asked of(Pairing p) {
      return new Asked(p.device(), p.startedAt(), p.expiresAt(), p.state());
    }
  }

  @Override
  public Response run(Request request) {
    return Body.read(request, Named.class)
        .fold(refusal -> refusal, named -> open(Optional.ofNullable(named.token()), request));
  }

  private Response open(Optional<String> token, Request request) {
    Optional<Pairing> own = pairings.confirmedBy(request);
    Optional<Pairing> found = token.isPresent() ? pairings.standing(token.get()) : own;
    return found
        .filter(p -> p.state() == Pairing.State.WAITING || p.state() == Pairing.State.CONFIRMED)
        .map(
            p ->
                p.state() == Pairing.State.WAITING || own.equals(found)
                    ? Response.ok(Asked.of(p))
                    : Problem.CONFLICT.response("ほかの端末で、本人確認が進んでいます。"))
        .orElseGet(Problem.NOT_FOUND::response);
  }
}
