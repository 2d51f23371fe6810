package jp.ishikari.link.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.identity.device.Device;
import jp.ishikari.link.identity.device.Pairings;
import jp.ishikari.link.identity.door.Doorkeeper;
import jp.ishikari.link.identity.store.Pairing;

/** A device begins to wait for somebody to prove themselves on another one. */
@Contract(response = StartPairing.Begun.class, status = 201)
record StartPairing(Pairings pairings) implements Operation {

  /**
   * @param token for the picture
   * @param number to be named on the other device
   */
  record Begun(String token, String number, Instant expiresAt) {}

  @Override
  public Response run(Request request) {
    String token = Secrets.draw();
    String browser = Secrets.draw();
    String number = Secrets.digits(Pairings.NUMBER_DIGITS);
    Instant now = pairings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    Pairing pairing =
        new Pairing(
            Secrets.hash(token),
            Secrets.hash(browser),
            Pairings.hashOf(token, number),
            Device.of(request.header("user-agent").orElse("")),
            now,
            now.plus(Pairings.LIFE),
            Pairing.State.WAITING,
            0,
            null,
            null,
            null,
            false);
    pairings.store().start(pairing);
    return Response.created(new Begun(token, number, pairing.expiresAt()))
        .with(
            "Set-Cookie",
            pairings
                .cookies()
                .set(Pairings.WAITING_COOKIE, browser, Pairings.LIFE.plus(Doorkeeper.PATIENCE)));
  }
}
