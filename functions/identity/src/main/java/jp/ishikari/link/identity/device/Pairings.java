package jp.ishikari.link.identity.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.identity.residents.SignInWay;
import jp.ishikari.link.identity.store.Pairing;
import jp.ishikari.link.identity.store.PairingStore;

/**
 * What the steps of a pairing have in common: who may see it, and how long. The token is in the
 * picture alone, behind the # of the address, so that no server writes it down; here are its hash,
 * and the hashes of a cookie in either browser.
 */
public record Pairings(PairingStore store, Cookies cookies, InstantSource clock) {
  /** To fetch the phone and read the picture. */
  public static final Duration LIFE = Duration.ofMinutes(5);

  /** More would be guessing. */
  public static final int TRIES = 3;

  public static final int NUMBER_DIGITS = 4;
  public static final String WAITING_COOKIE = "pairing";
  public static final String PHONE_COOKIE = "pairing-phone";
  public static final int TOKEN_LENGTH = 64;

  /** The one that stands, if it has not run out. */
  public Optional<Pairing> standing(String token) {
    Instant now = clock.instant();
    return store.find(Secrets.hash(token)).filter(pairing -> now.isBefore(pairing.expiresAt()));
  }

  /** The same, for the browser that waits for it and no other. */
  public Optional<Pairing> waitedForBy(Request request, String token) {
    Optional<String> browser = request.cookie(cookies.name(WAITING_COOKIE)).map(Secrets::hash);
    return standing(token).filter(pairing -> browser.equals(Optional.of(pairing.browser())));
  }

  /** The token that this browser took on as the phone. */
  public Optional<String> tokenOfPhone(Request request) {
    return phone(request).map(parts -> parts[0]);
  }

  /** The one that this browser named the number of. */
  public Optional<Pairing> confirmedBy(Request request) {
    return phone(request)
        .flatMap(
            parts ->
                standing(parts[0])
                    .filter(pairing -> Secrets.hash(parts[1]).equals(pairing.phone())));
  }

  /** Somebody proved themselves on the phone; false when nobody waits for it any more. */
  public boolean prove(String id, String accountId, SignInWay way) {
    Instant now = clock.instant();
    return store
        .find(id)
        .filter(pairing -> now.isBefore(pairing.expiresAt()))
        .filter(pairing -> pairing.state() == Pairing.State.CONFIRMED)
        .filter(
            pairing ->
                store.advance(pairing, pairing.proven(accountId, way.name(), way.verifies())))
        .isPresent();
  }

  /** What is stored of the number: nobody can try them all without the token. */
  public static String hashOf(String token, String number) {
    return Secrets.hash(token + "." + number);
  }

  private Optional<String[]> phone(Request request) {
    return request
        .cookie(cookies.name(PHONE_COOKIE))
        .map(value -> value.split("\\."))
        .filter(parts -> parts.length == 2);
  }
}
