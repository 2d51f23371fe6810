package jp.ishikari.link.localcloud.idp;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import jp.ishikari.link.localcloud.wire.Json;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The signing side in the shape of 署名API: a transaction over a hash, and its result in a JWE for
 * the client's key.
 */
@RestController
class SigningApi {
  static final String TRANSACTIONS = "/api/sign-transactions";
  static final String AUTHORITY = "/test-authority";
  private static final int SHA_256_BYTES = 32;

  private final ProviderSettings settings;
  private final SigningDesk desk;

  SigningApi(ProviderSettings settings, SigningDesk desk) {
    this.settings = settings;
    this.desk = desk;
  }

  @PostMapping(TRANSACTIONS)
  ResponseEntity<String> open(@RequestBody String body) {
    try {
      byte[] hash = Base64.getDecoder().decode(Json.read(bytes(body)).path("hash").asString(""));
      if (hash.length != SHA_256_BYTES) {
        return ResponseEntity.badRequest().build();
      }
      return json(Json.write(Map.of("signTxId", desk.open(hash))));
    } catch (IllegalArgumentException notBase64) {
      return ResponseEntity.badRequest().build();
    }
  }

  @GetMapping(TRANSACTIONS + "/{id}/result")
  ResponseEntity<String> result(@PathVariable String id, @AuthenticationPrincipal Jwt person) {
    return desk.result(id, person.getSubject())
        .map(signed -> ResponseEntity.ok(seal(Json.write(signed))))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** The root that the city hall on this machine pins, for whoever verifies elsewhere. */
  @GetMapping(AUTHORITY + "/root")
  ResponseEntity<byte[]> root() throws IOException {
    return ResponseEntity.ok(desk.authority().root().getEncoded());
  }

  /** Its list of what is revoked. */
  @GetMapping(AUTHORITY + "/list")
  ResponseEntity<byte[]> list() {
    return ResponseEntity.ok(desk.list());
  }

  private String seal(String text) {
    try {
      RSAKey theirs =
          JWKSet.load(URI.create(settings.clientKeys()).toURL()).getKeys().stream()
              .filter(key -> key.getKeyUse() == KeyUse.ENCRYPTION)
              .map(key -> (RSAKey) key)
              .findFirst()
              .orElseThrow();
      JWEObject sealed =
          new JWEObject(
              new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                  .keyID(theirs.getKeyID())
                  .build(),
              new Payload(text));
      sealed.encrypt(new RSAEncrypter(theirs));
      return sealed.serialize();
    } catch (IOException | ParseException | JOSEException e) {
      throw new IllegalStateException("the client's key cannot be had", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static ResponseEntity<String> json(String text) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(text);
  }
}
