package jp.ishikari.link.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.ishikari.link.aws.DynamoSigningStore;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.signing.Claimed;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.CanonicalJson;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.identity.door.ClientAssertion;
import jp.ishikari.link.identity.residents.CardWay;
import jp.ishikari.link.identity.signing.AnswerShape;
import jp.ishikari.link.identity.store.DynamoAccountStore;
import jp.ishikari.link.identity.store.KmsClientKey;
import jp.ishikari.link.identity.store.KmsResidentKeys;
import jp.ishikari.link.identity.store.S3TrustFiles;
import jp.ishikari.link.testauthority.CmsFlaw;
import jp.ishikari.link.testauthority.Flaw;
import jp.ishikari.link.testauthority.Person;
import jp.ishikari.link.testauthority.TestAuthority;
import jp.ishikari.link.testauthority.TestCard;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;

/** Out to a provider and back through the entry, with either shape of signature in its answer. */
@ExtendWith(Engines.class)
class SigningDoorTest {
  private static final Pattern PARAMETER = Pattern.compile("(state|nonce)=([A-Za-z0-9_-]+)");
  private static final KeyPair KEYS = TestAuthority.keys(2048);

  private final TestCloud cloud;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final TestAuthority authority = TestAuthority.forSignature(now.minus(Duration.ofDays(9)));
  private final TestCard card = authority.issue(Person.sample(), Flaw.NONE, KEYS, 1001);
  private final String subject = "subject-" + UUID.randomUUID();
  private HttpServer server;
  private String issuer;
  private ECKey key;
  private RSAKey ours;
  private String nonce = "none yet";
  private Map<String, String> answer;
  private String hashAsked;
  private SigningRequest asked;

  SigningDoorTest(TestCloud cloud) {
    this.cloud = cloud;
  }

  @BeforeEach
  void open() throws Exception {
    cloud
        .keys()
        .encrypt(
            r ->
                r.keyId(cloud.environment().nameOf(Key.SIGNING_RESULTS))
                    .plaintext(SdkBytes.fromByteArray(new byte[] {1}))
                    .encryptionAlgorithm(EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256));
    ours =
        (RSAKey)
            JWKSet.parse(
                    new ClientAssertion(KmsClientKey.ofResidents(cloud))
                        .jwksWith(new KmsResidentKeys(cloud).resultKey()))
                .getKeys()
                .stream()
                .filter(one -> one.getKeyUse() == KeyUse.ENCRYPTION)
                .findFirst()
                .orElseThrow();
    key = new ECKeyGenerator(Curve.P_256).keyID("first").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = "http://127.0.0.1:" + server.getAddress().getPort();
    answers("/keys", body -> new JWKSet(key.toPublicJWK()).toString());
    answers("/token", body -> tokens());
    answers(
        "/transactions",
        body -> {
          hashAsked = Json.MAPPER.readTree(body).path("hash").asString("");
          return "{\"signTxId\":\"transaction-1\"}";
        });
    answers("/transactions/transaction-1/result", body -> sealed());
    answers(
        "/.well-known/openid-configuration",
        body ->
            """
            {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize",
             "token_endpoint":"%1$s/token","userinfo_endpoint":"%1$s/userinfo",
             "jwks_uri":"%1$s/keys","response_types_supported":["code"],
             "subject_types_supported":["pairwise"],
             "id_token_signing_alg_values_supported":["ES256"]}
            """
                .formatted(issuer));
    server.start();
    String account =
        new DynamoAccountStore(cloud)
            .signIn(
                new KmsResidentKeys(cloud).identityOf(CardWay.NAME, subject),
                Map.of(),
                CardWay.NAME,
                now)
            .accountId();
    asked =
        new SigningRequest(
            UUID.randomUUID().toString(),
            account,
            "tenshutsu",
            "転出届",
            1,
            Map.of("name", "石狩 花子"),
            null,
            List.of(),
            null,
            null,
            new Claimed("石狩 花子", null, null, null),
            now,
            now.plusSeconds(600),
            null,
            null);
    new DynamoSigningStore(cloud).freeze(asked);
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @FunctionalInterface
  private interface Answer {
    String to(String body) throws Exception;
  }

  private void answers(String path, Answer text) {
    server.createContext(
        path,
        exchange -> {
          byte[] body;
          try {
            body =
                text.to(
                        new String(
                            exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
          } catch (Exception failed) {
            throw new AssertionError(failed);
          }
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private String tokens() throws JOSEException {
    SignedJWT idToken =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("first").build(),
            new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience("ishikari-portal")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("nonce", nonce)
                .build());
    idToken.sign(new ECDSASigner(key));
    return "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\""
        + idToken.serialize()
        + "\"}";
  }

  private String sealed() throws JOSEException {
    JWEObject sealed =
        new JWEObject(
            new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM),
            new Payload(Json.MAPPER.writeValueAsString(answer)));
    sealed.encrypt(new RSAEncrypter(ours));
    return sealed.serialize();
  }

  /** What the card makes of the request, in this shape. */
  private Map<String, String> signed(AnswerShape shape) {
    byte[] content = CanonicalJson.of(asked.content());
    Base64.Encoder base64 = Base64.getEncoder();
    return switch (shape) {
      case PKCS1 ->
          Map.of(
              "signature", base64.encodeToString(card.signDigestInfo(content)),
              "certificate", base64.encodeToString(card.der()));
      case CMS ->
          Map.of(
              "signature",
              base64.encodeToString(card.signCms(content, Instant.now(), CmsFlaw.NONE)));
    };
  }

  /** Out and back, in a city whose adapter is set to this shape. */
  private SigningRequest sign(AnswerShape expected) throws Exception {
    byte[] root = authority.root().getEncoded();
    String pinned = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(root));
    cloud.make(Bucket.TRUST);
    new S3TrustFiles(cloud).lay(pinned, root, "none", new byte[] {1});
    EntryFunction entry =
        new IdentityWiring()
            .wire(
                Entry.IDENTITY_RESIDENT,
                cloud
                    .with(Setting.CARD_ISSUER, issuer)
                    .with(Setting.SIGNING_TRANSACTIONS, issuer + "/transactions")
                    .with(Setting.SIGNATURE_SHAPE, expected.name())
                    .with(Setting.SIGNATURE_ROOTS, pinned)
                    .with(Setting.SIGNATURE_POLICIES, TestAuthority.SIGNATURE_POLICY));
    GatewayAnswer out =
        GatewayCall.of(Route.START_SIGNING)
            .as(new Caller.Resident(asked.accountId(), "session", true))
            .path("matter", asked.matter())
            .sentTo(entry);
    assertEquals(200, out.status(), out.body());
    Map<String, String> parameters = new HashMap<>();
    Matcher found = PARAMETER.matcher(out.body());
    while (found.find()) {
      parameters.put(found.group(1), found.group(2));
    }
    nonce = parameters.get("nonce");
    String name = new Cookies(TestCloud.PORTAL).name("signing") + "=";
    String cookie = out.headers().path("Set-Cookie").get(0).stringValue();
    GatewayAnswer back =
        GatewayCall.of(Route.FINISH_SIGNING)
            .query("state", parameters.get("state"))
            .query("code", "code")
            .header("Cookie", name + cookie.substring(name.length(), cookie.indexOf(';')))
            .sentTo(entry);
    assertEquals(200, back.status(), back.body());
    return new DynamoSigningStore(cloud)
        .find(asked.accountId(), asked.matter(), Instant.now())
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void takesTheShapeThatTheAdapterIsSetTo(AnswerShape shape) throws Exception {
    answer = signed(shape);
    SigningRequest standing = sign(shape);
    assertNotNull(standing.signed(), standing.refusal());
    assertEquals(Signature.Revocation.NOT_CHECKED, standing.signed().signature().revocation());
    assertEquals(
        CanonicalJson.digest(asked.content()),
        HexFormat.of().formatHex(Base64.getDecoder().decode(hashAsked)),
        "this and nothing else was to be signed");
  }

  @ParameterizedTest
  @EnumSource
  void refusesTheOtherShapeAndWhatIsNone(AnswerShape shape) throws Exception {
    AnswerShape other = shape == AnswerShape.CMS ? AnswerShape.PKCS1 : AnswerShape.CMS;
    answer = signed(other);
    SigningRequest standing = sign(shape);
    assertNull(standing.signed());
    assertNotNull(standing.refusal());
    answer = Map.of("signature", "", "certificate", "");
    assertNull(sign(shape).signed());
  }

  @Test
  void doesNotTakeACmsOverSomethingElse() throws Exception {
    answer =
        Map.of(
            "signature",
            Base64.getEncoder()
                .encodeToString(card.signCms(new byte[] {1}, Instant.now(), CmsFlaw.NONE)));
    assertEquals("CONTENT_CHANGED", sign(AnswerShape.CMS).refusal());
  }
}
