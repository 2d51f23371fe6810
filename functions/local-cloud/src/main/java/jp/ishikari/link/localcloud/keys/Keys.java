package jp.ishikari.link.localcloud.keys;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.ishikari.link.localcloud.Engine;
import jp.ishikari.link.localcloud.Settings;
import jp.ishikari.link.localcloud.Settings.Port;
import jp.ishikari.link.localcloud.keys.LocalKey.Kind;
import jp.ishikari.link.localcloud.wire.Json;
import jp.ishikari.link.localcloud.wire.LocalHttp;
import jp.ishikari.link.localcloud.wire.LocalHttp.Answer;
import jp.ishikari.link.localcloud.wire.LocalHttp.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Answers the KMS actions. */
public final class Keys implements Engine {
  private static final String JSON = "application/x-amz-json-1.1";
  private static final String TARGET = "TrentService.";
  private static final int MOST_PLAIN_BYTES = 4096;

  private final Settings settings;
  private KeyRing ring;
  private LocalHttp http;

  /** Nothing starts yet. */
  public Keys(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "KMS";
  }

  @Override
  public void start() throws IOException {
    ring =
        new KeyRing(
            settings.data().resolve("kms"),
            "arn:aws:kms:" + settings.region() + ":" + Settings.ACCOUNT + ":");
    http =
        LocalHttp.start(
            settings.port(Port.KMS),
            this::answer,
            refusal(500, "KMSInternalException", "The local KMS failed; see its log"));
  }

  @Override
  public void close() {
    if (http != null) {
      http.close();
    }
  }

  private Answer answer(Request request) throws IOException, GeneralSecurityException {
    var target = request.header("x-amz-target");
    try {
      var body = Json.read(request.body());
      var action = target == null ? "" : target.replaceFirst("^" + TARGET, "");
      return Answer.text(200, JSON, Json.write(answer(action, body)));
    } catch (KeyRefusal refusal) {
      return refusal(400, refusal.type(), refusal.getMessage());
    } catch (JacksonException e) {
      return refusal(400, "SerializationException", "The body is not JSON");
    } catch (IllegalArgumentException e) {
      return refusal(400, "ValidationException", "A binary value is not Base64");
    }
  }

  private Map<String, Object> answer(String action, JsonNode body)
      throws IOException, GeneralSecurityException {
    return switch (action) {
      case "GenerateMac" -> generateMac(body);
      case "VerifyMac" -> verifyMac(body);
      case "Encrypt" -> encrypt(body);
      case "Decrypt" -> decrypt(body);
      case "GenerateDataKey" -> generateDataKey(body);
      case "DescribeKey" -> describe(ring.find(need(body, "KeyId")));
      case "Sign" -> sign(body);
      case "GetPublicKey" -> publicKey(body);
      default ->
          throw new KeyRefusal(
              "UnknownOperationException", "The local KMS does not know " + action);
    };
  }

  private Map<String, Object> generateMac(JsonNode body)
      throws IOException, GeneralSecurityException {
    var key = ring.use(need(body, "KeyId"), Kind.HMAC_256);
    return Map.of(
        "KeyId", ring.arn(key),
        "Mac", base64(mac(key, body)),
        "MacAlgorithm", "HMAC_SHA_256");
  }

  private Map<String, Object> verifyMac(JsonNode body)
      throws IOException, GeneralSecurityException {
    var key = ring.use(need(body, "KeyId"), Kind.HMAC_256);
    if (!MessageDigest.isEqual(mac(key, body), bytes(body, "Mac"))) {
      throw new KeyRefusal("KMSInvalidMacException", "The MAC is wrong");
    }
    return Map.of("KeyId", ring.arn(key), "MacValid", true, "MacAlgorithm", "HMAC_SHA_256");
  }

  private static byte[] mac(LocalKey key, JsonNode body) throws GeneralSecurityException {
    if (!need(body, "MacAlgorithm").equals("HMAC_SHA_256")) {
      throw new KeyRefusal("InvalidKeyUsageException", "The key makes HMAC_SHA_256 only");
    }
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.secretBytes(), "HmacSHA256"));
    return mac.doFinal(limited(bytes(body, "Message")));
  }

  private Map<String, Object> encrypt(JsonNode body) throws IOException, GeneralSecurityException {
    if (body.path("EncryptionAlgorithm").asString("").equals(WrappedBytes.ALGORITHM)) {
      var pair = ring.use(need(body, "KeyId"), Kind.RSA_2048_ENCRYPTING);
      return Map.of(
          "KeyId", ring.arn(pair),
          "CiphertextBlob", base64(WrappedBytes.wrap(pair, bytes(body, "Plaintext"))),
          "EncryptionAlgorithm", WrappedBytes.ALGORITHM);
    }
    var key = ring.use(need(body, "KeyId"), Kind.SYMMETRIC_DEFAULT);
    var plain = limited(bytes(body, "Plaintext"));
    return Map.of(
        "KeyId", ring.arn(key),
        "CiphertextBlob", base64(SealedBytes.seal(key, plain, context(body))),
        "EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
  }

  private Map<String, Object> decrypt(JsonNode body) throws IOException, GeneralSecurityException {
    var blob = bytes(body, "CiphertextBlob");
    if (body.path("EncryptionAlgorithm").asString("").equals(WrappedBytes.ALGORITHM)) {
      var pair = ring.use(need(body, "KeyId"), Kind.RSA_2048_ENCRYPTING);
      return Map.of(
          "KeyId", ring.arn(pair),
          "Plaintext", base64(WrappedBytes.unwrap(pair, blob)),
          "EncryptionAlgorithm", WrappedBytes.ALGORITHM);
    }
    LocalKey key;
    try {
      key = ring.find(SealedBytes.keyId(blob));
    } catch (KeyRefusal refusal) {
      // A blob that names no key of ours is no ciphertext of ours.
      throw new KeyRefusal("InvalidCiphertextException", "The ciphertext is wrong");
    }
    if (body.hasNonNull("KeyId") && !ring.find(need(body, "KeyId")).equals(key)) {
      throw new KeyRefusal("IncorrectKeyException", "Another key made this ciphertext");
    }
    return Map.of(
        "KeyId", ring.arn(key),
        "Plaintext", base64(SealedBytes.open(key, blob, context(body))),
        "EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
  }

  private Map<String, Object> generateDataKey(JsonNode body)
      throws IOException, GeneralSecurityException {
    var key = ring.use(need(body, "KeyId"), Kind.SYMMETRIC_DEFAULT);
    var length =
        switch (body.path("KeySpec").asString("")) {
          case "AES_256" -> 32;
          case "AES_128" -> 16;
          default -> body.path("NumberOfBytes").asInt(0);
        };
    if (length < 1 || length > 1024) {
      throw new KeyRefusal("ValidationException", "KeySpec or NumberOfBytes is required");
    }
    var plain = new byte[length];
    new SecureRandom().nextBytes(plain);
    return Map.of(
        "KeyId", ring.arn(key),
        "Plaintext", base64(plain),
        "CiphertextBlob", base64(SealedBytes.seal(key, plain, context(body))));
  }

  private Map<String, Object> describe(LocalKey key) {
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("AWSAccountId", Settings.ACCOUNT);
    metadata.put("KeyId", key.id());
    metadata.put("Arn", ring.arn(key));
    metadata.put("Enabled", true);
    metadata.put("KeyState", "Enabled");
    metadata.put("KeyManager", "CUSTOMER");
    metadata.put("Origin", "AWS_KMS");
    metadata.put("KeyUsage", key.kind().usage());
    metadata.put("KeySpec", key.kind().spec());
    metadata.put("CustomerMasterKeySpec", key.kind().spec());
    metadata.put("MultiRegion", false);
    return Map.of("KeyMetadata", metadata);
  }

  private Map<String, Object> sign(JsonNode body) throws IOException, GeneralSecurityException {
    var algorithm = Signing.of(need(body, "SigningAlgorithm"));
    var key = ring.use(need(body, "KeyId"), algorithm.kind());
    var message = limited(bytes(body, "Message"));
    var digest = body.path("MessageType").asString("RAW").equals("DIGEST");
    return Map.of(
        "KeyId", ring.arn(key),
        "Signature", base64(algorithm.sign(key, message, digest)),
        "SigningAlgorithm", algorithm.name());
  }

  /** An alias never used before becomes a P-256 key, the one that {@code private_key_jwt} needs. */
  private Map<String, Object> publicKey(JsonNode body)
      throws IOException, GeneralSecurityException {
    var name = need(body, "KeyId");
    var key = ring.holds(name) ? ring.find(name) : ring.use(name, Kind.ECC_NIST_P256);
    if (key.publicKey().isEmpty()) {
      throw new KeyRefusal("UnsupportedOperationException", "The key is symmetric");
    }
    return Map.of(
        "KeyId", ring.arn(key),
        "PublicKey", key.publicKey(),
        "KeyUsage", key.kind().usage(),
        "KeySpec", key.kind().spec(),
        "CustomerMasterKeySpec", key.kind().spec(),
        "SigningAlgorithms", Signing.namesFor(key.kind()));
  }

  private static Map<String, String> context(JsonNode body) {
    var context = new LinkedHashMap<String, String>();
    for (var pair : body.path("EncryptionContext").properties()) {
      context.put(pair.getKey(), pair.getValue().asString());
    }
    return context;
  }

  private static String need(JsonNode body, String name) {
    var value = body.path(name);
    if (!value.isString() || value.stringValue().isEmpty()) {
      throw new KeyRefusal("ValidationException", name + " is required");
    }
    return value.stringValue();
  }

  private static byte[] bytes(JsonNode body, String name) {
    return Base64.getDecoder().decode(need(body, name));
  }

  private static byte[] limited(byte[] bytes) {
    if (bytes.length > MOST_PLAIN_BYTES) {
      throw new KeyRefusal("ValidationException", "At most 4096 bytes are accepted");
    }
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Answer refusal(int status, String type, String message) {
    return Answer.text(status, JSON, Json.write(Map.of("__type", type, "message", message)));
  }
}
