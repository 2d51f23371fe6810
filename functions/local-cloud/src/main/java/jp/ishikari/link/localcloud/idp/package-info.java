/**
 * Two OpenID providers by Spring Authorization Server: the city's staff directory, and the
 * simulator of the My Number card app.
 *
 * <p>Both want the authorization code flow with PKCE (S256) and {@code private_key_jwt} (ES256);
 * the client's keys are read from {@code <its origin>/api/sign-in/keys}. Each sign-in asks again:
 * the provider's session ends when the code is handed out. Neither asks a one-time code, which is
 * the city hall's own task.
 *
 * <p>Every person here is invented.
 */
package jp.ishikari.link.localcloud.idp;
