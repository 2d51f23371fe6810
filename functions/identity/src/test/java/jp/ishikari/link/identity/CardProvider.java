package jp.ishikari.link.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** A provider that is told who holds the card, for what comes after a sign-in. */
final class CardProvider implements AutoCloseable {
  private final HttpServer server;
  private final String issuer;
  private final ECKey key;
  private Map<String, String> person;
  private String nonce;

  CardProvider() throws IOException, JOSEException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = "http://127.0.0.1:" + server.getAddress().getPort();
    key = new ECKeyGenerator(Curve.P_256).keyID("card").generate();
    answer("/.well-known/openid-configuration", this::configuration);
    answer("/keys", () -> new JWKSet(key.toPublicJWK()).toJSONObject());
    answer(
        "/token", () -> Map.of("access_token", "a", "token_type", "Bearer", "id_token", idToken()));
    answer("/userinfo", () -> person);
    server.start();
  }

  String issuer() {
    return issuer;
  }

  /** Who holds the card now, and the nonce of their sign-in. */
  void reads(Map<String, String> claims, String ofSignIn) {
    person = claims;
    nonce = ofSignIn;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(String path, Supplier<Object> said) {
    server.createContext(
        path,
        exchange -> {
          String json = JsonMapper.shared().writeValueAsString(said.get());
          byte[] body = json.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private Object configuration() {
    return Map.of(
        "issuer", issuer,
        "authorization_endpoint", issuer + "/authorize",
        "token_endpoint", issuer + "/token",
        "userinfo_endpoint", issuer + "/userinfo",
        "jwks_uri", issuer + "/keys",
        "subject_types_supported", new String[] {"pairwise"});
  }

  private String idToken() {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
              new JWTClaimsSet.Builder()
                  .issuer(issuer)
                  .subject(person.get("sub"))
                  .audience("ishikari-portal")
                  .issueTime(new Date())
                  .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                  .claim("nonce", nonce)
                  .build());
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException unusable) {
      throw new IllegalStateException(unusable);
    }
  }
}
