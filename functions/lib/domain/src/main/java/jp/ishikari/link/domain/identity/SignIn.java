package jp.ishikari.link.domain.identity;

import java.time.Instant;

/**
 * A sign-in under way between our start and the provider's callback.
 *
 * @param id hash of the state
 * @param verifier PKCE code verifier (RFC 7636)
 * @param browser hash of the cookie that binds it to the browser that started it
 * @param returnTo local path to go on to
 */
public record SignIn(
    String id, String nonce, String verifier, String browser, String returnTo, Instant expiresAt) {}
