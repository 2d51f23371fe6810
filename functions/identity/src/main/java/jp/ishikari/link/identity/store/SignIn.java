package jp.ishikari.link.identity.store;

import java.time.Instant;
import jp.ishikari.link.identity.residents.Attaching;

/**
 * A way to a provider and back, between our start and its callback: to sign in or to sign.
 *
 * @param id hash of the state
 * @param verifier PKCE code verifier (RFC 7636)
 * @param browser hash of the cookie that binds it to the browser that started it
 * @param returnTo local path to go on to
 * @param visit the visit at the counter that it belongs to; null everywhere else
 * @param signing what is to be signed on the way; null for a sign-in
 * @param attaching whose account a further way to sign in is to be attached to; null otherwise
 * @param pairing id of the {@link Pairing} that waits for it on another device; null when this
 *     browser itself is to be signed in
 */
public record SignIn(
    String id,
    String nonce,
    String verifier,
    String browser,
    String returnTo,
    Instant expiresAt,
    String visit,
    Signing signing,
    Attaching attaching,
    String pairing) {

  /**
   * Who asked to attach what they come back with.
   *
   * @param sessionId of the session that must still be theirs when they come back
   */
  public record Attaching(String accountId, String sessionId) {}

  /**
   * What is to be signed, and by whose account.
   *
   * @param matter {@link jp.ishikari.link.domain.signing.SigningRequest#matter}
   * @param transactionId the provider's id of the signing transaction
   */
  public record Signing(
      String accountId, String matter, String signingRequestId, String transactionId) {}
}
