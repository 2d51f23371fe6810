package jp.ishikari.link.identity;

import java.time.Instant;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.device.Pairings;
import jp.ishikari.link.identity.door.Landing;
import jp.ishikari.link.identity.store.Pairing;
import jp.ishikari.link.identity.store.SignInRecord;
import jp.ishikari.link.identity.store.SignInRecords;

/**
 * The waiting device asks how far it is, and fetches its session once somebody has proven
 * themselves: under a new cookie, once, in the browser that began. To any other browser it does not
 * exist.
 */
@Contract(request = CollectPairing.Asked.class, response = CollectPairing.Standing.class)
record CollectPairing(Pairings pairings, Landing landing, SignInRecords records)
    implements Operation {

  record Asked(@Limit(max = Pairings.TOKEN_LENGTH) String token) {}

  record Standing(Pairing.State state, Instant expiresAt) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .map(Asked::token)
        .fold(
            refusal -> refusal,
            token ->
                pairings
                    .waitedForBy(request, token)
                    .map(pairing -> collect(pairing, request))
                    .orElseGet(Problem.NOT_FOUND::response));
  }

  private Response collect(Pairing pairing, Request request) {
    Response standing = Response.ok(new Standing(pairing.state(), pairing.expiresAt()));
    if (pairing.state() != Pairing.State.PROVEN) {
      return standing;
    }
    if (!pairings.store().take(pairing)) {
      return Problem.NOT_FOUND.response();
    }
    records.add(
        new SignInRecord(
            pairing.accountId(),
            pairings.clock().instant(),
            pairing.device() + "（スマートフォンで本人確認）",
            SignInRecord.What.SIGNED_IN,
            pairing.provider()));
    return landing.start(
        request,
        standing.with("Set-Cookie", pairings.cookies().clear(Pairings.WAITING_COOKIE)),
        pairing.accountId(),
        pairing.verified(),
        pairing.device());
  }
}
