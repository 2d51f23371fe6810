package jp.ishikari.link.identity.door;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import jp.ishikari.link.identity.store.SignIn;

/**
 * Our side of OpenID Connect: authorization code, PKCE (S256), nonce, private_key_jwt. The protocol
 * is Nimbus'.
 */
public final class RelyingParty {
  private static final Log LOG = Log.of(RelyingParty.class);
  private static final int SKEW_SECONDS = 60;
  private static final int TIMEOUT_MILLIS = 5_000;

  private final Provider provider;
  private final ClientAssertion assertion;
  private final InstantSource clock;
  private volatile OIDCProviderMetadata metadata;
  private volatile JWKSource<SecurityContext> keys;

  public RelyingParty(Provider provider, ClientAssertion assertion, InstantSource clock) {
    this.provider = provider;
    this.assertion = assertion;
    this.clock = clock;
  }

  /** Where the browser goes to prove who sits before it. */
  Outcome<SignInFailure, String> authorizationUri(
      String state, SignIn signIn, Map<String, String> parameters) {
    try {
      AuthenticationRequest.Builder request =
          new AuthenticationRequest.Builder(
                  ResponseType.CODE,
                  new Scope(provider.scopes().toArray(String[]::new)),
                  new ClientID(provider.clientId()),
                  URI.create(provider.callback()))
              .endpointURI(metadata().getAuthorizationEndpointURI())
              .state(new State(state))
              .nonce(new Nonce(signIn.nonce()))
              .codeChallenge(new CodeVerifier(signIn.verifier()), CodeChallengeMethod.S256);
      parameters.forEach(request::customParameter);
      return Outcome.success(request.build().toURI().toString());
    } catch (IOException | GeneralException away) {
      return Outcome.failure(SignInFailure.PROVIDER_AWAY);
    }
  }

  /** Whose code it was, and what it opens. */
  public record Proven(String subject, BearerAccessToken token) {}

  /** Something asked of the provider. */
  @FunctionalInterface
  public interface Question<T> {
    Outcome<SignInFailure, T> ask()
        throws IOException, GeneralException, BadJOSEException, JOSEException;
  }

  /** What the provider says of whoever brought the code: subject and claims, as text. */
  Outcome<SignInFailure, Map<String, String>> claims(String code, SignIn signIn) {
    return prove(code, signIn)
        .then(
            proven ->
                asking(
                    () -> {
                      UserInfoResponse info =
                          UserInfoResponse.parse(
                              send(
                                  new UserInfoRequest(
                                          metadata().getUserInfoEndpointURI(), proven.token())
                                      .toHTTPRequest()));
                      return info.indicatesSuccess()
                          ? said(proven.subject(), info.toSuccessResponse().getUserInfo())
                          : refused("user info");
                    }));
  }

  /** Turns the code into tokens, and believes the one about the person only after every check. */
  public Outcome<SignInFailure, Proven> prove(String code, SignIn signIn) {
    return asking(
        () -> {
          TokenResponse response =
              token(
                  new AuthorizationCodeGrant(
                      new AuthorizationCode(code),
                      URI.create(provider.callback()),
                      new CodeVerifier(signIn.verifier())),
                  null);
          if (!response.indicatesSuccess()) {
            return refused("token: " + response.toErrorResponse().getErrorObject().getCode());
          }
          if (!(response instanceof OIDCTokenResponse answered)) {
            return refused("no id token");
          }
          OIDCTokens tokens = answered.getOIDCTokens();
          JWT idToken = tokens.getIDToken();
          Optional<JWSAlgorithm> algorithm =
              provider.algorithms().stream()
                  .filter(a -> a.getName().equals(idToken.getHeader().getAlgorithm().getName()))
                  .findFirst();
          if (algorithm.isEmpty()) {
            return refused("algorithm of the id token");
          }
          IDTokenValidator validator =
              new IDTokenValidator(
                  new Issuer(provider.endpoints().issuer()),
                  new ClientID(provider.clientId()),
                  new JWSVerificationKeySelector<>(algorithm.get(), keys()),
                  null);
          validator.setMaxClockSkew(SKEW_SECONDS);
          return Outcome.success(
              new Proven(
                  validator.validate(idToken, new Nonce(signIn.nonce())).getSubject().getValue(),
                  tokens.getBearerAccessToken()));
        });
  }

  /** Asks the token endpoint, as the client that only our key can be. */
  public TokenResponse token(AuthorizationGrant grant, Scope scopeOrNull)
      throws IOException, GeneralException {
    URI endpoint = metadata().getTokenEndpointURI();
    TokenRequest.Builder request =
        switch (provider.authentication()) {
          case PRIVATE_KEY_JWT ->
              new TokenRequest.Builder(
                      endpoint,
                      assertion.sign(provider.clientId(), endpoint, clock.instant()),
                      grant)
                  // Optional by RFC 7521 4.2, yet some providers insist.
                  .customParameter("client_id", provider.clientId());
          case NONE -> new TokenRequest.Builder(endpoint, new ClientID(provider.clientId()), grant);
        };
    if (scopeOrNull != null) {
      request.scope(scopeOrNull);
    }
    return OIDCTokenResponseParser.parse(send(request.build().toHTTPRequest()));
  }

  /** The provider's silence and its nonsense are two failures; neither is an exception to us. */
  public static <T> Outcome<SignInFailure, T> asking(Question<T> question) {
    try {
      return question.ask();
    } catch (KeySourceException away) {
      LOG.error("provider's keys away", away, Log.fields());
      return Outcome.failure(SignInFailure.PROVIDER_AWAY);
    } catch (BadJOSEException | JOSEException | GeneralException wrong) {
      LOG.error("sign-in refused", wrong, Log.fields());
      return Outcome.failure(SignInFailure.NOT_PROVEN);
    } catch (IOException away) {
      LOG.error("provider away", away, Log.fields());
      return Outcome.failure(SignInFailure.PROVIDER_AWAY);
    }
  }

  public static <T> Outcome<SignInFailure, T> refused(String what) {
    LOG.warn("sign-in refused", Log.fields(LogField.REASON), what);
    return Outcome.failure(SignInFailure.NOT_PROVEN);
  }

  private static Outcome<SignInFailure, Map<String, String>> said(String subject, UserInfo info) {
    if (!info.getSubject().getValue().equals(subject)) {
      return Outcome.failure(SignInFailure.NOT_PROVEN);
    }
    Map<String, String> claims = new LinkedHashMap<>();
    collect("", info.toJSONObject(), claims);
    return Outcome.success(claims);
  }

  /** Texts by name; what stands within another claim, as address may, by both names with a dot. */
  private static void collect(String within, Map<String, Object> said, Map<String, String> claims) {
    said.forEach(
        (name, value) -> {
          if (value instanceof String text) {
            claims.put(within + name, text);
          } else if (within.isEmpty() && value instanceof Map<?, ?> inner) {
            inner.forEach(
                (part, told) -> collect(name + ".", Map.of(part.toString(), told), claims));
          }
        });
  }

  /** A provider that hangs must not hold the function until the gateway gives up. */
  public static HTTPResponse send(HTTPRequest request) throws IOException {
    request.setConnectTimeout(TIMEOUT_MILLIS);
    request.setReadTimeout(TIMEOUT_MILLIS);
    return request.send();
  }

  /**
   * The provider's keys: remembered for some minutes, and asked for again when a token names one
   * that is not among them, but not more often than every half minute.
   */
  private JWKSource<SecurityContext> keys() throws IOException, GeneralException {
    JWKSource<SecurityContext> known = keys;
    if (known == null) {
      known =
          JWKSourceBuilder.<SecurityContext>create(
                  metadata().getJWKSetURI().toURL(),
                  new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS))
              .build();
      keys = known;
    }
    return known;
  }

  private OIDCProviderMetadata metadata() throws IOException, GeneralException {
    OIDCProviderMetadata known = metadata;
    if (known == null) {
      known = provider.endpoints().metadata(TIMEOUT_MILLIS);
      metadata = known;
    }
    return known;
  }
}
