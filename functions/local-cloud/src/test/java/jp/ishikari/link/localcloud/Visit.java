package jp.ishikari.link.localcloud;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.ishikari.link.localcloud.wire.Json;

/** One browser at one provider, and the client behind it. */
final class Visit {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final URI provider;
  private final String clientId;
  private final RunningCloud.ClientKeys client;
  private final String callback;
  private final String scope;
  private final String state = UUID.randomUUID().toString();
  private final String nonce = UUID.randomUUID().toString();
  private final String verifier = UUID.randomUUID().toString() + UUID.randomUUID();
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private String csrf;

  Visit(
      URI provider,
      String clientId,
      RunningCloud.ClientKeys client,
      String callback,
      String scope) {
    this.provider = provider;
    this.clientId = clientId;
    this.client = client;
    this.callback = callback;
    this.scope = scope;
  }

  Visit withScope(String narrower) {
    return new Visit(provider, clientId, client, callback, narrower);
  }

  String issuer() {
    return provider.toString();
  }

  String state() {
    return state;
  }

  String nonce() {
    return nonce;
  }

  String verifier() {
    return verifier;
  }

  String redirectUri() {
    return client.origin() + "/api/sign-in/" + callback + "/callback";
  }

  String cookieName() {
    return cookies.getCookieStore().getCookies().getFirst().getName();
  }

  /** Asks for authorization; empty values leave a parameter out. */
  HttpResponse<String> authorize(Map<String, String> changes) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes());
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("response_type", "code");
    parameters.put("client_id", clientId);
    parameters.put("redirect_uri", redirectUri());
    parameters.put("scope", scope);
    parameters.put("state", state);
    parameters.put("nonce", nonce);
    parameters.put(
        "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    parameters.put("code_challenge_method", "S256");
    parameters.putAll(changes);
    parameters.values().removeIf(String::isEmpty);
    return get("/oauth2/authorize?" + form(parameters));
  }

  /** Begins a sign-in and returns the page it leads to. */
  String open() throws Exception {
    var answer = authorize(Map.of());
    var page = get(location(answer)).body();
    var token = CSRF.matcher(page);
    if (!token.find()) {
      throw new IllegalStateException("No form on the page: " + page);
    }
    csrf = token.group(1);
    return page;
  }

  HttpResponse<String> submit(String name, String secret) throws Exception {
    return post("/login", Map.of("username", name, "password", secret, "_csrf", csrf));
  }

  HttpResponse<String> cancel(String reason) throws Exception {
    return post("/cancel", Map.of("reason", reason, "_csrf", csrf));
  }

  /** Signs in and follows until the client would be reached. */
  String codeFor(String name, String secret) throws Exception {
    var back = location(get(location(submit(name, secret))));
    if (!back.startsWith(redirectUri() + "?")) {
      throw new IllegalStateException("Not sent to the client: " + back);
    }
    var answer = new HashMap<String, String>();
    for (var pair : URI.create(back).getRawQuery().split("&")) {
      var parts = pair.split("=", 2);
      answer.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    if (!state.equals(answer.get("state"))) {
      throw new IllegalStateException("The state was not given back");
    }
    return answer.get("code");
  }

  /** A fresh client assertion, as {@code private_key_jwt} wants it. */
  String assertion() throws Exception {
    var now = Instant.now();
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(client.key().getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(provider + "/oauth2/token")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build());
    jwt.sign(new ECDSASigner(client.key()));
    return jwt.serialize();
  }

  HttpResponse<String> exchange(String code) throws Exception {
    return exchange(code, verifier, assertion());
  }

  HttpResponse<String> exchange(String code, String proof, String assertion) throws Exception {
    return post(
        "/oauth2/token",
        Map.of(
            "grant_type", "authorization_code",
            "code", code,
            "redirect_uri", redirectUri(),
            "client_id", clientId,
            "code_verifier", proof,
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion", assertion));
  }

  HttpResponse<String> userInfo(String accessToken) throws Exception {
    return send(
        HttpRequest.newBuilder(provider.resolve("/userinfo"))
            .header("Authorization", "Bearer " + accessToken));
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(provider.resolve(path)).header("Accept", "text/html,*/*"));
  }

  private HttpResponse<String> post(String path, Map<String, String> parameters) throws Exception {
    return send(
        HttpRequest.newBuilder(provider.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(parameters))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new IllegalStateException(answer.statusCode() + " without Location"));
  }

  static Map<String, String> texts(String json) {
    return Json.read(json).properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().stringValue()));
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
