package jp.ishikari.link.identity.signing;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.identity.door.RelyingParty;
import jp.ishikari.link.identity.door.SignInFailure;
import jp.ishikari.link.identity.store.ResidentKeys;
import jp.ishikari.link.identity.store.SignIn;
import jp.ishikari.link.signature.HashForm;
import jp.ishikari.link.signature.SignatureShape;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Our side of 署名API: a transaction is opened with the hash, the person signs it in the app, and the
 * result is fetched with the person's token and opened with our key. Only the names of the fields
 * stand here, as public documents of third parties have them; the agreement with デジタル庁 decides.
 */
public record SigningParty(
    RelyingParty party, URI transactions, ResidentKeys keys, AnswerShape shape, HashForm form) {
  private static final Scope SIGN = new Scope("sign");
  private static final String HASH = "hash";
  private static final String TRANSACTION = "sign_tx_id";
  private static final String TRANSACTION_IN_ANSWER = "signTxId";
  private static final String SIGNATURE = "signature";
  private static final String CERTIFICATE = "certificate";

  /**
   * What came back.
   *
   * @param subject of whoever signed
   */
  public record Result(String subject, SignatureShape signed) {}

  /** Opens a transaction over a SHA-256; gives its id. */
  public Outcome<SignInFailure, String> open(byte[] hash) {
    return RelyingParty.asking(
        () -> {
          TokenResponse token = party.token(new ClientCredentialsGrant(), SIGN);
          if (!token.indicatesSuccess()) {
            return RelyingParty.refused("token for signing");
          }
          HTTPRequest request =
              asked(
                  HTTPRequest.Method.POST,
                  transactions,
                  token.toSuccessResponse().getTokens().getBearerAccessToken());
          request.setHeader("Content-Type", "application/json");
          request.setBody(
              Json.MAPPER.writeValueAsString(
                  Map.of(HASH, Base64.getEncoder().encodeToString(hash))));
          return read(RelyingParty.send(request))
              .map(answer -> answer.path(TRANSACTION_IN_ANSWER).asString(""))
              .filter(id -> !id.isEmpty())
              .<Outcome<SignInFailure, String>>map(Outcome::success)
              .orElseGet(() -> RelyingParty.refused("signing transaction"));
        });
  }

  /** What the provider is told on the way, so that the person signs this and nothing else. */
  public static Map<String, String> parameters(String transactionId) {
    return Map.of(TRANSACTION, transactionId);
  }

  public Outcome<SignInFailure, Result> result(String code, SignIn signIn) {
    return party
        .prove(code, signIn)
        .then(
            proven ->
                RelyingParty.asking(
                    () -> {
                      HTTPResponse answer =
                          RelyingParty.send(
                              asked(
                                  HTTPRequest.Method.GET,
                                  URI.create(
                                      transactions
                                          + "/"
                                          + signIn.signing().transactionId()
                                          + "/result"),
                                  proven.token()));
                      if (!answer.indicatesSuccess()) {
                        return RelyingParty.refused("result of signing");
                      }
                      return SealedResult.open(answer.getBody(), keys)
                          .flatMap(SigningParty::json)
                          .flatMap(opened -> result(proven.subject(), opened))
                          .<Outcome<SignInFailure, Result>>map(Outcome::success)
                          .orElseGet(() -> RelyingParty.refused("sealed result of signing"));
                    }));
  }

  private Optional<Result> result(String subject, JsonNode opened) {
    try {
      return Optional.of(
          new Result(
              subject,
              shape.read(
                  Base64.getDecoder().decode(opened.path(SIGNATURE).asString("")),
                  Base64.getDecoder().decode(opened.path(CERTIFICATE).asString("")),
                  form)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static HTTPRequest asked(HTTPRequest.Method method, URI uri, BearerAccessToken token)
      throws IOException {
    HTTPRequest request = new HTTPRequest(method, uri);
    request.setAuthorization(token.toAuthorizationHeader());
    return request;
  }

  private static Optional<JsonNode> read(HTTPResponse answer) {
    return answer.indicatesSuccess() ? json(answer.getBody()) : Optional.empty();
  }

  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.ofNullable(text).map(Json.MAPPER::readTree);
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }
}
