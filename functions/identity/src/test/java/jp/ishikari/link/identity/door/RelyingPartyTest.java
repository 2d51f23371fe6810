package jp.ishikari.link.identity.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.identity.door.Provider.ClientAuthentication;
import jp.ishikari.link.identity.store.KmsClientKey;
import jp.ishikari.link.identity.store.SignIn;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What our side believes of a provider's answers, from a provider that can be made to lie. */
@ExtendWith(Engines.class)
class RelyingPartyTest {
  private static final String CLIENT = "ishikari-portal";
  private static final String NONCE = "the-nonce-of-this-sign-in";

  private final TestCloud cloud;
  private HttpServer server;
  private String issuer;
  private ECKey key;
  private JWKSet published;
  private JWT idToken;
  private String subjectOfUserInfo = "subject";
  private String told = "\"name\":\"石狩　花子\"";
  private String tokenRequest;
  private int keysAsked;
  private RelyingParty party;

  RelyingPartyTest(TestCloud cloud) {
    this.cloud = cloud;
  }

  @BeforeEach
  void open() throws IOException, JOSEException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = "http://127.0.0.1:" + server.getAddress().getPort();
    key = new ECKeyGenerator(Curve.P_256).keyID("first").generate();
    published = new JWKSet(key.toPublicJWK());
    server.createContext("/.well-known/openid-configuration", e -> json(e, configuration()));
    server.createContext(
        "/keys",
        e -> {
          keysAsked++;
          if (published == null) {
            e.sendResponseHeaders(500, -1);
            e.close();
          } else {
            json(e, published.toString());
          }
        });
    server.createContext(
        "/token",
        e -> {
          tokenRequest = new String(e.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          json(
              e,
              "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\""
                  + idToken.serialize()
                  + "\"}");
        });
    server.createContext(
        "/userinfo", e -> json(e, "{\"sub\":\"" + subjectOfUserInfo + "\"," + told + "}"));
    server.start();
    party = party(Endpoints.discovered(issuer), ClientAuthentication.PRIVATE_KEY_JWT);
    idToken = signed(claims -> {});
  }

  private RelyingParty party(Endpoints endpoints, ClientAuthentication authentication) {
    return new RelyingParty(
        new Provider(
            "card",
            endpoints,
            CLIENT,
            authentication,
            TestCloud.PORTAL + "/callback",
            Set.of("openid"),
            Set.of(JWSAlgorithm.ES256)),
        new ClientAssertion(KmsClientKey.ofResidents(cloud)),
        InstantSource.system());
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private static void json(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String configuration() {
    return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
         "userinfo_endpoint":"%1$s/userinfo","jwks_uri":"%1$s/keys",
         "response_types_supported":["code"],"subject_types_supported":["pairwise"],
         "id_token_signing_alg_values_supported":["ES256"]}
        """
        .formatted(issuer);
  }

  private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject("subject")
            .audience(CLIENT)
            .issueTime(new Date())
            .expirationTime(Date.from(Instant.now().plusSeconds(300)))
            .claim("nonce", NONCE);
    change.accept(claims);
    return claims.build();
  }

  private SignedJWT signed(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
    return signed(JWSAlgorithm.ES256, key.getKeyID(), new ECDSASigner(key), change);
  }

  private SignedJWT signed(
      JWSAlgorithm algorithm, String keyId, JWSSigner signer, Consumer<JWTClaimsSet.Builder> change)
      throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims(change));
    token.sign(signer);
    return token;
  }

  private Outcome<SignInFailure, Map<String, String>> asked() {
    return party.claims(
        "code",
        new SignIn(
            "id",
            NONCE,
            "v".repeat(43),
            "browser",
            "/",
            Instant.now().plusSeconds(60),
            null,
            null,
            null,
            null));
  }

  private void refused() {
    assertEquals(Outcome.failure(SignInFailure.NOT_PROVEN), asked());
  }

  @Nested
  class Believed {
    @Test
    void whatIsSignedByTheProviderForUsAndForThisSignIn() {
      assertEquals(Outcome.success(Map.of("sub", "subject", "name", "石狩　花子")), asked());
    }

    @Test
    void aClockThatIsAMinuteOffAndNotMore() throws JOSEException {
      idToken = signed(c -> c.expirationTime(Date.from(Instant.now().minusSeconds(30))));
      assertEquals(Outcome.success(Map.of("sub", "subject", "name", "石狩　花子")), asked());
      idToken = signed(c -> c.expirationTime(Date.from(Instant.now().minusSeconds(120))));
      refused();
    }

    @Test
    void aNewKeyOfTheProviderAsSoonAsATokenNamesItAndTheKeysAreRememberedOtherwise()
        throws JOSEException {
      asked();
      asked();
      assertEquals(1, keysAsked);
      key = new ECKeyGenerator(Curve.P_256).keyID("second").generate();
      published = new JWKSet(key.toPublicJWK());
      idToken = signed(c -> {});
      assertEquals(Outcome.success(Map.of("sub", "subject", "name", "石狩　花子")), asked());
      assertEquals(2, keysAsked);
    }
  }

  @Nested
  class Asked {
    @Test
    void withAProofByOurKeyWhereTheProviderTakesOne() {
      asked();
      assertTrue(tokenRequest.contains("client_assertion="), tokenRequest);
      assertTrue(tokenRequest.contains("code_verifier=" + "v".repeat(43)), tokenRequest);
    }

    @Test
    void asAPublicClientWithTheVerifierAloneWhereItTakesNone() {
      party = party(Endpoints.discovered(issuer), ClientAuthentication.NONE);
      assertEquals(Outcome.success(Map.of("sub", "subject", "name", "石狩　花子")), asked());
      assertFalse(tokenRequest.contains("client_assertion"), tokenRequest);
      assertTrue(tokenRequest.contains("client_id=" + CLIENT), tokenRequest);
      assertTrue(tokenRequest.contains("code_verifier=" + "v".repeat(43)), tokenRequest);
    }

    @Test
    void whereTheDeploymentSaysWhenTheProviderPublishesNothing() {
      server.removeContext("/.well-known/openid-configuration");
      party =
          party(
              Endpoints.of(
                  issuer,
                  "authorize=%1$s/authorize token=%1$s/token userinfo=%1$s/userinfo keys=%1$s/keys"
                      .formatted(issuer)),
              ClientAuthentication.PRIVATE_KEY_JWT);
      assertEquals(Outcome.success(Map.of("sub", "subject", "name", "石狩　花子")), asked());
    }

    @Test
    void andWhatStandsWithinAClaimIsNamedByBoth() {
      told = "\"address\":{\"formatted\":\"北海道石狩市花川北六条１丁目\",\"depth\":{\"too\":\"deep\"}}";
      assertEquals(
          Outcome.success(Map.of("sub", "subject", "address.formatted", "北海道石狩市花川北六条１丁目")),
          asked());
    }
  }

  @Nested
  class Refused {
    @Test
    void aTokenWithoutASignature() {
      idToken = new PlainJWT(claims(c -> {}));
      refused();
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASharedSecret() throws JOSEException {
      byte[] secret = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
      idToken = signed(JWSAlgorithm.HS256, key.getKeyID(), new MACSigner(secret), c -> {});
      refused();
    }

    @Test
    void aTokenOfAKeyThatIsNotTheProviders() throws JOSEException {
      ECKey stranger = new ECKeyGenerator(Curve.P_256).keyID("first").generate();
      idToken = signed(JWSAlgorithm.ES256, "first", new ECDSASigner(stranger), c -> {});
      refused();
      idToken = signed(JWSAlgorithm.ES256, "unknown", new ECDSASigner(stranger), c -> {});
      refused();
    }

    @Test
    void aTokenThatWasChangedOnTheWay() throws Exception {
      String[] parts = idToken.serialize().split("\\.");
      String other = signed(c -> c.subject("somebody-else")).serialize().split("\\.")[1];
      idToken = SignedJWT.parse(parts[0] + "." + other + "." + parts[2]);
      refused();
    }

    @Test
    void aTokenForAnotherClientOrFromAnotherIssuer() throws JOSEException {
      idToken = signed(c -> c.audience("somebody-else"));
      refused();
      idToken = signed(c -> c.issuer("https://idp.example.com"));
      refused();
    }

    @Test
    void aTokenOfAnotherSignInOrOfNone() throws JOSEException {
      idToken = signed(c -> c.claim("nonce", "another"));
      refused();
      idToken = signed(c -> c.claim("nonce", null));
      refused();
    }

    @Test
    void aTokenFromTheFutureOrWithoutAnEnd() throws JOSEException {
      idToken = signed(c -> c.issueTime(Date.from(Instant.now().plusSeconds(600))));
      refused();
      idToken = signed(c -> c.expirationTime(null));
      refused();
    }

    @Test
    void userInfoAboutSomebodyElse() {
      subjectOfUserInfo = "somebody-else";
      refused();
    }
  }

  @Nested
  class Away {
    @Test
    void isSaidOfAProviderWhoseKeysCannotBeFetchedAndNotThatThePersonIsNotProven() {
      published = null;
      assertEquals(Outcome.failure(SignInFailure.PROVIDER_AWAY), asked());
    }

    @Test
    void isSaidOfAProviderThatDoesNotAnswerAtAll() {
      server.stop(0);
      assertEquals(Outcome.failure(SignInFailure.PROVIDER_AWAY), asked());
    }
  }
}
